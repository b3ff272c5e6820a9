package org.careroom.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.careroom.CareroomTest;
import org.careroom.people.DemonstrationAccounts;
import org.careroom.people.LimitExemption;
import org.careroom.people.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Beside a real database, as that of the tests is for Careroom, there is nothing of the demonstration. */
@CareroomTest
class NoDemonstrationTests {

    @Autowired
    private ObjectProvider<Demonstration> demonstration;

    @Autowired
    private ObjectProvider<DemonstrationAccounts> offered;

    @Autowired
    private ObjectProvider<LimitExemption> exemptions;

    @Autowired
    private ObjectProvider<HistoryClock> clock;

    @Autowired
    private People people;

    @Test
    void nothingOfItIsThere() {
        assertThat(demonstration.getIfAvailable()).isNull();
        assertThat(offered.getIfAvailable()).isNull();
        assertThat(exemptions.getIfAvailable()).isNull();
        assertThat(clock.getIfAvailable()).isNull();
        assertThat(people.findByEmail("admin@riverside.example")).isEmpty();
    }

    @Test
    void aLoadSetIsRefusedAndSaysWhatToDo() {
        DemonstrationSettings settings = new DemonstrationSettings(true, List.of(new LoadGroup(2, 3)));
        assertThatExceptionOfType(LoadSetRefused.class)
                .isThrownBy(() -> new LoadSetGuard(settings, demonstration))
                .satisfies(refused -> {
                    var analysis = new LoadSetRefusedAnalyzer().analyze(refused, refused);
                    assertThat(analysis.getDescription()).contains("not the demonstration’s");
                    assertThat(analysis.getAction()).contains("spring.datasource.url");
                });
    }
}
