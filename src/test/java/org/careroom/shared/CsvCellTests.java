package org.careroom.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvCellTests {

    @Test
    void noCellIsAFormula() {
        assertThat(CsvCell.written("plain")).isEqualTo("plain");
        for (String text : List.of("=1+1", "+1 312", "-5", "@SUM(A1)")) {
            assertThat(CsvCell.written(text)).isEqualTo("'" + text);
            assertThat(CsvCell.read("'" + text)).isEqualTo(text);
        }
        assertThat(CsvCell.read("'quoted'")).isEqualTo("'quoted'");
    }
}
