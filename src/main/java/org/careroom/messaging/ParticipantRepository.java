package org.careroom.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ParticipantRepository extends Repository<Participant, Participant.Key> {

    Participant save(Participant participant);

    Optional<Participant> findById(Participant.Key key);

    @Query(
            "select p from Participant p where p.key.roomId = :room and p.state in :states order by p.since, p.key.personId")
    List<Participant> findInRoom(UUID room, Collection<Participant.State> states);

    @Query("select p from Participant p where p.key.personId = :person and p.state in :states order by p.since desc")
    List<Participant> findOfPerson(UUID person, Collection<Participant.State> states);
}
