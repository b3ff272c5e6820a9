package org.careroom.messaging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.PlainText;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writing in rooms: posting, editing, deleting. Each answers only after its commit; the news goes out behind it. */
@Service
public class Messages {

    private final RoomDoor door;
    private final MessageLog log;
    private final MessageViews views;
    private final Mentions mentions;
    private final Participants participants;
    private final People people;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final EntityManager entities;

    Messages(
            RoomDoor door,
            MessageLog log,
            MessageViews views,
            Mentions mentions,
            Participants participants,
            People people,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock,
            EntityManager entities) {
        this.door = door;
        this.log = log;
        this.views = views;
        this.mentions = mentions;
        this.participants = participants;
        this.people = people;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.entities = entities;
    }

    /**
     * Stores a message and tells the room's readers of it. The same client key again stores nothing.
     *
     * @throws NotFound when the writer may not learn of the room
     * @throws Refused when they may not write in it, or not in whose name they want to
     * @throws NewerMessages when it is written on behalf of the room's owner and there is something the writer has not seen
     * @throws Invalid when it quotes a message that is not there
     */
    public Posted post(Person who, RoomId id, NewMessage message) {
        RoomAction action = message.isOnBehalf() ? RoomAction.REPLY_ON_BEHALF : RoomAction.POST;
        try {
            return inTransaction(() -> store(who, door.open(who, action, id), message));
        } catch (Refused refused) {
            return inTransaction(() -> repeated(who, id, message).orElseThrow(() -> refused));
        }
    }

    /**
     * Puts a new text in the place of the writer's own message, whose earlier text stays in its details.
     *
     * @throws Refused when it is not theirs, is deleted, or the room is closed
     */
    public void edit(Person who, RoomId id, long sequence, String text) {
        String body = PlainText.block("body", text, PlainText.MESSAGE);
        change(who, id, sequence, (room, message, now) -> {
            MessageRules.mayEdit(message).orThrow();
            if (!message.body().equals(body)) {
                log.replace(
                        message,
                        body,
                        MessageDetails.mentioning(mentions.in(body, () -> participants.personsIn(room))),
                        now);
            }
        });
    }

    /** Empties the writer's own message and marks it deleted; deleting it again changes nothing. */
    public void delete(Person who, RoomId id, long sequence) {
        change(who, id, sequence, (room, message, now) -> {
            if (!message.deleted()) {
                log.delete(message, now);
            }
        });
    }

    /**
     * Puts an event into the room's log. It asks no rule of the room: the module that calls has asked its own. Call it in
     * the transaction of what it tells.
     *
     * @param cause who did it
     * @param event what happened; the bundle's key is {@code room.event.<event>}, where the kind does not name it otherwise
     * @param names what the event's sentence names, after the cause
     */
    public void announce(Room room, PersonId cause, String event, List<String> names) {
        UUID id = Id.next();
        append(
                        room,
                        cause,
                        id,
                        id,
                        MessageKind.EVENT,
                        "",
                        MessageDetails.event(room.kind().event(event), names),
                        null,
                        null)
                .ifPresent(stored -> tell(room, views.of(stored), id));
    }

    /**
     * Puts what was filled in elsewhere into a room's log. It asks no rule of the room, as {@link #announce}.
     *
     * @param cause who filled it in
     */
    public void update(Room room, PersonId cause, Update update) {
        UUID id = Id.next();
        String text = update.text();
        String body = text.length() > PlainText.MESSAGE ? Line.of(text) : text;
        append(room, cause, id, id, MessageKind.UPDATE, body, MessageDetails.update(update), null, null)
                .ifPresent(stored -> tell(room, views.of(stored), id));
    }

    private Posted store(Person who, Room room, NewMessage message) {
        if (door.rules(room).isChangedByPost(room)) {
            Optional<Posted> first = repeated(who, room.id(), message);
            if (first.isPresent()) {
                return first.get();
            }
            door.rules(room).beforePost(who, room);
        }
        Long seen = message.seen();
        if (seen != null && seen < room.lastSequence()) {
            return repeated(who, room.id(), message).orElseThrow(() -> new NewerMessages(seen));
        }
        OnBehalf onBehalf = seen == null ? null : onBehalf(who, room);
        MessageDetails details =
                MessageDetails.mentioning(mentions.in(message.body(), () -> participants.personsIn(room)));
        Optional<StoredMessage> stored = append(
                room,
                who.id(),
                Id.next(),
                message.clientKey(),
                MessageKind.TEXT,
                message.body(),
                details,
                onBehalf,
                quoted(room, message.quotes()));
        return stored.map(first -> told(who, room, first, message.clientKey()))
                .or(() -> repeated(who, room.id(), message))
                .orElseThrow(() -> new Refused(Reason.of("room.closed")));
    }

    private Posted told(Person who, Room room, StoredMessage stored, UUID clientKey) {
        tell(room, views.of(stored, who), clientKey);
        return new Posted(stored.id(), stored.sequence(), stored.sentAt(), false);
    }

    private Optional<StoredMessage> append(
            Room room,
            PersonId author,
            UUID id,
            UUID clientKey,
            MessageKind kind,
            String body,
            @Nullable MessageDetails details,
            @Nullable OnBehalf onBehalf,
            StoredMessage.@Nullable Quoted quoted) {
        requireLocked(room);
        entities.flush(); // the log is written in SQL and has to find what this transaction has made so far
        StoredMessage draft = new StoredMessage(
                room.id(),
                0,
                id,
                author,
                clientKey,
                kind,
                body,
                details,
                clock.instant(),
                0,
                null,
                null,
                onBehalf,
                quoted);
        return log.append(draft).map(draft::numbered);
    }

    /** Who forgets to lock a room before writing in it would let a message pass by marks that are just lowered. */
    private void requireLocked(Room room) {
        LockModeType held = entities.getLockMode(room);
        if (held != LockModeType.PESSIMISTIC_WRITE
                && held != LockModeType.PESSIMISTIC_FORCE_INCREMENT) { // locked or new
            throw new IllegalStateException("room " + room.id() + " is not locked");
        }
    }

    private StoredMessage.@Nullable Quoted quoted(Room room, @Nullable Long sequence) {
        return sequence == null
                ? null
                : log.at(room.id(), sequence)
                        .map(StoredMessage::asQuoted)
                        .orElseThrow(() -> new Invalid("quotes", Reason.of("message.quote.missing")));
    }

    /** Both as they are called at this moment. */
    private OnBehalf onBehalf(Person who, Room room) {
        PersonId owner = door.rules(room)
                .owner(room)
                .orElseThrow(() -> new IllegalStateException("nobody owns room " + room.id()));
        return new OnBehalf(owner, who.name(), people.person(owner).name());
    }

    private Optional<Posted> repeated(Person who, RoomId room, NewMessage message) {
        return log.byClientKey(room, who.id(), message.clientKey())
                .map(first -> new Posted(first.id(), first.sequence(), first.sentAt(), true));
    }

    /** The room is locked: whoever is removed later gets this message, and nothing behind it. */
    private void tell(Room room, MessageView message, UUID clientKey) {
        events.publishEvent(new MessagePosted(room, message, clientKey, readers(room)));
    }

    private void change(Person who, RoomId id, long sequence, Change change) {
        inTransaction(() -> {
            Room room = door.openToChange(who, id);
            StoredMessage message = log.at(id, sequence).orElseThrow(NotFound::new);
            MessageRules.mayChange(who, room, message).orThrow();
            mayWrite(who, room).orThrow();
            change.apply(room, message, clock.instant());
            MessageView changed = views.of(log.at(id, sequence).orElseThrow());
            if (changed.changed() != message.changed()) {
                events.publishEvent(new MessageChanged(changed, readers(room)));
            }
            return sequence;
        });
    }

    /** In their own name, or in the owner's. */
    private Decision mayWrite(Person who, Room room) {
        return door.ask(who, RoomAction.REPLY_ON_BEHALF, room).allowed()
                ? Decision.ALLOWED
                : door.ask(who, RoomAction.POST, room);
    }

    private Set<PersonId> readers(Room room) {
        return door.rules(room).readers(room);
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        return Objects.requireNonNull(result);
    }

    /** What is done to a message that its author may change. */
    private interface Change {
        void apply(Room room, StoredMessage message, Instant now);
    }
}
