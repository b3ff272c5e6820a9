package org.careroom.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One room under load: who reads it, and which of its messages reached how many of them. Lives on the loop's thread. */
final class LoadRoom {

    private final String id;
    private final List<RoomPage> pages = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private long first;

    /** @param last the sequence of the last message there before the load */
    LoadRoom(String id, long last) {
        this.id = id;
        this.first = last + 1;
    }

    String id() {
        return id;
    }

    /** The sequence of the first message that counts. */
    long first() {
        return first;
    }

    List<RoomPage> pages() {
        return pages;
    }

    /** The message was answered 201. */
    void acknowledged(long sequence, long asked) {
        Post post = post(sequence);
        if (post.answered != 0) {
            throw new IllegalStateException("sequence " + sequence + " was given twice in room " + id);
        }
        post.asked = asked;
        post.answered = System.nanoTime();
    }

    void reachedByFrame(long sequence, long now) {
        Post post = post(sequence);
        post.byFrame++;
        post.lastReached = now;
    }

    void reachedByFetch(long sequence, long now) {
        Post post = post(sequence);
        post.byFetch++;
        post.lastReached = now;
    }

    /** The sequence of the last message that was answered or read. */
    long last() {
        return first + posts.size() - 1;
    }

    Stream<Post> acknowledgedPosts() {
        return posts.stream().filter(post -> post.answered != 0);
    }

    /** How many answered messages some reader has not got. */
    long lost() {
        return acknowledgedPosts()
                .filter(post -> post.reached() != pages.size())
                .count();
    }

    /** Begins to count anew; only when nothing is on its way. */
    void forget() {
        first = last() + 1;
        posts.clear();
    }

    /** One that comes after its load was counted, as lost then, counts no more. */
    private Post post(long sequence) {
        if (sequence < first) {
            return new Post();
        }
        while (last() < sequence) {
            posts.add(new Post());
        }
        return posts.get((int) (sequence - first));
    }
}
