package org.genonaut.backend;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredBackends extends JpaRepository<StoredBackend, UUID> {}
