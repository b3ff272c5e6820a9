package org.careroom.clinics;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConsultationRepository extends Repository<ConsultationEntity, UUID> {

    ConsultationEntity saveAndFlush(ConsultationEntity consultation);

    Optional<ConsultationEntity> findById(UUID id);

    Optional<ConsultationEntity> findByGuestId(UUID guest);

    Optional<ConsultationEntity> findByClinicIdAndFormKey(UUID clinic, UUID key);

    @Query(
            "select new org.careroom.clinics.Standing(c.id, c.clinicId, c.guestId, c.status, c.joinedInto, c.firstName, c.lastName)"
                    + " from ConsultationEntity c where c.id = :id")
    Optional<Standing> standing(UUID id);

    @Query(
            "select new org.careroom.clinics.Standing(c.id, c.clinicId, c.guestId, c.status, c.joinedInto, c.firstName, c.lastName)"
                    + " from ConsultationEntity c where c.guestId = :guest")
    Optional<Standing> standingOfGuest(UUID guest);

    @Query("select c.id from ConsultationEntity c where c.guestId = :guest")
    Optional<UUID> findIdOfGuest(UUID guest);

    /** Whose caller it is, without looking at the consultation before it is locked. */
    @Query("select c.clinicId from ConsultationEntity c where c.id = :id")
    Optional<UUID> findClinic(UUID id);

    /** The consultation as it is now; nobody else changes it until the transaction ends. A call's row is locked before it, never after. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ConsultationEntity c where c.id = :id")
    Optional<ConsultationEntity> findAndLock(UUID id);

    /** Those whom a clinician let into this one's call, locked in their order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ConsultationEntity c where c.joinedInto = :id order by c.id")
    List<ConsultationEntity> findJoinedAndLock(UUID id);
}
