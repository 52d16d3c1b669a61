package org.lurewatch.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    @Test
    void workThatDoesNotEndIsEnded() {
        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> CpuTime.atMost(
                        Duration.ofMillis(100),
                        () -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                            return "ended";
                        },
                        () -> "a loop"));
        assertTrue(failure.getMessage().startsWith("a loop: not done after 100 ms"), failure::getMessage);
    }

    @Test
    void timeWithoutTheProcessorDoesNotCount() {
        assertEquals("done", CpuTime.atMost(Duration.ofMillis(200), () -> {
            TimeUnit.MILLISECONDS.sleep(500);
            return "done";
        }));
    }

    @Test
    void whatTheWorkThrowsIsShown() {
        AssertionError failure = assertThrows(
                AssertionError.class,
                () -> CpuTime.atMost(Duration.ofSeconds(10), () -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals("broken", failure.getCause().getMessage());
    }
}
