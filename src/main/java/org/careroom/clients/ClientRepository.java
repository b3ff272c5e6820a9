package org.careroom.clients;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ClientRepository extends Repository<ClientEntity, UUID> {

    ClientEntity saveAndFlush(ClientEntity client);

    Optional<ClientEntity> findById(UUID id);

    Optional<ClientEntity> findByAddedByAndFormKey(UUID person, UUID key);

    Optional<ClientEntity> findByOrganizationIdAndEmail(UUID organization, String email);

    Optional<ClientEntity> findByOrganizationIdAndAccountId(UUID organization, UUID account);

    List<ClientEntity> findByOrganizationIdAndAccountIdIn(UUID organization, Collection<UUID> accounts);

    List<ClientEntity> findByAccountId(UUID account);

    /** Whose client it is, without looking at the client before it is locked. */
    @Query("select c.organizationId from ClientEntity c where c.id = :id")
    Optional<UUID> findOrganization(UUID id);

    /** The client as it is now; nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ClientEntity c where c.id = :id")
    Optional<ClientEntity> findAndLock(UUID id);
}
