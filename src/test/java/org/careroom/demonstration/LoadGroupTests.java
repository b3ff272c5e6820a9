package org.careroom.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a load set is written. */
class LoadGroupTests {

    @Test
    void roomsAndPeopleInEachAreRead() {
        assertThat(LoadGroup.of(" 50x10 ")).isEqualTo(new LoadGroup(50, 10));
        assertThat(LoadGroup.of("50x10").name(7)).isEqualTo("Load 50x10 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "50y10", "0x10", "50x0", "-1x5", "50x", "999999x1"})
    void anythingElseIsRefusedWithAnExample(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadGroup.of(written))
                .withMessageContaining("50x10,1x500");
    }

    @Test
    void theSameRoomsTwiceOrTooManyPeopleAreRefused() {
        LoadGroup group = new LoadGroup(2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemonstrationSettings(true, List.of(group, group)))
                .withMessageContaining("2x3,2x3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemonstrationSettings(true, List.of(new LoadGroup(500, 500))))
                .withMessageContaining("more than");
    }
}
