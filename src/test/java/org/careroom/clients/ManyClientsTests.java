package org.careroom.clients;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careroom.CareroomTest;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.shared.Slice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten thousand clients of one organization: lists and searches read what they show, told by plans and counted statements. */
@CareroomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ManyClientsTests {

    private static final Logger STATEMENTS = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

    /** Only the words of the organization that begin with what is looked for. */
    private static final Pattern RANGE_OF_WORDS =
            Pattern.compile("client_word_pkey[^\n]*\\n\\s*Index Cond: \\(\\(organization_id = [^\n]*word >= ");

    @Autowired
    private Staff staff;

    @Autowired
    private ClientImport csvImport;

    @Autowired
    private ClientList list;

    @Autowired
    private ClientSearch search;

    @Autowired
    private Clients clients;

    @Autowired
    private JdbcClient jdbc;

    private final ListAppender<ILoggingEvent> statements = new ListAppender<>();

    private @Nullable OrganizationId made;
    private OrganizationId riverside;
    private Person priya;
    private Person sam;

    @BeforeEach
    void tenThousand() {
        if (made == null) {
            riverside = staff.organization(Plan.PREMIUM);
            made = riverside;
            priya = staff.member(riverside, "Priya Nair");
            sam = staff.member(riverside, "Sam Okafor", Permission.SEARCH_CLIENTS, Permission.SEE_CLIENTS);
            add(priya, 0);
            add(sam, 5_000);
            jdbc.sql("analyze client").update();
            jdbc.sql("analyze client_word").update();
            jdbc.sql("analyze client_person").update();
        }
        STATEMENTS.setLevel(Level.DEBUG);
        statements.start();
        STATEMENTS.addAppender(statements);
    }

    @AfterEach
    void noMore() {
        STATEMENTS.detachAppender(statements);
        STATEMENTS.setLevel(null);
    }

    @Test
    void aPageOfTheListIsOneRangeOfAnIndex() {
        ClientId middle = new ClientId(
                jdbc.sql("select id from client where organization_id = ? order by sort_name offset 2500 limit 1")
                        .param(riverside.value())
                        .query(UUID.class)
                        .single());
        for (@Nullable ClientId after : Arrays.asList(null, middle)) {
            assertReads(wanted(false, List.of(), after), "client_list");
            assertReads(wanted(true, List.of(), after), "client_person_list");
        }
    }

    @Test
    void aSearchReadsThoseThatItFinds() {
        for (String query : List.of("number4711", "numb number4711", "1004711", "c4711")) {
            for (boolean own : List.of(false, true)) {
                String plan = assertReads(wanted(own, ClientWords.searched(query), null), "client_word_pkey");
                assertThat(plan).containsPattern(RANGE_OF_WORDS);
            }
        }
    }

    /** Everybody is found by it, and the list is read by its order until the page is full. */
    @Test
    void aSearchThatFindsAllReadsNotAll() {
        assertReads(wanted(false, ClientWords.searched("client"), null), "client_list");
    }

    @Test
    void asManyStatementsForAnyNumber() {
        int few = statements(() -> list.page(priya, staffOfFew(), new ClientFilter(false, "", null)));
        int many = statements(() -> list.page(priya, riverside, new ClientFilter(false, "", null)));
        int found = statements(() -> list.page(sam, riverside, new ClientFilter(false, "number4711", null)));
        int offered = statements(() -> clients.choices(sam, riverside, "number4711"));
        assertThat(List.of(few, many, found, offered)).containsOnly(1);
    }

    @Test
    void theWholeListIsWalkedPageByPage() {
        List<ClientId> seen = new ArrayList<>();
        @Nullable ClientId after = null;
        do {
            Slice<ClientRow> page = list.page(priya, riverside, new ClientFilter(true, "", after));
            page.items().forEach(row -> seen.add(row.id()));
            after = page.next() == null ? null : ClientId.of(page.next());
        } while (after != null);
        assertThat(seen).hasSize(5_000).doesNotHaveDuplicates();
    }

    private OrganizationId staffOfFew() {
        OrganizationId few = staff.organization(Plan.FREE);
        staff.enroll(few, priya);
        return few;
    }

    /** That the plan uses the index, and looks through none of the tables. */
    private String assertReads(ClientSearch.Wanted wanted, String index) {
        String plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, costs off, timing off, summary off) " + search.sql(wanted))
                        .params(search.values(wanted))
                        .query(String.class)
                        .list());
        assertThat(plan).contains(index).doesNotContain("Seq Scan on client");
        long most = plan.lines()
                .filter(line -> line.contains("actual rows="))
                .mapToLong(line -> (long) Double.parseDouble(line.replaceAll(".*actual rows=([0-9.]+) .*", "$1")))
                .max()
                .orElseThrow();
        assertThat(most).as(plan).isLessThan(1_000);
        return plan;
    }

    private ClientSearch.Wanted wanted(boolean own, List<String> words, @Nullable ClientId after) {
        return new ClientSearch.Wanted(riverside, own ? priya.id() : null, words, false, after, ClientList.PAGE + 1);
    }

    private void add(Person provider, int from) {
        String run = UUID.randomUUID().toString();
        String csv = IntStream.range(from, from + 5_000)
                .mapToObj(number ->
                        "Client Number" + number + ",c" + number + "." + run + "@example.org," + (1_000_000 + number))
                .collect(Collectors.joining("\n"));
        assertThat(csvImport.save(provider, riverside, csv).complete()).isTrue();
    }

    /** How many are asked of clients. */
    private int statements(Runnable work) {
        statements.list.clear();
        work.run();
        return (int) statements.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(sql -> sql.contains("client"))
                .count();
    }
}
