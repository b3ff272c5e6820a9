package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.generalrooms.TestRooms;
import org.careroom.live.LivePage;
import org.careroom.messaging.RoomId;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.workflows.FieldTemplate;
import org.careroom.workflows.FieldType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a room was not given never reaches its followers (product 4 and 7.3). Random fields are given to a room, taken away and
 * filled in; every value is a word that stands nowhere else, and is looked for in every byte that a follower gets: pages,
 * fragments, JSON, live frames, search and its counts, refusals. A value may be seen exactly when it was current while its
 * field was given.
 */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class NothingLeaksTests {

    private static final int FIELDS = 12;
    private static final int NEVER_GIVEN = 2;
    private static final int STEPS = 40;

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private TestRooms testRooms;

    @Autowired
    private FollowerGroups groups;

    @Autowired
    private CaseFields fields;

    @LocalServerPort
    private int port;

    private Person dana;
    private Person lee;
    private Browsing browser;
    private CaseId id;
    private GroupId group;
    private RoomId room;
    private List<String> labels;

    private final Map<String, String> current = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Set<String> revealed = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> everGiven = new HashSet<>();
    private boolean edits;

    @BeforeEach
    void aCase() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        dana = staff.admin(riverside, "Dana Reyes");
        lee = staff.member(riverside, "Lee Tran");
        labels = IntStream.range(0, FIELDS).mapToObj(number -> word("label")).toList();
        FieldTemplate[] templates = labels.stream()
                .map(label -> labels.indexOf(label) % 4 == 0
                        ? TestCases.needed(label, FieldType.TEXT)
                        : TestCases.field(label, FieldType.TEXT))
                .toArray(FieldTemplate[]::new);
        id = testCases.make(
                dana,
                riverside,
                TestCases.task("Whole " + word("task"), templates[0], templates[1], templates[2]),
                TestCases.task("Rest " + word("task"), Arrays.copyOfRange(templates, 3, FIELDS - NEVER_GIVEN)),
                TestCases.task("Never " + word("task"), Arrays.copyOfRange(templates, FIELDS - NEVER_GIVEN, FIELDS)));
        group = testCases.group(dana, id, "OR team", List.of(), lee);
        // A second group, which is given everything: what it gets must not reach the first.
        testCases.group(dana, id, "Everything " + word("group"), labels, staff.member(riverside, "Priya Nair"));
        room = testCases.room(dana, id, group);
        browser = new Browsing(port);
        browser.signIn(lee.email(), Staff.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aFollowerGetsNoByteOfWhatTheirRoomWasNotGiven(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> got = new ArrayList<>();
        try (LivePage page = LivePage.open(port, browser).connect().send(LivePage.SUBSCRIBE)) {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(4) == 0) {
                    give(random);
                } else {
                    fillIn(random);
                    fillInAsFollower(random);
                }
                if (step % 8 == 7) {
                    got.addAll(everythingLeeCanGet());
                }
            }
            testRooms.say(dana, room, "That was all");
            await().until(() -> page.any("That was all"));
            got.addAll(page.frames());
        }
        got.addAll(everythingLeeCanGet());
        String all = String.join("\n", got);
        Set<String> leaked = new HashSet<>();
        secrets.forEach((value, label) -> {
            if (!revealed.contains(value) && all.contains(value)) {
                leaked.add(label + " held " + value);
            }
        });
        assertThat(leaked).as("seed %d", seed).isEmpty();
        assertThat(labels.stream().filter(label -> !everGiven.contains(label)))
                .hasSizeGreaterThanOrEqualTo(NEVER_GIVEN)
                .noneMatch(all::contains);
        assertThat(Stream.of("AKJD417", "MATCH-7731", "Northlake", "Everything", "Never ", "Rest ")
                        .filter(all::contains))
                .as("what only admins see")
                .isEmpty();
        // The test would see a leak if there were one.
        assertThat(revealedNow().stream().filter(value -> !all.contains(value)))
                .as("what was given and is not seen")
                .isEmpty();
    }

    private Set<String> revealedNow() {
        Set<String> now = new HashSet<>();
        given.forEach(label -> {
            String value = current.get(label);
            if (value != null) {
                now.add(value);
            }
        });
        return now;
    }

    private void give(Random random) {
        given.clear();
        Map<String, FieldView> known = testCases.fields(dana, id);
        Set<FieldId> single = new HashSet<>();
        labels.subList(0, FIELDS - NEVER_GIVEN).forEach(label -> {
            if (random.nextInt(3) == 0) {
                given.add(label);
                single.add(java.util.Objects.requireNonNull(known.get(label)).id());
            }
        });
        Set<TaskId> whole = new HashSet<>();
        if (random.nextBoolean()) {
            whole.add(testCases.tasks(dana, id).get(0).id());
            given.addAll(labels.subList(0, 3));
        }
        edits = random.nextInt(3) == 0;
        testCases.give(dana, id, group, new NewGroup.Given(whole, single, edits));
        everGiven.addAll(given);
        revealed.addAll(revealedNow());
    }

    private void fillIn(Random random) {
        Map<String, FieldView> known = testCases.fields(dana, id);
        List<FieldInput> inputs = new ArrayList<>();
        for (String label : labels) {
            if (random.nextInt(3) == 0) {
                String value = word("value");
                String before = current.put(label, value);
                secrets.put(value, label);
                if (given.contains(label)) {
                    revealed.add(value);
                    // An update tells what the field held before, which the room may not have been told.
                    if (before != null) {
                        revealed.add(before);
                    }
                }
                FieldView field = java.util.Objects.requireNonNull(known.get(label));
                inputs.add(new FieldInput(field.id(), List.of(value), field.version()));
            }
        }
        fields.save(dana, id, inputs);
    }

    /** A follower who may edit fills in what they were given. */
    private void fillInAsFollower(Random random) {
        if (!edits || given.isEmpty()) {
            return;
        }
        String label = given.stream().sorted().toList().get(random.nextInt(given.size()));
        String value = word("value");
        current.put(label, value);
        secrets.put(value, label);
        revealed.add(value);
        FieldView field =
                java.util.Objects.requireNonNull(testCases.fields(dana, id).get(label));
        assertThat(fields.save(lee, id, List.of(new FieldInput(field.id(), List.of(value), field.version())))
                        .isComplete())
                .isTrue();
    }

    private List<String> everythingLeeCanGet() {
        List<String> got = new ArrayList<>();
        for (String path : List.of(
                "/cases",
                "/cases?stage=Referral",
                "/cases?tag=DCD",
                "/cases?q=AKJD",
                "/cases/" + id,
                "/cases/" + id + "/timeline",
                "/cases/" + id + "/permissions",
                "/cases/" + id + "/describe",
                "/cases/" + id + "/values.csv",
                "/cases/" + id + "/timeline.csv",
                "/cases/" + id + "/print",
                "/cases/" + id + "/import",
                "/rooms/" + room + "/seen",
                "/cases/" + id + "/groups/" + group,
                "/cases/" + id + "/groups/new",
                "/cases/" + id + "/groups/defaults",
                "/rooms",
                "/rooms/list",
                "/rooms?q=Donor",
                "/rooms/" + room,
                "/rooms/" + room + "/state",
                "/rooms/" + room + "/details",
                "/rooms/" + room + "?details=true&before=1000",
                "/rooms/" + room + "/messages/2")) {
            add(got, browser.get(path));
        }
        for (String secret : secrets.keySet().stream().limit(4).toList()) {
            for (String list : List.of("/cases?q=", "/rooms?q=")) {
                String found = browser.get(list + secret).body();
                assertThat(found).doesNotContain("data-case=", "data-room=\"" + room);
                got.add(found.replace(secret, "")); // the search itself stands in its field
            }
        }
        add(got, browser.get("/rooms", "Accept", "application/json"));
        add(got, browser.get("/rooms/" + room + "/messages?after=0", "Accept", "application/json"));
        add(got, browser.get("/rooms/" + room + "/messages?after=0&changedAfter=0"));
        for (FieldView field : testCases.fields(dana, id).values()) {
            add(
                    got,
                    browser.submit(
                            "/cases/" + id + "/fields",
                            "application/json",
                            "seen." + field.id(),
                            "0",
                            "field." + field.id(),
                            ""));
        }
        return got;
    }

    private static void add(List<String> got, HttpResponse<String> answer) {
        got.add(answer.headers().map() + "\n" + answer.body());
    }

    private static String word(String kind) {
        return kind + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
