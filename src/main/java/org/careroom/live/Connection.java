package org.careroom.live;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.careroom.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** One open page: the WebSocket it holds, whose it is, in which language it reads and where in the product it is. */
class Connection {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final WebSocketSession socket;
    private final PersonId person;
    private final String signIn;
    private final Locale language;
    private volatile @Nullable String room;

    private Connection(WebSocketSession socket, PersonId person, String signIn, Locale language) {
        this.socket = socket;
        this.person = person;
        this.signIn = signIn;
        this.language = language;
    }

    /** What the handshake noted in the socket's attributes. */
    static Connection of(WebSocketSession socket) {
        Map<String, Object> noted = socket.getAttributes();
        return new Connection(
                socket,
                (PersonId) Objects.requireNonNull(noted.get(Handshake.PERSON)),
                (String) Objects.requireNonNull(noted.get(Handshake.SIGN_IN)),
                (Locale) Objects.requireNonNull(noted.get(Handshake.LANGUAGE)));
    }

    String id() {
        return socket.getId();
    }

    PersonId person() {
        return person;
    }

    /** The id of the HTTP session that opened it. */
    String signIn() {
        return signIn;
    }

    Locale language() {
        return language;
    }

    /** The id of the room that is shown and visible on the page, as it says itself. */
    @Nullable
    String room() {
        return room;
    }

    void show(@Nullable String room) {
        this.room = room;
    }

    /** Ends it because its sign-in has ended (RFC 6455, 7.4.1: policy violation). */
    void end() {
        try {
            socket.close(CloseStatus.POLICY_VIOLATION);
        } catch (IOException alreadyGone) {
            log.debug("connection {} was gone already", id(), alreadyGone);
        }
    }
}
