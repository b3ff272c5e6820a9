package org.careroom.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands for one page.
 *
 * @param ended whether the call has ended
 * @param mutedBy the host who has muted the page's microphone, until the page has done so
 * @param chat number of the last message in the chat; 0 for those who do not hear it
 * @param others everybody who is seated, the page itself included; empty for those who are not seated
 * @param knocking who waits to be let in; for hosts only
 */
public record SeatView(
        SeatId seat,
        SeatState state,
        boolean ended,
        String name,
        boolean host,
        boolean locked,
        @Nullable String mutedBy,
        long chat,
        List<Other> others,
        List<Knocker> knocking) {

    /**
     * Somebody seated.
     *
     * @param away whether their page was not heard of for a while
     */
    public record Other(
            SeatId seat, String name, boolean host, boolean muted, boolean cameraOff, boolean sharing, boolean away) {

        static Other of(Seat seat) {
            return new Other(
                    seat.id(), seat.name(), seat.host(), seat.muted(), seat.cameraOff(), seat.sharing(), seat.away());
        }
    }

    /** Somebody who waits to be let in. */
    public record Knocker(SeatId seat, String name) {}

    /** @param live all seats of the call that pages hold */
    static SeatView of(CallRow call, Seat seat, List<Seat> live) {
        boolean hears = !call.ended() && CallRules.hears(seat.state());
        return new SeatView(
                seat.id(),
                seat.state(),
                call.ended(),
                seat.name(),
                seat.host(),
                call.locked(),
                seat.mutedBy(),
                hears ? call.chatSequence() : 0,
                live.stream()
                        .filter(other -> hears && other.seated())
                        .map(Other::of)
                        .toList(),
                live.stream()
                        .filter(other -> hears && seat.host() && other.state() == SeatState.KNOCKING)
                        .map(other -> new Knocker(other.id(), other.name()))
                        .toList());
    }
}
