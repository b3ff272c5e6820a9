package org.careroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.careroom.shared.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which passwords may be chosen (issue of the first rooms: at least 13, no composition rules, none that are common). */
class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource({
        "correct horse battery staple,",
        "mapleriverseventeen,",
        "zxq vbn plo wer,",
        "Ünïcödé gläser für alle,",
        "twelve chars, password.short",
        "'', password.short",
        "'             ', password.common",
        "aaaaaaaaaaaaaaaa, password.common",
        "passwordpassword, password.common",
        "Password12345678, password.common",
        "1234567890123456, password.common",
        "qwertyuiopasdfgh, password.common",
        "samantha okafor, password.own",
        "Samantha.Okafor2026, password.own",
        "s.okafor@riverside.example, password.own",
        "CareroomCareroom!, password.own",
    })
    void aPasswordIsLongAndNotTheFirstThatIsTried(String password, String refusal) {
        Reason refused = rules.refusal(password, "Samantha Okafor", "s.okafor@riverside.example");
        assertThat(Optional.ofNullable(refused).map(Reason::key)).isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest
    @CsvSource({"1000,", "1001, password.long"})
    void aThousandCharactersAreEnough(int length, String refusal) {
        String password = "a long one; ".repeat(length).substring(0, length);
        Reason refused = rules.refusal(password, "Sam", "sam@riverside.example");
        assertThat(Optional.ofNullable(refused).map(Reason::key)).isEqualTo(Optional.ofNullable(refusal));
    }
}
