package org.careroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.careroom.people.Person;
import org.careroom.people.PersonId;
import org.careroom.shared.Id;
import org.careroom.shared.Invalid;
import org.careroom.shared.Reason;
import org.careroom.workflows.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How what people type into a field is kept. */
class FieldValuesTests {

    private static final Person DANA = writing(Locale.ENGLISH);
    private static final Person JONAS = writing(Locale.GERMAN);

    private static Person writing(Locale language) {
        return new Person(
                new PersonId(Id.next()),
                "Dana Reyes",
                "dana@riverside.example",
                Person.Kind.STAFF,
                false,
                false,
                language,
                ZoneId.of("Europe/Berlin"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER    | 12                     | 12
            NUMBER    | -1.50                  | -1.50
            NUMBER    | 1,5                    | 1.5
            NUMBER    | 0,125                  | 0.125
            NUMBER    | .5                     | 0.5
            DATE      | 2024-02-29             | 2024-02-29
            TIME      | 9:05                   | 09:05
            DATE_TIME | 2026-11-22 14:05       | 2026-11-22T13:05:00Z
            DATE_TIME | 2026-11-22T14:05-05:00 | 2026-11-22T19:05:00Z
            YES_NO    | Ja                     | true
            TELEPHONE | +1 (412) 555-0199 x12  | +1 (412) 555-0199 x12
            TEXT      | '  two words '         | two words
            """)
    void whatIsTypedIsKeptInOneForm(FieldType type, String typed, String kept) {
        assertThat(kept(type, typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER    | 150,000                | field.wrong.thousands
            NUMBER    | -1,500                 | field.wrong.thousands
            NUMBER    | 1,500,000              | field.wrong.NUMBER
            NUMBER    | 1e9                    | field.wrong.NUMBER
            NUMBER    | many                   | field.wrong.NUMBER
            DATE      | 2026-02-29             | field.wrong.DATE
            DATE      | 22.11.2026             | field.wrong.DATE
            TIME      | 24:01                  | field.wrong.TIME
            DATE_TIME | 0026-11-22T14:05       | field.wrong.DATE_TIME
            YES_NO    | perhaps                | field.wrong.YES_NO
            TELEPHONE | call me                | field.wrong.TELEPHONE
            """)
    void whatCannotBeMeantIsWrong(FieldType type, String typed, String key) {
        assertThatThrownBy(() -> kept(type, typed))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason().key()).isEqualTo(key));
    }

    @Test
    void severalChoicesComeEachOnALineOrBehindEachOther() {
        List<String> choices = List.of("Heart", "Left lung", "DCD; controlled");
        for (List<String> typed : List.of(
                List.of("Left lung", "Heart"),
                List.of("heart\nleft lung"),
                List.of("Heart, Left lung"),
                List.of("Heart;Left lung"))) {
            assertThat(FieldValues.kept("at", FieldType.CHOOSE_MANY, choices, typed, DANA))
                    .isEqualTo("Heart\nLeft lung");
        }
        assertThat(FieldValues.kept("at", FieldType.CHOOSE_MANY, choices, List.of("DCD; controlled"), DANA))
                .isEqualTo("DCD; controlled");
        assertThatThrownBy(() -> FieldValues.kept("at", FieldType.CHOOSE_MANY, choices, List.of("Heart, Liver"), DANA))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,5     | 1.5
            1.5     | 1.5
            1,500   | 1.500
            0.125   | 0.125
            1500    | 1500
            """)
    void aNumberIsMeantInTheLanguageOfItsWriter(String typed, String kept) {
        assertThat(kept(FieldType.NUMBER, typed, JONAS)).isEqualTo(kept);
        String shown = FieldValues.typed(FieldType.NUMBER, kept, JONAS);
        assertThat(kept(FieldType.NUMBER, shown, JONAS)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.500", "-150.000", "+12.345"})
    void whatMayBeAThousandOrADecimalPointIsAsked(String typed) {
        assertThatThrownBy(() -> kept(FieldType.NUMBER, typed, JONAS))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(Reason.of("field.wrong.thousands")));
    }

    private static String kept(FieldType type, String typed) {
        return kept(type, typed, DANA);
    }

    private static String kept(FieldType type, String typed, Person who) {
        return FieldValues.kept("at", type, List.of(), List.of(typed), who);
    }
}
