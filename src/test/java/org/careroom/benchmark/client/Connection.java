package org.careroom.benchmark.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** One TCP connection on the loop. What was received stands in {@link #in} from {@link #start} to {@link #end}. */
abstract class Connection {

    private static final int FIRST_SIZE = 8 * 1024;

    final EventLoop loop;
    byte[] in = new byte[FIRST_SIZE];
    int start;
    int end;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private boolean closed;

    Connection(EventLoop loop, InetSocketAddress server) throws IOException {
        this.loop = loop;
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = channel.connect(server);
        key = channel.register(loop.selector(), connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    /** Something arrived: takes what is whole by moving {@link #start} on. */
    abstract void received();

    /** The other side ended it, or it failed. */
    abstract void ended(String why);

    final boolean isClosed() {
        return closed;
    }

    final void write(byte[] bytes) {
        if (closed) {
            return;
        }
        unsent.add(ByteBuffer.wrap(bytes));
        if (channel.isConnected() && unsent.size() == 1) {
            try {
                flush();
            } catch (IOException broken) {
                // Not at once: whoever writes is still in the middle of its own step.
                loop.after(0, () -> end(String.valueOf(broken.getMessage())));
            }
        }
    }

    final void close() {
        if (!closed) {
            closed = true;
            key.cancel();
            try {
                channel.close();
            } catch (IOException ignored) {
                // It is gone either way.
            }
        }
    }

    final void ready() {
        try {
            if (key.isValid() && key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                flush();
            }
            if (key.isValid() && key.isWritable()) {
                flush();
            }
            if (key.isValid() && key.isReadable()) {
                read();
            }
        } catch (IOException broken) {
            end(String.valueOf(broken.getMessage()));
        }
    }

    private void end(String why) {
        if (!closed) {
            close();
            ended(why);
        }
    }

    private void flush() throws IOException {
        for (ByteBuffer next = unsent.peek(); next != null; next = unsent.peek()) {
            channel.write(next);
            if (next.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            unsent.remove();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private void read() throws IOException {
        makeRoom();
        int count = channel.read(ByteBuffer.wrap(in, end, in.length - end));
        if (count < 0) {
            end("closed by the server");
            return;
        }
        end += count;
        received();
        if (start == end) {
            start = 0;
            end = 0;
        }
    }

    private void makeRoom() {
        if (end < in.length) {
            return;
        }
        if (start > 0) {
            System.arraycopy(in, start, in, 0, end - start);
            end -= start;
            start = 0;
        } else {
            in = Arrays.copyOf(in, in.length * 2);
        }
    }
}
