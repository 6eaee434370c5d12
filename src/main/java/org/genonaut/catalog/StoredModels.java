package org.genonaut.catalog;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredModels extends JpaRepository<StoredModel, UUID> {}
