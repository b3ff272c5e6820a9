package org.careroom.messaging;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands between a page and its live connection, so that a test decides in which order news comes. */
final class HeldNews {

    private final Page page;
    private final List<String> held = new ArrayList<>();
    private @Nullable WebSocketRoute connection;
    private boolean holding;

    /** From the page's next connection on; everything passes until it is held. */
    HeldNews(Page page) {
        this.page = page;
        page.routeWebSocket("**/live", toPage -> {
            connection = toPage;
            toPage.connectToServer().onMessage(frame -> pass(toPage, text(frame)));
        });
    }

    void hold() {
        holding = true;
    }

    /** Lets through what is held, the last first, once there are so many. */
    void releaseInReverse(int count) {
        page.waitForCondition(() -> held.size() == count);
        holding = false;
        while (!held.isEmpty() && connection != null) {
            connection.send(held.remove(held.size() - 1));
        }
    }

    private void pass(WebSocketRoute toPage, String frame) {
        if (holding && frame.startsWith("MESSAGE")) {
            held.add(frame);
        } else {
            toPage.send(frame);
        }
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() != null ? frame.text() : new String(frame.binary(), StandardCharsets.UTF_8);
    }
}
