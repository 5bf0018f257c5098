package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InOrderTest {

    private final List<Integer> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatIsDoneSoonerIsNotToldSooner() {
        try (InOrder<Integer> results = new InOrder<>(1_000, told::add)) {
            for (int i = 0; i < 200; i++) {
                int number = i;
                results.add(1, () -> {
                    Thread.sleep(number % 7 == 0 ? 5 : 0);
                    return number;
                });
            }
        }
        assertThat(told).isEqualTo(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void aResultIsToldBeforeTheNextInputComes() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        try (InOrder<Integer> results = new InOrder<>(1_000, result -> first.countDown())) {
            results.add(1, () -> 1);
            assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void severalAreWorkedOnAtOnce() {
        assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
        CyclicBarrier both = new CyclicBarrier(2);
        try (InOrder<Integer> results = new InOrder<>(1_000, told::add)) {
            results.add(1, () -> both.await(30, TimeUnit.SECONDS));
            results.add(1, () -> both.await(30, TimeUnit.SECONDS));
        }
        assertThat(told).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void noMoreBytesAreHeldThanAllowedAndOneThatIsLongerIsHeldAlone() {
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int[] lengths = {60, 60, 30, 30, 40, 500, 10, 90, 10};
        try (InOrder<Integer> results = new InOrder<>(100, length -> held.addAndGet(-length))) {
            for (int length : lengths) {
                int counted = Math.min(length, 100);
                results.add(length, () -> {
                    most.accumulateAndGet(held.addAndGet(counted), Math::max);
                    Thread.sleep(2);
                    return counted;
                });
            }
        }
        assertThat(most.get()).isBetween(90, 100);
        assertThat(held).hasValue(0);
    }

    @Test
    void whatGoesWrongIsToldInTheEndAndNothingAfterIt() {
        assertThatThrownBy(() -> {
                    try (InOrder<Integer> results = new InOrder<>(10, told::add)) {
                        results.add(1, () -> 1);
                        results.add(1, () -> {
                            throw new IllegalArgumentException("wrong");
                        });
                        for (int i = 0; i < 100; i++) {
                            results.add(1, () -> 3);
                        }
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wrong");
        assertThat(told).containsExactly(1);
    }
}
