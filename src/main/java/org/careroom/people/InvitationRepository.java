package org.careroom.people;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, UUID> {

    Invitation save(Invitation invitation);

    void delete(Invitation invitation);

    Optional<Invitation> findByTokenHash(String tokenHash);

    /** The second of two answers at the same time waits here, and then finds nothing. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invitation i where i.tokenHash = :tokenHash")
    Optional<Invitation> lock(String tokenHash);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invitation i where i.kind = :kind and i.subject = :subject and i.email = :email")
    Optional<Invitation> lockOf(String kind, UUID subject, String email);

    List<Invitation> findByKindAndSubject(String kind, UUID subject);

    List<Invitation> findByKindAndSubjectIn(String kind, Collection<UUID> subjects);
}
