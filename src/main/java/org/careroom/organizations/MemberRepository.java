package org.careroom.organizations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MemberRepository extends Repository<Member, UUID> {

    Member save(Member member);

    Member saveAndFlush(Member member);

    void delete(Member member);

    Optional<Member> findById(UUID id);

    List<Member> findByPersonId(UUID person);

    List<Member> findByOrganizationIdAndStatus(UUID organization, Status status);

    Optional<Member> findByOrganizationIdAndPersonId(UUID organization, UUID person);

    Optional<Member> findByOrganizationIdAndInvitedEmailAndStatus(UUID organization, String email, Status status);

    /** Whose member it is; the member itself is read when the organization is locked. */
    @Query("select m.organizationId from Member m where m.id = :member")
    Optional<UUID> organizationOf(UUID member);

    long countByOrganizationIdAndLevelAndStatus(UUID organization, Level level, Status status);

    long countByOrganizationIdAndStatus(UUID organization, Status status);

    @Query("""
            select count(m) from Member m where m.status = org.careroom.organizations.Status.PENDING and exists (
                select a from Member a where a.organizationId = m.organizationId and a.personId = :person
                and a.status = org.careroom.organizations.Status.ACTIVE
                and a.level = org.careroom.organizations.Level.ADMIN)
            """)
    long countWaitingFor(UUID person);
}
