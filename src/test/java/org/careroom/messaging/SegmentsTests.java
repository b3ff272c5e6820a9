package org.careroom.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is mentioned in a text: whoever's whole name stands behind an @, and nobody whose name is part of a longer one. */
class SegmentsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text                            | who may read it | who is mentioned
              Hello @Ann                      | Ann             | Ann
              @Ann, are you there?            | Ann             | Ann
              (@Ann)                          | Ann             | Ann
              @Ann’s shift, @Ann: yours       | Ann             | Ann
              @Ann - yes                      | Ann             | Ann
              @ann                            | Ann             |
              Ann                             | Ann             |
              Hello @Anna                     | Ann             |
              Hello @Anna                     | Ann;Anna        | Anna
              Hello @Anna and @Ann            | Ann;Anna        | Anna;Ann
              @Ann7                           | Ann             |
              @Ann_Lee                        | Ann             |
              @Ann-Marie                      | Ann             |
              @Ann-Marie                      | Ann;Ann-Marie   | Ann-Marie
              @Zoë                            | Zo              |
              x@Ann.org                       | Ann             |
              ё@Ann                           | Ann             |
              @Ann@example.org                | Ann;example.org | Ann
              https://example.org/@Ann        | Ann             |
              @Lee Tran                       | Lee;Lee Tran    | Lee Tran
              @Lee Tran and @Lee              | Lee;Lee Tran    | Lee Tran;Lee
              @Lee Trandafir                  | Lee;Lee Tran    | Lee
              @Lee Tran@Ann                   | Lee Tran;Ann    | Lee Tran
              @Dr. O’Brien (ICU)              | Dr. O’Brien (ICU) | Dr. O’Brien (ICU)
            """)
    void aMentionIsAWholeName(String text, String readers, @Nullable String mentioned) {
        List<MessageDetails.Mention> known = names(readers).stream()
                .map(name -> new MessageDetails.Mention(UUID.randomUUID(), name))
                .toList();
        List<MessageDetails.Mention> stored = Segments.mentioned(text, known);
        List<Segment> segments = Segments.of(text, stored);

        assertThat(stored).extracting(MessageDetails.Mention::as).containsExactlyInAnyOrderElementsOf(names(mentioned));
        assertThat(segments)
                .filteredOn(segment -> segment.kind() == Segment.Kind.MENTION)
                .extracting(segment -> segment.text().substring(1))
                .hasSameElementsAs(names(mentioned));
        assertThat(segments.stream().map(Segment::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    private static List<String> names(@Nullable String listed) {
        return listed == null ? List.of() : Arrays.asList(listed.split(";"));
    }
}
