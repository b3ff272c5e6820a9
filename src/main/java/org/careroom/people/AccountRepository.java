package org.careroom.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(String email);

    long count();

    boolean existsByOperatorTrue();

    List<Account> findByPremiumTrueOrderByNameAscIdAsc();

    List<Account> findByIdIn(Collection<UUID> ids);

    List<Account> findByEmailIn(Collection<String> emails);
}
