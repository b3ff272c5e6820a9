package org.careroom.messaging;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Cuts a message's text into plain pieces, web addresses and mentions. */
final class Segments {

    private static final LinkExtractor LINKS =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

    private Segments() {}

    static List<Segment> of(String body, List<MessageDetails.Mention> mentions) {
        List<Segment> segments = new ArrayList<>();
        for (var span : LINKS.extractSpans(body)) {
            String text = body.substring(span.getBeginIndex(), span.getEndIndex());
            if (span instanceof LinkSpan && (text.startsWith("https://") || text.startsWith("http://"))) {
                segments.add(new Segment(Segment.Kind.LINK, text, text));
            } else {
                addWithMentions(segments, text, mentions);
            }
        }
        return segments;
    }

    private static void addWithMentions(List<Segment> segments, String text, List<MessageDetails.Mention> mentions) {
        int done = 0;
        while (done < text.length()) {
            int from = done;
            MessageDetails.Mention next = null;
            int start = text.length();
            for (MessageDetails.Mention mention : mentions) {
                int at = text.indexOf("@" + mention.as(), from);
                if (at >= 0
                        && (at < start
                                || (at == start
                                        && next != null
                                        && mention.as().length() > next.as().length()))) {
                    next = mention;
                    start = at;
                }
            }
            if (start > done) {
                segments.add(Segment.plain(text.substring(done, start)));
            }
            if (next == null) {
                return;
            }
            String name = "@" + next.as();
            segments.add(new Segment(Segment.Kind.MENTION, name, next.person().toString()));
            done = start + name.length();
        }
    }
}
