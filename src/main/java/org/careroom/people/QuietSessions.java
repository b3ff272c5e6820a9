package org.careroom.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions in PostgreSQL of which a request costs one select and, unless something changed or a minute has passed since
 * the last gesture, nothing more.
 */
final class QuietSessions<S extends Session> implements FindByIndexNameSessionRepository<QuietSession<S>> {

    private final FindByIndexNameSessionRepository<S> stored;
    private final TransactionOperations writing;

    QuietSessions(FindByIndexNameSessionRepository<S> stored, TransactionOperations writing) {
        this.stored = stored;
        this.writing = writing;
    }

    @Override
    public QuietSession<S> createSession() {
        return new QuietSession<>(stored.createSession(), true);
    }

    @Override
    public void save(QuietSession<S> session) {
        if (session.takeChanged()) {
            writing.executeWithoutResult(status -> stored.save(session.stored()));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable QuietSession<S> findById(String id) {
        return (QuietSession<S>) Gestures.sessionsRead().computeIfAbsent(id, this::read);
    }

    private @Nullable QuietSession<S> read(String id) {
        S found = stored.findById(id);
        return found == null ? null : new QuietSession<>(found, false);
    }

    @Override
    public void deleteById(String id) {
        Gestures.sessionsRead().remove(id);
        writing.executeWithoutResult(status -> stored.deleteById(id));
    }

    @Override
    public Map<String, QuietSession<S>> findByIndexNameAndIndexValue(String name, String value) {
        Map<String, QuietSession<S>> found = new LinkedHashMap<>();
        stored.findByIndexNameAndIndexValue(name, value)
                .forEach((id, session) -> found.put(id, new QuietSession<>(session, false)));
        return found;
    }
}
