package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.careroom.Browsing;
import org.careroom.CareroomTest;
import org.careroom.organizations.OrganizationId;
import org.careroom.organizations.Permission;
import org.careroom.organizations.Plan;
import org.careroom.organizations.Staff;
import org.careroom.people.Person;
import org.careroom.site.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of a case is refused to everybody who has nothing to do with it, as if there were none; followers change nothing. */
@CareroomTest
@SuppressWarnings("NullAway.Init")
class CaseStrangersTests {

    @Autowired
    private Staff staff;

    @Autowired
    private TestCases testCases;

    @Autowired
    private Followers followers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @LocalServerPort
    private int port;

    private Person dana;
    private Map<String, Person> people;
    private OrganizationId organization;
    private CaseId id;
    private GroupId group;
    private TaskId task;
    private FieldId field;

    @BeforeEach
    void aCase() {
        OrganizationId riverside = staff.organization(Plan.PREMIUM);
        organization = riverside;
        OrganizationId northlake = staff.organization(Plan.PREMIUM);
        dana = staff.admin(riverside, "Dana Reyes");
        Person lee = staff.member(riverside, "Lee Tran");
        Person removed = staff.member(riverside, "Rae Moved");
        Person asked = staff.member(northlake, "Kim Asked");
        people = Map.of(
                "follower", lee,
                "removed", removed,
                "asked", asked,
                "member", staff.member(riverside, "Omar Other", Permission.SET_UP_CASES, Permission.BUILD_WORKFLOWS),
                "orgadmin", staff.admin(riverside, "Amara Diallo"),
                "pending", staff.pending(riverside, "Penny Pending"),
                "foreign", staff.admin(northlake, "Sky Stranger"),
                "client", staff.client("Jordan Ellis"));
        id = testCases.recovery(dana, riverside);
        group = testCases.group(dana, id, "OR team", List.of("OR location"), lee, removed, asked);
        followers.remove(dana, id, group, removed.id());
        task = testCases.taskNamed(dana, id, "Allocation");
        field = testCases.field(dana, id, "OR location").id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"removed", "asked", "member", "orgadmin", "pending", "foreign", "client"})
    void whoHasNothingToDoWithACaseFindsNone(String kind) {
        Browsing browser = signedIn(kind);
        List<String> got = new ArrayList<>();
        ofThisCase().forEach(address -> {
            for (String accept : List.of("text/html", "application/json")) {
                HttpResponse<String> answer = ask(browser, address, accept);
                boolean notAcceptable = answer.statusCode() == 406;
                if (answer.statusCode() != 404 && !notAcceptable
                        || answer.body().contains("Donor 4417")) {
                    got.add(address + " " + accept + ": " + answer.statusCode());
                }
            }
        });
        assertThat(got).isEmpty();
        assertThat(browser.get("/cases").body()).doesNotContain("Donor 4417");
    }

    @Test
    void aFollowerOnlyReads() {
        Browsing browser = signedIn("follower");
        List<String> got = new ArrayList<>();
        ofThisCase().forEach(address -> {
            int status = ask(browser, address, "text/html").statusCode();
            boolean page = Set.of("GET /cases/{id}", "GET /cases/{id}/values.csv", "GET /cases/{id}/print")
                    .contains(address.toString());
            if (page ? status != 200 : status != 403 && status != 404) {
                got.add(address + ": " + status);
            }
        });
        assertThat(got).isEmpty();
        assertThat(browser.get("/cases/" + id).body())
                .contains("Donor 4417", "OR location")
                .doesNotContain("AKJD417", "Northlake", "Referral", "DCD", "Allocation", "OR time", "Warm ischemia");
    }

    /** Who is an admin of one case reaches nothing of another by its parts' ids. */
    @Test
    void thePartsOfOneCaseAreNotFoundInAnother() {
        CaseId another = testCases.recovery(dana, organization);
        Browsing browser = new Browsing(port);
        browser.signIn(dana.email(), Staff.PASSWORD);
        List<String> got = new ArrayList<>();
        ofThisCase()
                .filter(address -> address.toString().contains("{group}")
                        || address.toString().contains("{task}")
                        || address.toString().contains("{person}")
                        || address.toString().endsWith("/fields"))
                .forEach(address -> {
                    int status = ask(browser, address, another, "text/html").statusCode();
                    if (status != 404) {
                        got.add(address + ": " + status);
                    }
                });
        assertThat(got).isEmpty();
    }

    private Stream<Address> ofThisCase() {
        return Address.all(controllers).stream()
                .filter(address -> address.toString().contains("/cases/{id}"));
    }

    private HttpResponse<String> ask(Browsing browser, Address address, String accept) {
        return ask(browser, address, id, accept);
    }

    private HttpResponse<String> ask(Browsing browser, Address address, CaseId in, String accept) {
        String path = address.path(Map.of(
                "id", in.toString(),
                "group", group.toString(),
                "task", task.toString(),
                "person", Objects.requireNonNull(people.get("follower")).id().toString()));
        return address.isGet()
                ? browser.get(path, "Accept", accept)
                : browser.submit(
                        path,
                        accept,
                        "name",
                        "Mine",
                        "address",
                        "kim@elsewhere.example",
                        "stage",
                        "Recovery",
                        "people",
                        Objects.requireNonNull(people.get("member")).email(),
                        "seen." + field,
                        "0",
                        "field." + field,
                        "Mine",
                        "confirmed",
                        "true",
                        "fields",
                        field.toString(),
                        "group",
                        "OR team");
    }

    private Browsing signedIn(String kind) {
        Browsing browser = new Browsing(port);
        browser.signIn(Objects.requireNonNull(people.get(kind)).email(), Staff.PASSWORD);
        return browser;
    }
}
