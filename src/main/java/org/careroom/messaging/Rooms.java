package org.careroom.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careroom.live.Live;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rooms as a person sees them: their list, one room's page, and the state that the room is in for all. */
@Service
@Transactional
public class Rooms {

    private static final Set<Participant.State> THERE_OR_ASKED =
            Set.of(Participant.State.IN, Participant.State.INVITED);

    private final RoomRepository rooms;
    private final RoomDoor door;
    private final RoomList list;
    private final UnreadRooms unread;
    private final Participants participants;
    private final Histories histories;
    private final People people;
    private final Live live;
    private final ObjectProvider<RoomDetails> details;
    private final ObjectProvider<RoomBoard> boards;
    private final ObjectProvider<SideList> sideLists;
    private final Clock clock;

    Rooms(
            RoomRepository rooms,
            RoomDoor door,
            RoomList list,
            UnreadRooms unread,
            Participants participants,
            Histories histories,
            People people,
            Live live,
            ObjectProvider<RoomDetails> details,
            ObjectProvider<RoomBoard> boards,
            ObjectProvider<SideList> sideLists,
            Clock clock) {
        this.rooms = rooms;
        this.door = door;
        this.list = list;
        this.unread = unread;
        this.participants = participants;
        this.histories = histories;
        this.people = people;
        this.live = live;
        this.details = details;
        this.boards = boards;
        this.sideLists = sideLists;
        this.clock = clock;
    }

    /** The person's own rooms, latest activity first. */
    @Transactional(readOnly = true)
    public Slice<RoomRow> list(Person who, RoomFilter filter) {
        return list.of(who, filter);
    }

    /** Whether the person is in a room, open or closed, or asked into one. */
    @Transactional(readOnly = true)
    public boolean hasAny(Person who) {
        return !participants.everywhere(who.id(), THERE_OR_ASKED).isEmpty();
    }

    /** Whether the person is, or ever was, in a room or asked into one. */
    @Transactional(readOnly = true)
    public boolean hasHadAny(Person who) {
        return !participants
                .everywhere(who.id(), EnumSet.allOf(Participant.State.class))
                .isEmpty();
    }

    /** How many of the person's open rooms hold something unread and are not muted. */
    public Unread unread(Person who) {
        return unread.count(who);
    }

    /** One room's page, at the first unread message or the latest. */
    @Transactional(readOnly = true)
    public RoomPage page(Person who, RoomId id) {
        return page(who, id, null, null);
    }

    /**
     * One room's page.
     *
     * @param before shows the messages just before this number, {@code after} those behind one; without either the first
     *     unread one, or the latest
     * @throws NotFound when the person may not learn of the room
     */
    @Transactional(readOnly = true)
    public RoomPage page(Person who, RoomId id, @Nullable Long before, @Nullable Long after) {
        Room room = door.open(who, RoomAction.READ, id);
        Optional<Participant> own = own(who, room);
        long readUpTo = own.map(Participant::readUpTo).orElse(room.lastSequence());
        return new RoomPage(state(who, room, own), readUpTo, histories.shown(room, readUpTo, before, after));
    }

    /**
     * What the page of a room shows of it beside its log.
     *
     * @throws NotFound when the person may not learn of the room
     */
    @Transactional(readOnly = true)
    public RoomState state(Person who, RoomId id) {
        Room room = door.open(who, RoomAction.READ, id);
        return state(who, room, own(who, room));
    }

    private RoomState state(Person who, Room room, Optional<Participant> own) {
        return new RoomState(
                room.id(),
                room.kind(),
                nameFor(who, room),
                own.isPresent(),
                room.isPair(),
                room.isOpen(),
                room.lastSequence(),
                own.filter(Participant::isMuted).isPresent(),
                room.isPair() && isAwaited(room),
                door.ask(who, RoomAction.POST, room).reason(),
                onBehalfOf(who, room),
                board(who, room));
    }

    /** The name of whom this person may answer for here, or null. */
    private @Nullable String onBehalfOf(Person who, Room room) {
        return door.ask(who, RoomAction.REPLY_ON_BEHALF, room).allowed()
                ? door.rules(room)
                        .owner(room)
                        .map(owner -> people.person(owner).name())
                        .orElse(null)
                : null;
    }

    private RoomBoard.@Nullable Shown board(Person who, Room room) {
        return OfRoomKind.find(boards, room.kind())
                .map(board -> {
                    Object view = board.of(who, room);
                    return view == null ? null : new RoomBoard.Shown(board.template(), view);
                })
                .orElse(null);
    }

    private boolean isAwaited(Room room) {
        return participants.known(room).stream()
                .anyMatch(participant -> participant.state() == Participant.State.INVITED);
    }

    private Optional<Participant> own(Person who, Room room) {
        return participants.of(room, who.id()).filter(Participant::isIn);
    }

    /**
     * Asks the room's rules.
     *
     * @throws NotFound when the person may not learn of the room
     * @throws Refused when they may not do this
     */
    @Transactional(readOnly = true)
    public void require(Person who, RoomAction action, RoomId id) {
        door.ask(who, action, door.open(who, RoomAction.READ, id)).orThrow();
    }

    /** @throws NotFound when the person may not learn of the room */
    @Transactional(readOnly = true)
    public RoomKind kind(Person who, RoomId id) {
        return door.open(who, RoomAction.READ, id).kind();
    }

    /**
     * The details panel of a room.
     *
     * @throws NotFound when the person may not learn of the room
     */
    @Transactional(readOnly = true)
    public RoomPanel panel(Person who, RoomId id) {
        Room room = door.open(who, RoomAction.READ, id);
        Set<RoomAction> allowed = EnumSet.noneOf(RoomAction.class);
        List<RefusalView> refusals = new ArrayList<>();
        for (RoomAction action : door.rules(room).explained(who, room)) {
            Reason refusal = door.ask(who, action, room).reason();
            if (refusal == null) {
                allowed.add(action);
            } else {
                refusals.add(new RefusalView(action, refusal));
            }
        }
        List<ParticipantView> known = people(who, room);
        RoomDetails kind = OfRoomKind.find(details, room.kind()).orElseThrow();
        return new RoomPanel(
                id,
                room.kind(),
                nameFor(who, room),
                room.isOpen(),
                own(who, room).isPresent(),
                own(who, room).filter(Participant::isMuted).isPresent(),
                who.id(),
                allowed,
                refusals,
                inState(known, Participant.State.IN),
                inState(known, Participant.State.INVITED),
                kind.template(),
                kind.of(who, room));
    }

    /**
     * The list that stands beside a room, or null for the list of rooms.
     *
     * @param view which of their lists the person came from
     * @throws NotFound when the person may not learn of the room
     */
    @Transactional(readOnly = true)
    public SideList.@Nullable Shown beside(Person who, RoomId id, @Nullable String view) {
        Room room = door.open(who, RoomAction.READ, id);
        return OfRoomKind.find(sideLists, room.kind())
                .map(list -> new SideList.Shown(list.template(), list.beside(who, room, view)))
                .orElse(null);
    }

    /** Who may be mentioned in a room: everybody in it, by name. */
    @Transactional(readOnly = true)
    public List<ParticipantView> people(Person who, RoomId id) {
        return inState(people(who, door.open(who, RoomAction.READ, id)), Participant.State.IN);
    }

    private static List<ParticipantView> inState(List<ParticipantView> known, Participant.State state) {
        return known.stream().filter(person -> person.state() == state).toList();
    }

    /** What the room is called for this person: a room without a name after the others in it. */
    @Transactional(readOnly = true)
    public String nameFor(Person who, Room room) {
        return room.isNameless()
                ? list.othersIn(List.of(room.id().value()), who)
                        .getOrDefault(room.id().value(), who.name())
                : room.name();
    }

    /** What rooms without a name are called for this person: the names of the others who are or were in them. */
    @Transactional(readOnly = true)
    public Map<RoomId, String> namesFor(Person who, Collection<RoomId> nameless) {
        Map<RoomId, String> names = new HashMap<>();
        list.othersIn(nameless.stream().map(RoomId::value).toList(), who)
                .forEach((room, name) -> names.put(new RoomId(room), name));
        return names;
    }

    /** Makes a room without anybody in it. The module of its kind has asked its own rules. */
    public Room create(RoomKind kind, String name) {
        return rooms.save(new Room(new RoomId(Id.next()), kind, name, clock.instant()));
    }

    /** The room itself, for the module of its kind, which asks its own rules. */
    public Room findForKind(RoomId id) {
        return rooms.findById(id.value()).orElseThrow(NotFound::new);
    }

    /** Like {@link #findForKind}, and nobody else changes it, or writes in it, until the transaction ends. */
    public Room lockForKind(RoomId id) {
        return door.lock(id);
    }

    /** Who is there now only those are told who may see it. */
    private List<ParticipantView> people(Person who, Room room) {
        Map<PersonId, Participant> known =
                participants.known(room).stream().collect(Collectors.toMap(Participant::person, Function.identity()));
        Set<PersonId> present = door.ask(who, RoomAction.WATCH, room).allowed()
                ? live.present(room.id().toString())
                : Set.of();
        return people.named(known.keySet()).values().stream()
                .map(person -> view(Objects.requireNonNull(known.get(person.id())), person, present))
                .sorted(Comparator.comparing(ParticipantView::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static ParticipantView view(Participant participant, Person person, Set<PersonId> present) {
        return new ParticipantView(
                person.id(),
                person.name(),
                person.email(),
                participant.state(),
                participant.isManager(),
                participant.isOutside(),
                present.contains(person.id()));
    }
}
