package io.rimbalzo.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where answers are made: so many at once, so many waiting, each within its time. One that takes too long is interrupted
 * and left to itself; another thread takes the place of its own, as long as there are not too many of these.
 */
final class Work implements AutoCloseable {

    private enum State {
        WAITING,
        RUNNING,
        DONE,
        LEFT
    }

    private static final String RETRY_SECONDS = "1";

    private final int atOnce;
    private final Duration budget;
    private final ThreadPoolExecutor pool;
    private final AtomicInteger made = new AtomicInteger();
    private int left;

    Work(Bounds bounds) {
        atOnce = bounds.atOnce();
        budget = bounds.budget();
        pool = new ThreadPoolExecutor(
                atOnce, atOnce, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(bounds.waiting()), this::thread);
    }

    private Thread thread(Runnable runnable) {
        Thread thread = new Thread(runnable, "rimbalzo-work-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private final class Turn<T> implements Runnable {

        private final FutureTask<T> task;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

        Turn(Callable<T> work) {
            task = new FutureTask<>(work);
        }

        @Override
        public void run() {
            if (state.compareAndSet(State.WAITING, State.RUNNING)) {
                task.run();
                if (!state.compareAndSet(State.RUNNING, State.DONE)) {
                    leave(-1);
                }
            }
        }
    }

    /**
     * The work's own answer or exception.
     *
     * @throws Refusal 429 where there is no room, 422 {@code too-slow} where it has begun and not ended in time
     */
    <T> T run(Callable<T> work) throws Exception {
        Turn<T> turn = new Turn<>(work);
        try {
            pool.execute(turn);
            return turn.task.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw busy();
        } catch (TimeoutException e) {
            return late(turn);
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private <T> T late(Turn<T> turn) throws Exception {
        if (turn.state.compareAndSet(State.WAITING, State.LEFT)) {
            pool.remove(turn);
            throw busy();
        }
        if (turn.state.compareAndSet(State.RUNNING, State.LEFT)) {
            leave(1);
            turn.task.cancel(true);
            throw new Refusal(422, "too-slow", Map.of("limit", Math.max(1, budget.toSeconds())));
        }
        try {
            return turn.task.get();
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private static Exception cause(ExecutionException e) throws ExecutionException {
        if (e.getCause() instanceof Exception own) {
            return own;
        }
        throw e;
    }

    static Refusal busy() {
        return new Refusal(429, "busy", Map.of()).with("Retry-After", RETRY_SECONDS);
    }

    /** One more thread that is left to itself, or one less; as many others may stand in for them as there are threads. */
    private synchronized void leave(int more) {
        left += more;
        int threads = atOnce + Math.min(left, atOnce);
        if (threads > pool.getMaximumPoolSize()) {
            pool.setMaximumPoolSize(threads);
            pool.setCorePoolSize(threads);
        } else {
            pool.setCorePoolSize(threads);
            pool.setMaximumPoolSize(threads);
        }
    }

    /** How many are left to themselves. */
    synchronized int left() {
        return left;
    }

    /** Whether so many are left to themselves that nobody works any more. */
    boolean isStuck() {
        return left() >= 2 * atOnce;
    }

    int running() {
        return pool.getActiveCount();
    }

    int waiting() {
        return pool.getQueue().size();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
