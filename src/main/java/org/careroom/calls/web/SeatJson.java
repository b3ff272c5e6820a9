package org.careroom.calls.web;

import java.util.List;
import org.careroom.calls.IceServers.IceServer;
import org.careroom.calls.SeatView;
import org.jspecify.annotations.Nullable;

/**
 * How it stands for one page, as its scripts read it.
 *
 * @param state as {@link org.careroom.calls.SeatState}, or {@code ENDED} when the call has ended
 * @param chat number of the last message in the chat
 * @param ice servers for RTCPeerConnection; null unless asked for by somebody who is seated
 */
record SeatJson(
        String seat,
        String state,
        String name,
        boolean host,
        boolean locked,
        @Nullable String mutedBy,
        long chat,
        List<Other> seats,
        List<Knocker> knocking,
        @Nullable List<IceServer> ice) {

    /** Somebody seated. */
    record Other(
            String id, String name, boolean host, boolean muted, boolean cameraOff, boolean sharing, boolean away) {}

    /** Somebody who waits to be let in. */
    record Knocker(String seat, String name) {}

    static SeatJson of(SeatView view, @Nullable List<IceServer> ice) {
        return new SeatJson(
                view.seat().toString(),
                view.ended() ? "ENDED" : view.state().name(),
                view.name(),
                view.host(),
                view.locked(),
                view.mutedBy(),
                view.chat(),
                view.others().stream().map(SeatJson::of).toList(),
                view.knocking().stream()
                        .map(knocker -> new Knocker(knocker.seat().toString(), knocker.name()))
                        .toList(),
                ice);
    }

    private static Other of(SeatView.Other other) {
        return new Other(
                other.seat().toString(),
                other.name(),
                other.host(),
                other.muted(),
                other.cameraOff(),
                other.sharing(),
                other.away());
    }
}
