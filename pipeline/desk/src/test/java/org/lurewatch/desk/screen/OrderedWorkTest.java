package org.lurewatch.desk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
    @Test
    void handsResultsOnInTheOrderGivenHoweverLongEachTakes() throws InterruptedException {
        Receiver receiver = new Receiver(Integer.MAX_VALUE);
        try (OrderedWork<Integer> work = new OrderedWork<>(4, receiver)) {
            for (int i = 0; i < 500; i++) {
                int number = i;
                assertTrue(work.submit(() -> {
                    IntStream.range(0, number % 7 == 0 ? 100_000 : 0).forEach(spin -> Thread.onSpinWait());
                    return number;
                }));
            }
            work.finish();
        }
        assertEquals(IntStream.range(0, 500).boxed().toList(), receiver.results);
    }

    @Test
    void holdsBackWhoGivesWorkFasterThanItIsDone() throws InterruptedException {
        AtomicInteger given = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        AtomicInteger mostWaiting = new AtomicInteger();
        try (OrderedWork<Integer> work = new OrderedWork<>(2, new OrderedWork.ResultReceiver<>() {
            @Override
            public boolean accept(Integer result) {
                mostWaiting.accumulateAndGet(given.get() - received.getAndIncrement(), Math::max);
                return true;
            }

            @Override
            public void onPause() {}
        })) {
            for (int i = 0; i < 5_000; i++) {
                work.submit(given::incrementAndGet);
            }
            work.finish();
        }
        assertEquals(5_000, received.get());
        assertTrue(mostWaiting.get() <= 70, "waiting: " + mostWaiting);
    }

    @Test
    void stopsWhenNoMoreIsWanted() throws InterruptedException {
        Receiver receiver = new Receiver(3);
        try (OrderedWork<Integer> work = new OrderedWork<>(2, receiver)) {
            boolean wanted = true;
            for (int i = 0; i < 10_000 && wanted; i++) {
                int number = i;
                wanted = work.submit(() -> number);
            }
            assertFalse(wanted);
            work.finish();
        }
        assertEquals(List.of(0, 1, 2), receiver.results);
    }

    @Test
    void throwsTheErrorOfTheWork() throws InterruptedException {
        Receiver receiver = new Receiver(Integer.MAX_VALUE);
        try (OrderedWork<Integer> work = new OrderedWork<>(2, receiver)) {
            work.submit(() -> 1);
            work.submit(() -> {
                throw new StackOverflowError();
            });
            assertThrows(StackOverflowError.class, work::finish);
        }
        assertEquals(List.of(1), receiver.results);
    }

    private static final class Receiver implements OrderedWork.ResultReceiver<Integer> {
        private final List<Integer> results = new ArrayList<>();
        private final int wanted;

        Receiver(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean accept(Integer result) {
            results.add(result);
            return results.size() < wanted;
        }

        @Override
        public void onPause() {}
    }
}
