package org.careroom.demonstration;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.careroom.generalrooms.GeneralRooms;
import org.careroom.generalrooms.NewRoom;
import org.careroom.organizations.Level;
import org.careroom.organizations.Members;
import org.careroom.organizations.OrganizationId;
import org.careroom.people.Accounts;
import org.careroom.people.LimitExemption;
import org.careroom.people.Password;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.springframework.stereotype.Component;

/**
 * The accounts and rooms for load tests: {@code load1@…}, {@code load2@…} and so on, distributed over the rooms in the
 * order of the setting, nobody in two of them. What is there already stays as it is.
 */
@Component
@ConditionalOnDemonstration
class LoadSet implements LimitExemption {

    /** So many are held in memory at once. */
    private static final int BATCH = 50;

    private final Accounts accounts;
    private final People people;
    private final Members members;
    private final GeneralRooms rooms;
    private final EntityManager entities;

    LoadSet(Accounts accounts, People people, Members members, GeneralRooms rooms, EntityManager entities) {
        this.accounts = accounts;
        this.people = people;
        this.members = members;
        this.rooms = rooms;
        this.entities = entities;
    }

    @Override
    public boolean exempt(String email) {
        return email.matches("load[1-9]\\d*@riverside\\.example");
    }

    /** Adds what is missing of these to the organization. */
    void add(List<LoadGroup> groups, OrganizationId organization, String password) {
        openAccounts(groups.stream().mapToLong(LoadGroup::accounts).sum(), organization, password);
        long first = 1;
        for (LoadGroup group : groups) {
            for (int room = 1; room <= group.rooms(); room++) {
                make(group.name(room), organization, emails(first, group.people()));
                first += group.people();
            }
        }
    }

    private void openAccounts(long number, OrganizationId organization, String password) {
        List<String> wanted = emails(1, number);
        Set<String> missing = new HashSet<>(wanted);
        people.findByEmails(wanted).forEach(person -> missing.remove(person.email()));
        if (missing.isEmpty()) {
            return;
        }
        Password hashed = accounts.hashed(password);
        for (int i = 0; i < wanted.size(); i++) {
            if (missing.contains(wanted.get(i))) {
                open(wanted.get(i), "Load " + (i + 1), organization, hashed);
            }
            if (i % BATCH == 0) {
                entities.clear();
            }
        }
    }

    private void open(String email, String name, OrganizationId organization, Password password) {
        PersonId person =
                accounts.open(email, name, Person.Kind.STAFF, Locale.ENGLISH, ZoneId.systemDefault(), password);
        members.enroll(organization, person, Level.MEMBER, "Load test", Set.of());
    }

    /** The room's key is made from its name, so that it is made once. */
    private void make(String name, OrganizationId organization, List<String> emails) {
        Person creator = people.findByEmail(emails.get(0)).orElseThrow();
        UUID key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        rooms.create(creator, new NewRoom(key, organization, name, "", emails, List.of(), ""));
        entities.flush();
        entities.clear();
    }

    private static List<String> emails(long first, long number) {
        return LongStream.range(first, first + number)
                .mapToObj(i -> "load" + i + "@riverside.example")
                .collect(Collectors.toList());
    }
}
