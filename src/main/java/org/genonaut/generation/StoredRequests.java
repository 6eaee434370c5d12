package org.genonaut.generation;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface StoredRequests extends JpaRepository<StoredRequest, UUID> {}
