package org.careroom.benchmark.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Takes WebSocket messages from received bytes: joins fragments, unpacks compressed ones. The last stands in {@link #array}. */
final class MessageReader {

    static final int NONE = -1;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final byte[] FLUSHED = {0, 0, (byte) 0xFF, (byte) 0xFF};

    private final EventLoop loop;
    byte[] array = {};
    int from;
    int to;

    private @Nullable Inflater inflater;
    private byte[] fragments = {};
    private int fragmentKind = NONE;
    private boolean fragmentsCompressed;

    MessageReader(EventLoop loop) {
        this.loop = loop;
    }

    void expectCompressed() {
        inflater = new Inflater(true);
    }

    void close() {
        if (inflater != null) {
            inflater.end();
        }
    }

    /** The kind of the next whole message, or {@link #NONE} when more bytes are to come. */
    int next(Connection bytes) {
        while (true) {
            int available = bytes.end - bytes.start;
            if (available < 2) {
                return NONE;
            }
            byte[] in = bytes.in;
            int head = in[bytes.start] & 0xFF;
            int shortLength = in[bytes.start + 1] & 0x7F;
            int headLength = shortLength < 126 ? 2 : shortLength == 126 ? 4 : 10;
            if (available < headLength) {
                return NONE;
            }
            int begin = bytes.start + headLength;
            int length = shortLength < 126 ? shortLength : number(in, bytes.start + 2, begin);
            if (available < headLength + length) {
                return NONE;
            }
            bytes.start = begin + length;
            int kind = take(head, in, begin, begin + length);
            if (kind != NONE) {
                return kind;
            }
        }
    }

    private static int number(byte[] in, int begin, int finish) {
        int number = 0;
        for (int i = begin; i < finish; i++) {
            number = number << 8 | in[i] & 0xFF;
        }
        return number;
    }

    String closeReason() {
        if (to - from < 2) {
            return "no reason";
        }
        int code = (array[from] & 0xFF) << 8 | array[from + 1] & 0xFF;
        return code + " " + new String(array, from + 2, to - from - 2, StandardCharsets.UTF_8);
    }

    private int take(int head, byte[] in, int begin, int finish) {
        boolean last = (head & 0x80) != 0;
        boolean compressed = (head & 0x40) != 0;
        int kind = head & 0x0F;
        if (last && kind != 0) {
            return whole(kind, compressed, in, begin, finish);
        }
        if (kind != 0) {
            fragmentKind = kind;
            fragmentsCompressed = compressed;
            fragments = Arrays.copyOfRange(in, begin, finish);
            return NONE;
        }
        int before = fragments.length;
        fragments = Arrays.copyOf(fragments, before + finish - begin);
        System.arraycopy(in, begin, fragments, before, finish - begin);
        return last ? whole(fragmentKind, fragmentsCompressed, fragments, 0, fragments.length) : NONE;
    }

    private int whole(int kind, boolean compressed, byte[] in, int begin, int finish) {
        array = in;
        from = begin;
        to = finish;
        if (compressed) {
            inflate(in, begin, finish - begin);
        }
        return kind;
    }

    private void inflate(byte[] in, int begin, int length) {
        if (inflater == null) {
            throw new IllegalStateException("a compressed message that was not agreed on");
        }
        try {
            inflater.setInput(in, begin, length);
            int size = inflateInto(inflater, 0);
            inflater.setInput(FLUSHED);
            size = inflateInto(inflater, size);
            array = loop.scratch(size);
            from = 0;
            to = size;
        } catch (DataFormatException broken) {
            throw new IllegalStateException("a broken compressed message", broken);
        }
    }

    private int inflateInto(Inflater unpacking, int begin) throws DataFormatException {
        int size = begin;
        byte[] out = loop.scratch(size + 1);
        while (true) {
            int count = unpacking.inflate(out, size, out.length - size);
            size += count;
            if (size == out.length) {
                out = loop.scratch(size * 2);
            } else if (count == 0) {
                return size;
            }
        }
    }
}
