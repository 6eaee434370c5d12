package org.genonaut.backend;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface StoredBackends extends JpaRepository<StoredBackend, UUID> {

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select backend from StoredBackend backend where backend.id = :id")
    Optional<StoredBackend> lock(UUID id);
}
