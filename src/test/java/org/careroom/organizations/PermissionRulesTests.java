package org.careroom.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.careroom.shared.Invalid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Organization Chat (4) needs the first three (product 1). Each row: what is on, what the page sends, what comes of it, and
 * whether that turns Organization Chat off so that it has to be said first. Numbers are the product's.
 */
class PermissionRulesTests {

    @ParameterizedTest(name = "{0} on, {1} sent → {2}, chat ends {3}")
    @CsvSource({
        "'', 1, 1, false",
        "'', 123, 123, false",
        "123, 1234, 1234, false",
        "'', 1234, 1234, false",
        "567, '', '', false",
        "1234, 1234567, 1234567, false",
        "1234, 123, 123, false",
        "1234, 234, 23, true",
        "1234, 134, 13, true",
        "1234, 124, 12, true",
        "1234, 4, '', true",
        "1234, 12, 12, true",
        "1234, '', '', true",
        "1234567, 567, 567, true",
    })
    void aChangeKeepsWhatOrganizationChatNeeds(String on, String sent, String after, boolean chatEnds) {
        PermissionRules.Outcome outcome = PermissionRules.change(set(on), set(sent));
        assertThat(outcome.permissions()).isEqualTo(set(after));
        assertThat(outcome.endsOrganizationChat()).isEqualTo(chatEnds);
    }

    @ParameterizedTest(name = "{0} on, {1} sent")
    @CsvSource({"'', 4", "12, 124", "123, 4", "567, 34567"})
    void organizationChatCannotBeTurnedOnWithoutTheOthers(String on, String sent) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> PermissionRules.change(set(on), set(sent)))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("ORGANIZATION_CHAT"));
    }

    @ParameterizedTest(name = "{0} on → {1} missing")
    @CsvSource({"'', 123", "2, 13", "123, ''", "1234567, ''"})
    void thePageTellsWhichAreMissing(String on, String missing) {
        assertThat(PermissionRules.missing(set(on))).isEqualTo(set(missing));
    }

    private static Set<Permission> set(String numbers) {
        Set<Permission> set = EnumSet.noneOf(Permission.class);
        numbers.chars().mapToObj(digit -> Permission.values()[digit - '1']).forEach(set::add);
        assertThat(set).hasSize(Arrays.asList(numbers.split("")).contains("") ? 0 : numbers.length());
        return set;
    }
}
