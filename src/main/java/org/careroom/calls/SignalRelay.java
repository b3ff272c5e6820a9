package org.careroom.calls;

import java.util.Map;
import java.util.UUID;
import org.careroom.live.CallSignals;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passes on signals between two pages that are seated in the same call; what else comes is dropped without a word. */
@Component
class SignalRelay implements CallSignals {

    private static final Logger log = LoggerFactory.getLogger(SignalRelay.class);

    private final JdbcClient jdbc;
    private final CallNews news;

    SignalRelay(JdbcClient jdbc, CallNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    public void signal(PersonId who, String call, UUID from, UUID to, Map<String, Object> content) {
        try {
            CallId id = new CallId(Id.parse(call));
            jdbc.sql("""
                            select receiver.person_id from seat sender join seat receiver on receiver.call_id = sender.call_id
                            where sender.id = ? and sender.call_id = ? and sender.person_id = ? and sender.state = 'SEATED'
                            and receiver.id = ? and receiver.state = 'SEATED' and receiver.id <> sender.id""")
                    .params(from, id.value(), who.value(), to)
                    .query(UUID.class)
                    .optional()
                    .ifPresentOrElse(
                            receiver -> news.signal(
                                    new PersonId(receiver),
                                    id,
                                    Map.of("from", from.toString(), "to", to.toString(), "content", content)),
                            () -> log.debug("dropped a signal of {} in call {}", who, id));
        } catch (NotFound noCall) {
            log.debug("dropped a signal of {} for no call", who);
        }
    }
}
