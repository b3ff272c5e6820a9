package org.careroom.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.careroom.benchmark.client.Answer;
import org.careroom.benchmark.client.Browser;
import org.careroom.benchmark.client.EventLoop;
import org.careroom.benchmark.client.Request;

/**
 * How long it takes until all 50 fields of a case are saved and its follower rooms told: from the request to the end of the
 * answer, one save after the other, each changing every field. The two cases take turns.
 */
final class CaseTimes {

    private static final int ADMIN = 4;
    private static final int WARM_UP = 40;
    private static final int TIMES = 100;
    private static final int FIELDS = 50;
    private static final Pattern SEEN = Pattern.compile("name=\"seen\\.([0-9a-f-]{36})\"");

    /**
     * Saves of one kind.
     *
     * @param whole to the end of the answer
     */
    record Result(String what, Latencies whole) {}

    private final String what;
    private final Browser browser;
    private final String path;
    private final List<String> fields;
    private final String token;
    private final List<Long> took = new ArrayList<>();
    private int version;

    private CaseTimes(String what, Browser browser, UUID id) {
        this.what = what;
        this.browser = browser;
        this.path = "/cases/" + id;
        String page = browser.fetch(Request.get(path).with("Accept", "text/html"))
                .expect(what, 200)
                .text();
        this.token = Browser.token(page);
        this.fields = SEEN.matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        if (fields.size() != FIELDS) {
            throw new IllegalStateException(fields.size() + " fields in " + path);
        }
    }

    static List<Result> measure(Application application) throws SQLException {
        try (EventLoop loop = new EventLoop();
                LargeCases cases = new LargeCases(application.database())) {
            Browser admin = LoadSet.signIn(ADMIN, loop, application.address());
            String email = "load" + ADMIN + "@riverside.example";
            List<CaseTimes> both = List.of(
                    new CaseTimes("1 of its 20 rooms was given them", admin, cases.followedCase(email, 1)),
                    new CaseTimes("20 rooms of 10 people were given them", admin, cases.followedCase(email, 20)));
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                both.forEach(CaseTimes::save);
            }
            return both.stream().map(CaseTimes::result).toList();
        }
    }

    private void save() {
        List<String> form = new ArrayList<>(List.of("_csrf", token));
        for (String id : fields) {
            form.addAll(List.of("seen." + id, "" + version, "field." + id, "Measured for the time no. " + version));
        }
        Answer answer = browser.fetch(Request.post(path + "/fields", form.toArray(String[]::new))
                        .acceptJson())
                .expect(what, 200);
        if (version >= WARM_UP) {
            took.add(answer.whole() - answer.asked());
        }
        version++;
    }

    private Result result() {
        return new Result(what, Latencies.of(took.stream().mapToLong(Long::longValue)));
    }
}
