package io.rimbalzo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** So many at once, so many waiting, each within its time. */
@Timeout(30)
class WorkTest {

    private static Work work(int atOnce, int waiting, long millis) {
        return new Work(new Bounds(
                1, atOnce, waiting, Duration.ofMillis(millis), Duration.ZERO, Duration.ZERO, Duration.ZERO, 1));
    }

    private static Refusal refused(Work work, Callable<?> task) {
        return catchThrowableOfType(Refusal.class, () -> work.run(task));
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void what_takes_too_long_is_interrupted() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        try (Work work = work(1, 1, 50)) {
            Refusal refusal = refused(work, () -> {
                try {
                    Thread.sleep(20_000);
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
                return 1;
            });
            assertThat(refusal.status()).isEqualTo(422);
            await(interrupted::get);
            await(() -> work.left() == 0);
            assertThat(work.run(() -> 2)).isEqualTo(2);
        }
    }

    @Test
    void what_does_not_end_keeps_nobody_waiting_until_there_are_too_many_of_it() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Callable<Integer> endless = () -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return 1;
        };
        try (Work work = work(1, 1, 100)) {
            assertThat(refused(work, endless).getMessage()).isEqualTo("too-slow");
            assertThat(work.run(() -> 2)).isEqualTo(2);
            assertThat(refused(work, endless).getMessage()).isEqualTo("too-slow");
            assertThat(work.isStuck()).isTrue();
            assertThat(refused(work, () -> 3).getMessage()).isEqualTo("busy");
            end.countDown();
            await(() -> work.left() == 0);
            assertThat(work.run(() -> 4)).isEqualTo(4);
        }
    }

    @Test
    void whoever_finds_no_room_is_told_to_come_again() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Work work = work(1, 1, 10_000)) {
            List<CompletableFuture<Object>> busy = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                busy.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        return work.run(() -> end.await(10, TimeUnit.SECONDS));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            await(() -> work.running() == 1 && work.waiting() == 1);
            Refusal refusal = refused(work, () -> 3);
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.headers()).containsEntry("Retry-After", "1");
            end.countDown();
            for (CompletableFuture<Object> one : busy) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(true);
            }
        }
    }

    @Test
    void a_fault_is_the_callers() {
        try (Work work = work(1, 1, 1_000)) {
            assertThat(catchThrowableOfType(
                            IllegalStateException.class,
                            () -> work.run(() -> {
                                throw new IllegalStateException("own");
                            })))
                    .hasMessage("own");
        }
    }
}
