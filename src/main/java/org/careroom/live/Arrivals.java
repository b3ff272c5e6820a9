package org.careroom.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notices pages that come, go, and turn to another room. */
@Component
class Arrivals {

    private final Connections connections;
    private final ObjectProvider<PageSignals> signals;

    Arrivals(Connections connections, ObjectProvider<PageSignals> signals) {
        this.connections = connections;
        this.signals = signals;
    }

    /** Whether it may stay. */
    boolean opened(Connection connection) {
        return connections.add(connection);
    }

    void closed(String socket) {
        Connection connection = connections.remove(socket);
        if (connection != null && connection.room() != null) {
            tell(connection, connection.room(), null);
        }
    }

    void turned(Connection connection, @Nullable String room) {
        String before = connection.room();
        if (!Objects.equals(before, room)) {
            connection.show(room);
            tell(connection, before, room);
        }
    }

    private void tell(Connection connection, @Nullable String left, @Nullable String entered) {
        signals.forEach(listener -> listener.moved(connection.person(), left, entered));
    }
}
