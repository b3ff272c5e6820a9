package org.careroom.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Cuts a message's text into plain pieces, web addresses and mentions. */
final class Segments {

    private static final LinkExtractor LINKS =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

    /** An @ that does not stand within an e-mail address or a word. */
    private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_])@");

    /** What makes a name that stands before it only the beginning of a longer one. */
    private static final Pattern GOES_ON = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]|-\\p{L}");

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

    /** Which of these a text mentions: whoever's name would be marked in it. */
    static List<MessageDetails.Mention> mentioned(String body, List<MessageDetails.Mention> known) {
        Set<String> marked = of(body, known).stream()
                .filter(segment -> segment.kind() == Segment.Kind.MENTION)
                .map(Segment::text)
                .collect(Collectors.toSet());
        return known.stream()
                .filter(mention -> marked.contains("@" + mention.as()))
                .toList();
    }

    private static void addWithMentions(List<Segment> segments, String text, List<MessageDetails.Mention> mentions) {
        int done = 0;
        Matcher at = AT.matcher(text).useTransparentBounds(true);
        while (at.find()) {
            Optional<MessageDetails.Mention> mention = longestAt(text, at.end(), mentions);
            if (mention.isPresent()) {
                addPlain(segments, text, done, at.start());
                done = at.end() + mention.get().as().length();
                segments.add(new Segment(
                        Segment.Kind.MENTION,
                        text.substring(at.start(), done),
                        mention.get().person().toString()));
                at.region(done, text.length());
            }
        }
        addPlain(segments, text, done, text.length());
    }

    private static void addPlain(List<Segment> segments, String text, int from, int to) {
        if (from < to) {
            segments.add(Segment.plain(text.substring(from, to)));
        }
    }

    /** Of several whose names begin alike the one whose whole name stands there. */
    private static Optional<MessageDetails.Mention> longestAt(
            String text, int start, List<MessageDetails.Mention> mentions) {
        return mentions.stream()
                .filter(mention -> text.startsWith(mention.as(), start)
                        && !GOES_ON.matcher(text)
                                .region(start + mention.as().length(), text.length())
                                .lookingAt())
                .max(Comparator.comparingInt(mention -> mention.as().length()));
    }
}
