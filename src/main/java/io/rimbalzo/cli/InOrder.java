package io.rimbalzo.cli;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works on several inputs at once, on all processors, and hands on what comes of them in the order of the inputs, each as
 * soon as it and those before it are there.
 *
 * <pre>{@code
 * try (InOrder<Result> results = new InOrder<>(limit, output::write)) {
 *     results.add(line.length, () -> diagnosed(line));
 * }
 * }</pre>
 */
final class InOrder<T> implements AutoCloseable {

    /** How many inputs may be read before the first of them is done, for each processor. */
    private static final int AHEAD = 4;

    private record Item<T>(Future<T> result, int bytes) {

        /** What stands after the last. */
        static <T> Item<T> end() {
            return new Item<>(new CompletableFuture<>(), -1);
        }

        boolean isEnd() {
            return bytes < 0;
        }
    }

    private final ExecutorService workers;
    private final BlockingQueue<Item<T>> waiting;
    private final Semaphore bytes;
    private final int most;
    private final Consumer<T> told;
    private final Thread teller;
    private volatile @Nullable Throwable failure;

    /**
     * @param most bytes of inputs that are held at once; a longer one is held alone
     * @param told what is done with each result, on one thread
     */
    InOrder(int most, Consumer<T> told) {
        int processors = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(processors, work -> daemon(work, "rimbalzo-work"));
        this.waiting = new ArrayBlockingQueue<>(processors * AHEAD);
        this.bytes = new Semaphore(most);
        this.most = most;
        this.told = told;
        this.teller = daemon(this::tell, "rimbalzo-tell");
        teller.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits while too much is under way; returns before the work is done. */
    void add(int length, Callable<T> work) {
        int held = Math.min(length, most);
        try {
            bytes.acquire(held);
            waiting.put(new Item<>(workers.submit(work), held));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void tell() {
        try {
            for (Item<T> item = waiting.take(); !item.isEnd(); item = waiting.take()) {
                if (failure == null) {
                    told(item);
                }
                bytes.release(item.bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a failure nothing more is told, and what is added is only taken away. */
    private void told(Item<T> item) throws InterruptedException {
        try {
            told.accept(item.result.get());
        } catch (ExecutionException e) {
            failure = e.getCause();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /**
     * Waits until all is told.
     *
     * @throws RuntimeException what the work, or telling it, threw first
     */
    @Override
    public void close() {
        try {
            waiting.put(Item.end());
            teller.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            workers.shutdownNow();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
