package org.careroom.clinics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.careroom.live.Live;
import org.careroom.live.News;
import org.careroom.people.PersonId;
import org.careroom.shared.AfterCommit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers what changes in a waiting area and tells it: the clinic's members that there is something new, and the caller that
 * something of theirs is. Neither is told what; each page fetches it under its own rights.
 */
@Component
class WaitingNews {

    private final JdbcClient jdbc;
    private final Live live;
    private final ClinicMembers members;

    WaitingNews(JdbcClient jdbc, Live live, ClinicMembers members) {
        this.jdbc = jdbc;
        this.live = live;
        this.members = members;
    }

    /** Rooms have changed, or who is in them: the clinic's members look again. */
    void rooms(ClinicId clinic) {
        look(members.of(clinic), clinic);
    }

    private void look(Set<PersonId> told, ClinicId clinic) {
        AfterCommit.run(() -> live.tell(told, nudge("waiting-area:" + clinic)));
    }

    /** The consultation has changed: dashboards fetch it by the number that it takes here. Call it last, as it locks the clinic's counter. */
    void changed(ConsultationEntity consultation) {
        consultation.number(next(consultation.clinic()));
        look(members.of(consultation.clinic()), consultation.clinic());
    }

    /** The caller's own page has to look again. */
    void tell(ConsultationEntity consultation) {
        PersonId caller = consultation.guest();
        News news = nudge("consultation:" + consultation.id());
        AfterCommit.run(() -> live.tell(Set.of(caller), news));
    }

    /**
     * The places of all who wait behind somebody have moved up, where the clinic shows them; told now and then, as many may come
     * and go.
     */
    void moved(ClinicId clinic) {
        Map<PersonId, UUID> waiting = new LinkedHashMap<>();
        jdbc.sql("""
                        select w.guest_id, w.id from consultation w join clinic c on c.id = w.clinic_id
                        where w.clinic_id = ? and w.status = 'WAITING' and c.shows_position""").param(clinic.value()).query(row -> {
            waiting.put(new PersonId(row.getObject("guest_id", UUID.class)), row.getObject("id", UUID.class));
        });
        AfterCommit.run(() ->
                waiting.forEach((guest, consultation) -> live.nudge(Set.of(guest), "consultation:" + consultation)));
    }

    /** The person is no member any more: a dashboard that they have open looks again, and finds nothing. */
    void left(ClinicId clinic, PersonId person) {
        look(Set.of(person), clinic);
    }

    private long next(ClinicId clinic) {
        return jdbc.sql("update clinic_waiting set changed = changed + 1 where clinic_id = ? returning changed")
                .param(clinic.value())
                .query(Long.class)
                .single();
    }

    private static News nudge(String subject) {
        return News.of(subject, "nudge", Map.of());
    }
}
