package org.careroom.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.careroom.CareroomTest;
import org.careroom.organizations.MemberSettings;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Invalid;
import org.careroom.shared.NotFound;
import org.careroom.shared.Reason;
import org.careroom.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may see a client and do what with it (product 1 and 5), as a table that every face is asked by. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class ClientRulesTests {

    @Autowired
    private Staff staff;

    @Autowired
    private Clients clients;

    @Autowired
    private ClientList list;

    @Autowired
    private ClientPages pages;

    @Autowired
    private ClientRecords records;

    @Autowired
    private ClientInvitations invitations;

    @Autowired
    private ClientImport csv;

    @Autowired
    private MemberSettings memberSettings;

    private OrganizationId riverside;
    private Person amara;
    private Person priya;

    @BeforeEach
    void riverside() {
        riverside = staff.organization(Plan.PREMIUM);
        amara = staff.admin(riverside, "Amara Diallo");
        priya = staff.member(riverside, "Priya Nair");
    }

    /** A: allowed, R: refused for a reason, -: looks as if there were no client. 1 and 2: which permissions are on. */
    @ParameterizedTest(name = "{0} with {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # level | on | relation  | LIST | SEARCH | OPEN | WRITE | EDIT | ASSIGN | INVITE | WITHDRAW | CHAT | ADD | ADD-FOR
            MEMBER  | 0  | neither   | -    | -      | -    | -     | -    | -      | -      | -        | -    | A   | R
            MEMBER  | 0  | provider  | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | R
            MEMBER  | 0  | care-team | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | R
            MEMBER  | 1  | neither   | -    | A      | A    | A     | R    | R      | R      | R        | R    | A   | R
            MEMBER  | 1  | provider  | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | R
            MEMBER  | 1  | care-team | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | R
            MEMBER  | 2  | neither   | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            MEMBER  | 2  | provider  | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            MEMBER  | 2  | care-team | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            MEMBER  | 12 | neither   | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            MEMBER  | 12 | provider  | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            MEMBER  | 12 | care-team | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 0  | neither   | -    | -      | -    | -     | -    | -      | -      | -        | -    | A   | A
            ADMIN   | 0  | provider  | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 0  | care-team | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 1  | neither   | -    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 1  | provider  | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 1  | care-team | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 2  | neither   | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 2  | provider  | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 2  | care-team | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 12 | neither   | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 12 | provider  | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            ADMIN   | 12 | care-team | A    | A      | A    | A     | A    | A      | A      | A        | A    | A   | A
            """)
    void whatEachMayDo(
            String level,
            String on,
            String relation,
            char listed,
            char searched,
            char open,
            char write,
            char edit,
            char assign,
            char invite,
            char withdraw,
            char chat,
            char add,
            char addFor) {
        Person who = member(level, on);
        Map<String, Character> expected = new LinkedHashMap<>();
        expected.put("LIST", listed);
        expected.put("SEARCH", searched);
        expected.put("OPEN", open);
        expected.put("WRITE", write);
        expected.put("EDIT", edit);
        expected.put("ASSIGN", assign);
        expected.put("INVITE", invite);
        expected.put("WITHDRAW", withdraw);
        expected.put("CHAT", chat);
        expected.put("ADD", add);
        expected.put("ADD-FOR", addFor);
        expected.put("IMPORT", add);
        expected.put("IMPORT-FOR", addFor);
        assertThat(done(who, relation)).containsExactlyEntriesOf(expected);
    }

    /** Whoever is no active member of the organization has nothing of it, whatever they may elsewhere. */
    @ParameterizedTest
    @CsvSource({"pending", "deactivated", "elsewhere", "nowhere", "client"})
    void whoIsNoActiveMemberFindsNothing(String kind) {
        Person who = switch (kind) {
            case "pending" -> staff.pending(riverside, "Pat Pending");
            case "deactivated" -> deactivated();
            case "elsewhere" ->
                staff.admin(
                        staff.organization(Plan.PREMIUM),
                        "Elle Where",
                        Permission.SEARCH_CLIENTS,
                        Permission.SEE_CLIENTS);
            case "nowhere" -> staff.person("No Where");
            default -> staff.client("Jordan Ellis");
        };
        assertThat(done(who, "neither").values()).containsOnly('-');
    }

    /** What stands in the way whoever asks; in the order that it is told in. */
    @ParameterizedTest(name = "{0}: e-mail {1}, chat on {2}, {3} → {4}")
    @CsvSource({
        "INVITE, true, true, NOT_INVITED,",
        "INVITE, true, true, INVITED,",
        "INVITE, true, true, EXPIRED,",
        "INVITE, true, true, JOINED, joined",
        "INVITE, false, true, NOT_INVITED, no-email",
        "INVITE, true, false, NOT_INVITED, chat-off",
        "INVITE, false, false, NOT_INVITED, no-email",
        "INVITE, true, false, JOINED, joined",
        "WITHDRAW, true, true, NOT_INVITED, not-invited",
        "WITHDRAW, true, true, INVITED,",
        "WITHDRAW, true, false, INVITED,",
        "WITHDRAW, true, true, EXPIRED,",
        "WITHDRAW, true, true, JOINED, joined",
        "EDIT, false, false, JOINED,",
        "ASSIGN, false, false, JOINED,",
        "SWITCH_CHAT, false, false, NOT_INVITED,",
        "SWITCH_CHAT, true, true, JOINED,",
    })
    void whatTheClientAllows(ClientAction action, boolean email, boolean chatOn, Joining joining, String refusal) {
        ClientRules.Asker asker = new ClientRules.Asker(false, false, false);
        Reason refused = ClientRules.refusal(action, new ClientRules.Facts(asker, true, false, email, chatOn, joining));
        assertThat(Optional.ofNullable(refused).map(Reason::key))
                .isEqualTo(Optional.ofNullable(refusal).map(word -> "client.refused." + word));
    }

    private Person member(String level, String on) {
        List<Permission> permissions = new ArrayList<>();
        if (on.contains("1")) {
            permissions.add(Permission.SEARCH_CLIENTS);
        }
        if (on.contains("2")) {
            permissions.add(Permission.SEE_CLIENTS);
        }
        Permission[] switchedOn = permissions.toArray(Permission[]::new);
        return level.equals("ADMIN")
                ? staff.admin(riverside, "Sam Okafor", switchedOn)
                : staff.member(riverside, "Sam Okafor", switchedOn);
    }

    private Person deactivated() {
        Person dee = staff.member(riverside, "Dee Active", Permission.SEARCH_CLIENTS, Permission.SEE_CLIENTS);
        memberSettings.deactivate(amara, staff.id(riverside, dee), null);
        return dee;
    }

    /** Everything, each with a client of its own, that one thing does not stand in the way of another. */
    private Map<String, Character> done(Person who, String relation) {
        Map<String, Character> done = new LinkedHashMap<>();
        ClientId one = client(who, relation, null);
        ClientId joined = client(who, relation, staff.client("Jordan Ellis"));
        done.put("LIST", found(who, "", one));
        done.put("SEARCH", found(who, "jor ell", one));
        done.put("OPEN", letter(() -> pages.of(who, one)));
        done.put(
                "WRITE",
                letter(() -> assertThat(clients.contact(who, joined).id()).isEqualTo(joined)));
        assertThat(offered(who)).isEqualTo(done.get("WRITE") == 'A' ? List.of(joined) : List.of());
        done.put("EDIT", letter(() -> edit(who, client(who, relation, null))));
        done.put("ASSIGN", letter(() -> assign(who, client(who, relation, null))));
        done.put("INVITE", letter(() -> invitations.invite(who, one)));
        ClientId invited = client(who, relation, null);
        Person provider = relation.equals("provider") ? who : priya;
        invitations.invite(provider, invited);
        done.put("WITHDRAW", letter(() -> invitations.withdraw(who, invited)));
        done.put("CHAT", letter(() -> records.switchChat(who, joined, false)));
        done.put("ADD", letter(() -> records.add(who, riverside, newClient(""))));
        done.put("ADD-FOR", letter(() -> records.add(who, riverside, newClient(priya.email()))));
        done.put("IMPORT", letter(() -> store(who, "Ann New," + email())));
        done.put("IMPORT-FOR", letter(() -> store(who, "Ann New," + email() + ",," + priya.email())));
        return done;
    }

    private char found(Person who, String query, ClientId client) {
        List<ClientRow> rows = new ArrayList<>();
        char letter = letter(() -> rows.addAll(
                list.page(who, riverside, new ClientFilter(false, query, null)).items()));
        return letter == 'A' && rows.stream().noneMatch(row -> row.id().equals(client)) ? '-' : letter;
    }

    /** To whom they may write, as a new conversation offers it. */
    private List<ClientId> offered(Person who) {
        List<ClientId> offered = new ArrayList<>();
        letter(() -> clients.choices(who, riverside, "jordan").forEach(contact -> offered.add(contact.id())));
        return offered;
    }

    private void edit(Person who, ClientId id) {
        String digest = letter(() -> pages.of(who, id)) == 'A'
                ? pages.of(who, id).description().digest()
                : "";
        records.describe(who, id, new ClientDescription("Jordan Ellis-Kim", "", "555 0142"), digest);
    }

    private void assign(Person who, ClientId id) {
        String seen = letter(() -> pages.of(who, id)) == 'A' ? pages.of(who, id).careSeen() : "";
        records.assign(who, id, amara.email(), List.of(priya.email()), seen);
    }

    private void store(Person who, String lines) {
        ImportPreview preview = csv.save(who, riverside, lines);
        if (!preview.complete()) {
            throw new Refused(preview.lines().get(0).wrong().get(0));
        }
    }

    private ClientId client(Person who, String relation, @Nullable Person account) {
        return clients.register(
                riverside,
                "Jordan Ellis",
                email(),
                "",
                relation.equals("provider") ? who.id() : priya.id(),
                relation.equals("care-team") ? List.of(who.id()) : List.of(),
                account == null ? null : account.id());
    }

    private static NewClient newClient(String provider) {
        return new NewClient(UUID.randomUUID(), new ClientDescription("Ann New", email(), ""), provider);
    }

    private static String email() {
        return "client." + UUID.randomUUID() + "@example.org";
    }

    private static char letter(Runnable deed) {
        try {
            deed.run();
            return 'A';
        } catch (NotFound hidden) {
            return '-';
        } catch (Refused refused) {
            return 'R';
        } catch (Invalid invalid) {
            assertThat(invalid.field()).isEqualTo("provider");
            return 'R';
        }
    }
}
