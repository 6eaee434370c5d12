package org.genonaut.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<AccountEntity, UUID> {

    AccountEntity save(AccountEntity account);

    Optional<AccountEntity> findById(UUID id);

    Optional<AccountEntity> findByName(String name);

    long count();
}
