package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.careroom.Browsing;
import org.careroom.Careroom;
import org.careroom.people.People;
import org.careroom.people.Person;
import org.careroom.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The first start on an empty database (product 1), in an application and a database of its own. */
class FirstStartTests {

    @Test
    void anEmptyDatabaseIsSetUpOnceByTheLoggedLink() {
        try (ConfigurableApplicationContext careroom = onAnEmptyDatabase()) {
            FirstStart firstStart = careroom.getBean(FirstStart.class);
            int port = careroom.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            String expired = path(firstStart.link());
            careroom.getBean(JdbcClient.class)
                    .sql("update setup_link set expires_at = expires_at - interval '25 hours'")
                    .update();
            String link = path(firstStart.link());
            String other = path(firstStart.link());
            Browsing browser = new Browsing(port);
            signUp(browser);
            assertThat(linksToldBy(careroom)).isEqualTo(1);
            assertThat(browser.get(expired).statusCode()).isEqualTo(404);
            HttpResponse<String> madeUp = browser.get("/setup/nonsense");
            assertThat(madeUp.statusCode()).isEqualTo(404);
            assertThat(madeUp.body()).contains("This link is not open").contains("its log then shows a new link");
            assertThat(browser.get(link).body()).contains("Set up Careroom");
            assertThat(setUp(browser, link, "short").statusCode()).isEqualTo(400);
            String[] wrong = {"organization", "", "name", "", "email", "nonsense", "password", "short"};
            assertThat(Browsing.wrongFields(browser.post(link, wrong)))
                    .containsExactly("organization", "name", "email", "password");
            assertThat(careroom.getBean(JdbcClient.class)
                            .sql("select count(*) from organization")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(setUp(browser, link, "four words that rhyme").statusCode())
                    .isEqualTo(302);

            Person admin = careroom.getBean(People.class)
                    .findByEmail("ada@riverside.example")
                    .orElseThrow();
            Membership membership =
                    careroom.getBean(Members.class).of(admin.id()).get(0);
            assertThat(admin.operator()).isTrue();
            assertThat(membership.admin()).isTrue();
            assertThat(membership.permissions()).isEqualTo(EnumSet.allOf(Permission.class));
            assertThat(browser.get(link).statusCode()).isEqualTo(404);
            assertThat(setUp(new Browsing(port), other, "four words that rhyme").statusCode())
                    .isEqualTo(404);
            operate(browser, careroom.getBean(Members.class), membership);
            assertThatThrownBy(() -> firstStart.requireOpen(firstStart.link().replaceFirst(".*/", "")))
                    .isInstanceOf(NotFound.class);
            assertThat(linksToldBy(careroom)).isZero();
        }
    }

    /** How many set-up links a further start logs. */
    private static long linksToldBy(ConfigurableApplicationContext careroom) {
        JdbcClient.StatementSpec links = careroom.getBean(JdbcClient.class).sql("select count(*) from setup_link");
        long before = links.query(Long.class).single();
        careroom.getBean(FirstStart.class).tellLink();
        return links.query(Long.class).single() - before;
    }

    /** What a stranger may do at any time, before the set-up as well. */
    private static void signUp(Browsing browser) {
        browser.get("/signup");
        HttpResponse<String> asked = browser.post(
                "/signup", "name", "Sky Early", "email", "sky@early.example", "password", "four words that rhyme");
        assertThat(Browsing.location(asked)).isEqualTo("/signup?asked");
    }

    /** What the operator's page does. */
    private static void operate(Browsing browser, Members members, Membership membership) {
        HttpResponse<String> made = browser.post(
                "/settings/installation/organizations",
                "name",
                "Northlake",
                "plan",
                "FREE",
                "email",
                "chris@north.example");
        String invitation = made.body().replaceFirst("(?s).*(/invitations/[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(browser.get(invitation).body()).contains("invites you to join Northlake");
        browser.post("/settings/installation/organizations/" + membership.organization() + "/plan", "plan", "FREE");
        assertThat(members.of(membership.person()).get(0).plan()).isEqualTo(Plan.FREE);
        browser.post("/settings/installation/premium", "premiumEmail", "ada@riverside.example");
        assertThat(browser.get("/settings/installation").body()).contains("End premium of ada@riverside.example");
        assertThat(browser.post("/settings/installation/premium", "premiumEmail", "nobody@riverside.example")
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> setUp(Browsing browser, String link, String password) {
        browser.get("/login");
        HttpResponse<String> answer = browser.post(
                link,
                "organization",
                "Riverside",
                "name",
                "Ada Admin",
                "email",
                "ada@riverside.example",
                "password",
                password);
        if (answer.statusCode() == 302) {
            browser.get("/profile");
        }
        return answer;
    }

    private static String path(String link) {
        return link.replaceFirst("^http://[^/]+", "");
    }

    private static ConfigurableApplicationContext onAnEmptyDatabase() {
        String url = System.getProperty("spring.datasource.url");
        String username = System.getProperty("spring.datasource.username");
        String password = System.getProperty("spring.datasource.password");
        String name = "first_start_" + System.nanoTime();
        new JdbcTemplate(new DriverManagerDataSource(url, username, password)).execute("create database " + name);
        return new SpringApplicationBuilder(Careroom.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"));
    }
}
