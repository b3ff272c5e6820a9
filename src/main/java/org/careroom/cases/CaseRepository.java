package org.careroom.cases;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CaseRepository extends Repository<CaseEntity, UUID> {

    CaseEntity save(CaseEntity entity);

    Optional<CaseEntity> findById(UUID id);

    Optional<CaseEntity> findByRoomId(UUID room);

    Optional<CaseEntity> findByCreatedByAndFormKey(UUID person, UUID key);

    /** Whose case it is, without looking at the case before it is locked. */
    @Query("select c.organizationId from CaseEntity c where c.id = :id")
    Optional<UUID> findOrganization(UUID id);

    /** The case as it is now; nobody else changes it, or what is in it, until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CaseEntity c where c.id = :id")
    Optional<CaseEntity> findAndLock(UUID id);
}
