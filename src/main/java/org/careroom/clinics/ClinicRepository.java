package org.careroom.clinics;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ClinicRepository extends Repository<ClinicEntity, UUID> {

    ClinicEntity saveAndFlush(ClinicEntity clinic);

    Optional<ClinicEntity> findById(UUID id);

    Optional<ClinicEntity> findBySlug(String slug);

    Optional<ClinicEntity> findByFormKey(UUID key);

    List<ClinicEntity> findByOrganizationIdOrderByName(UUID organization);

    @Query("select c.id from ClinicEntity c where c.slug = :slug")
    Optional<UUID> findId(String slug);

    /** The clinic as it is now; nobody else changes its settings until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ClinicEntity c where c.id = :id")
    Optional<ClinicEntity> findAndLock(UUID id);
}
