package org.genonaut.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface ApiTokenRepository extends Repository<ApiTokenEntity, UUID> {

    ApiTokenEntity save(ApiTokenEntity token);

    @EntityGraph(attributePaths = "account")
    Optional<ApiTokenEntity> findByHash(byte[] hash);
}
