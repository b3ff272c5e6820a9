package org.careroom.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.careroom.Browsers;
import org.careroom.CareroomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** As many as a call holds, on one machine that makes, sends and draws thirty pictures at once. */
@CareroomTest
@ExtendWith(Browsers.class)
@SuppressWarnings("NullAway.Init")
class SixInACallStoryTests {

    private static final int FRAMES = 5;

    @Autowired
    private TestCalls calls;

    @LocalServerPort
    private int port;

    @Test
    void sixSeeEachOtherAndTheSeventhIsToldThatTheRoomIsFull() {
        TestCalls.Room room = calls.meeting();
        List<InCall> seven = Stream.of(
                        "Dana Reyes", "Lee Tran", "Omar Haddad", "Sam Okafor", "Mei Chen", "Amara Bell", "Jordan Ellis")
                .map(name -> InCall.ready(port, room, name))
                .toList();
        List<InCall> six = seven.subList(0, 6);
        six.forEach(one -> one.open(room).seated());
        for (InCall one : six) {
            one.seesFramesOf(
                    six.stream().filter(other -> other != one).map(InCall::name).toList(), FRAMES);
        }
        Browsers.pardon("403");
        InCall seventh = seven.get(6).open(room).in("full");
        assertThat(seventh.page().getByText("The room is full")).isVisible();
        assertThat(six.get(0).video("Jordan Ellis")).hasCount(0);
    }
}
