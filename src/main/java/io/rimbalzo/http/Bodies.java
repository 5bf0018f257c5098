package io.rimbalzo.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the bodies of requests: each up to the limit, all together no more than the memory bears. */
final class Bodies {

    private static final String UNPACKED = "identity";
    private static final int CHUNK = 64 * 1024;

    private final int limit;
    private final long most;
    private final AtomicLong held = new AtomicLong();
    /** Whoever sends slowly keeps a thread: half of them stay for others. */
    private final Semaphore readers = new Semaphore(Server.THREADS / 2);

    Bodies(int limit) {
        this.limit = limit;
        // what is read is kept some times over while it is understood
        this.most = Math.max(limit, Runtime.getRuntime().maxMemory() / 8);
    }

    /** What was read; the memory is free for others when it is closed. */
    final class Body implements AutoCloseable {

        private final byte[] bytes;

        private Body(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            held.addAndGet(-bytes.length);
        }
    }

    /**
     * The whole body.
     *
     * @throws Refusal 413, 415 where it is packed, 429 where others hold the memory or the threads, 400 where it breaks off
     */
    Body read(Context request) {
        String coding = request.header("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase(UNPACKED)) {
            throw new Refusal(415, "packed", Map.of("found", coding)).with("Accept-Encoding", UNPACKED);
        }
        if (request.req().getContentLengthLong() > limit) {
            throw tooLarge();
        }
        if (!readers.tryAcquire()) {
            throw Work.busy().with("Connection", "close");
        }
        try {
            return readAll(request);
        } catch (IOException e) {
            throw new Refusal(400, "broken-body", Map.of()).with("Connection", "close");
        } finally {
            readers.release();
        }
    }

    private Body readAll(Context request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK / 4);
        boolean whole = false;
        try {
            InputStream in = request.req().getInputStream();
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                if (held.addAndGet(n) > most) {
                    held.addAndGet(-n);
                    throw Work.busy().with("Connection", "close");
                }
                bytes.write(chunk, 0, n);
                if (bytes.size() > limit) {
                    throw tooLarge();
                }
            }
            whole = true;
        } finally {
            if (!whole) {
                held.addAndGet(-bytes.size());
            }
        }
        return new Body(bytes.toByteArray());
    }

    private Refusal tooLarge() {
        return new Refusal(413, "too-large", Map.of("limit", Math.max(1, limit >> 20))).with("Connection", "close");
    }
}
