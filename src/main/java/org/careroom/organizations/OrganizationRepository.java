package org.careroom.organizations;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrganizationRepository extends Repository<OrganizationEntity, UUID> {

    /** Makes the change visible to the database now, so that a unique constraint refuses it here and not at the commit. */
    OrganizationEntity saveAndFlush(OrganizationEntity organization);

    Optional<OrganizationEntity> findById(UUID id);

    /** Held until the transaction ends: changes of who is an admin wait for each other (product 1: the last active admin). */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from OrganizationEntity o where o.id = :id")
    Optional<OrganizationEntity> lock(UUID id);

    Optional<OrganizationEntity> findByCode(String code);

    Optional<OrganizationEntity> findByMailDomain(String mailDomain);

    List<OrganizationEntity> findByIdIn(Collection<UUID> ids);

    List<OrganizationEntity> findAllByOrderByNameAscIdAsc();
}
