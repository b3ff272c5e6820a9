package org.careroom.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careroom.clinics.ClinicPlaces;
import org.careroom.clinics.Clinics;
import org.careroom.generalrooms.GeneralRooms;
import org.careroom.messaging.Rooms;
import org.careroom.messaging.Unread;
import org.careroom.organizations.Approvals;
import org.careroom.organizations.Members;
import org.careroom.organizations.Status;
import org.careroom.people.CurrentPerson;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the frame of the page that is being rendered; templates know it as {@code @frame}. */
@Component("frame")
public class Frames {

    private static final Pattern OF_CLINIC = Pattern.compile("/clinics/([a-z0-9-]+)(/.*)?");

    private final CurrentPerson currentPerson;
    private final Rooms rooms;
    private final GeneralRooms generalRooms;
    private final Members members;
    private final Approvals approvals;
    private final Clinics clinics;
    private final ClinicPlaces places;
    private final HttpServletRequest request;

    Frames(
            CurrentPerson currentPerson,
            Rooms rooms,
            GeneralRooms generalRooms,
            Members members,
            Approvals approvals,
            Clinics clinics,
            ClinicPlaces places,
            HttpServletRequest request) {
        this.currentPerson = currentPerson;
        this.rooms = rooms;
        this.generalRooms = generalRooms;
        this.members = members;
        this.approvals = approvals;
        this.clinics = clinics;
        this.places = places;
        this.request = request;
    }

    public Frame current() {
        Person person = currentPerson.of(request).orElseThrow(NotFound::new);
        Unread unread = rooms.unread(person);
        return new Frame(person, person.isStaff() ? ofStaff(person, unread) : List.of(chat(unread)));
    }

    /** What stands below Clinics on their pages; null when the person is a member of no clinic, or of several and the page is about none. */
    public ClinicPlaces.@Nullable View clinicPlaces() {
        Matcher ofClinic = OF_CLINIC.matcher(request.getRequestURI());
        String slug = ofClinic.matches() && !"new".equals(ofClinic.group(1)) ? ofClinic.group(1) : null;
        return currentPerson.of(request).flatMap(who -> places.of(who, slug)).orElse(null);
    }

    /** Whether an empty list of rooms offers to start a chat: not to those who would only be refused. */
    public boolean mayStartChats() {
        return generalRooms
                .mayCreate(currentPerson.of(request).orElseThrow(NotFound::new))
                .allowed();
    }

    /** The key of what an empty list of rooms says: those who cannot start a chat read how it came about. */
    public String noRooms() {
        Person who = currentPerson.of(request).orElseThrow(NotFound::new);
        if (who.premium()) {
            return "rooms.none";
        }
        return members.standing(who.id())
                .map(standing -> standing == Status.DEACTIVATED ? "rooms.none.deactivated" : "rooms.none")
                .orElse("rooms.none.outside");
    }

    private static ModuleEntry chat(Unread unread) {
        return new ModuleEntry("chat", "bi-chat-dots", "/chat", unread.conversations());
    }

    /** Rooms and settings are for staff only, clients for active members of an organization (product 1). */
    private List<ModuleEntry> ofStaff(Person person, Unread unread) {
        List<ModuleEntry> entries = new ArrayList<>();
        entries.add(new ModuleEntry("rooms", "bi-chat-square-text", "/rooms", unread.rooms()));
        entries.add(chat(unread));
        entries.add(new ModuleEntry("cases", "bi-clipboard2-pulse", "/cases", 0));
        if (!members.activeAnywhere(List.of(person.id())).isEmpty()) {
            entries.add(new ModuleEntry("clients", "bi-person-heart", "/clients", 0));
        }
        Clinics.Summary callers = clinics.summary(person);
        if (callers.any()) {
            entries.add(new ModuleEntry("clinics", "bi-camera-video", "/clinics", callers.waiting()));
        }
        entries.add(new ModuleEntry("settings", "bi-gear", "/settings", approvals.waitingFor(person)));
        return entries;
    }
}
