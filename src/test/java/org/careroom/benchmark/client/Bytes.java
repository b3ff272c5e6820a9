package org.careroom.benchmark.client;

import java.nio.charset.StandardCharsets;

/** Looks for things in received bytes without making strings of them. Ranges are from (inclusive) to (exclusive). */
public final class Bytes {

    private Bytes() {}

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Where {@code pattern} begins first, or -1. */
    public static int indexOf(byte[] array, int from, int to, byte[] pattern) {
        byte first = pattern[0];
        int last = to - pattern.length;
        for (int i = from; i <= last; i++) {
            if (array[i] == first && startsWith(array, i, to, pattern)) {
                return i;
            }
        }
        return -1;
    }

    public static boolean startsWith(byte[] array, int from, int to, byte[] pattern) {
        if (to - from < pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (array[from + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number that follows the first {@code label}, or -1 when there is no such label. */
    public static long number(byte[] array, int from, int to, byte[] label) {
        int at = indexOf(array, from, to, label);
        if (at < 0) {
            return -1;
        }
        long number = 0;
        for (int i = at + label.length; i < to && array[i] >= '0' && array[i] <= '9'; i++) {
            number = number * 10 + (array[i] - '0');
        }
        return number;
    }
}
