package org.careroom.organizations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TeamRepository extends Repository<TeamEntity, UUID> {

    TeamEntity saveAndFlush(TeamEntity team);

    void delete(TeamEntity team);

    Optional<TeamEntity> findById(UUID id);

    @Query("""
            select distinct t from TeamEntity t left join fetch t.people
            where t.organizationId in :organizations and (t.shared or t.ownerId = :person)""")
    List<TeamEntity> visible(Collection<UUID> organizations, UUID person);
}
