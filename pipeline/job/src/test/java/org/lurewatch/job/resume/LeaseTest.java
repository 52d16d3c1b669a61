package org.lurewatch.job.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Lease.Pause NONE = pause -> {};

    private final TestingClock clock = new TestingClock();
    private final TestingFile file = new TestingFile();
    private final Lease first = new Lease(file, "first", clock);
    private final Lease second = new Lease(file, "second", clock);

    @Test
    void oneThatLivesIsRefusedToASecondAndGivenBackToIt() throws Exception {
        assertEquals(Optional.empty(), first.take(NONE));
        assertEquals("first", second.take(NONE).orElseThrow().owner());

        first.giveBack();

        assertEquals(Optional.empty(), second.take(NONE));
        first.giveBack();
        assertTrue(second.renew(), "only the owner gives it back");
    }

    @Test
    void itLivesAsLongAsItIsRenewed() throws Exception {
        first.take(NONE);
        for (int i = 0; i < 10; i++) {
            clock.now = clock.now.plus(Lease.LENGTH.dividedBy(3));
            assertTrue(first.renew());
            assertEquals("first", second.take(NONE).orElseThrow().owner());
        }
    }

    @Test
    void oneOfAKilledProcessEndsByItself() throws Exception {
        first.take(NONE);
        clock.now = clock.now.plus(Lease.LENGTH).plus(Lease.TOLERANCE);
        assertEquals("first", second.take(NONE).orElseThrow().owner(), "clocks differ a little");

        clock.now = clock.now.plusMillis(1);

        assertEquals(Optional.empty(), second.take(NONE));
        assertFalse(first.renew(), "whoever was away too long has lost it");
    }

    @Test
    void oneThatWasNotRenewedInTimeIsLostEvenIfNobodyHasTakenIt() throws Exception {
        first.take(NONE);
        clock.now = clock.now.plus(Lease.LENGTH);
        assertFalse(first.renew());
    }

    @Test
    void ofTwoThatWriteAtOnceTheLastOneHasIt() throws Exception {
        Optional<Lease.Held> other = first.take(pause -> {
            // The store has shown the second that there is none, before it showed it what the first wrote.
            file.text = null;
            takeQuietly();
        });

        assertEquals("second", other.orElseThrow().owner());
        assertTrue(second.renew());
        assertFalse(first.renew());
    }

    private void takeQuietly() {
        try {
            assertEquals(Optional.empty(), second.take(NONE));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStoreThatFailsForAShortWhileCostsNothing() throws Exception {
        first.take(NONE);
        file.fails = true;
        clock.now = clock.now.plus(Lease.LENGTH).minusMillis(1);
        assertTrue(first.renew());
        file.fails = false;
        assertTrue(first.renew());
        file.fails = true;
        clock.now = clock.now.plus(Lease.LENGTH);
        assertFalse(first.renew());
    }

    @Test
    void aBrokenFileBelongsToNobody() throws Exception {
        file.text = "owner \nuntil tomorrow";
        assertEquals(Optional.empty(), first.take(NONE));
    }

    private static final class TestingFile implements LeaseFile {
        private String text;
        private boolean fails;

        @Override
        public Optional<String> read() throws IOException {
            requireWell();
            return Optional.ofNullable(text);
        }

        @Override
        public boolean create(String created) throws IOException {
            requireWell();
            if (text != null) {
                return false;
            }
            text = created;
            return true;
        }

        @Override
        public void replace(String other) throws IOException {
            requireWell();
            text = other;
        }

        @Override
        public void delete() {
            text = null;
        }

        private void requireWell() throws IOException {
            if (fails) {
                throw new IOException("the store does not answer");
            }
        }
    }

    private static final class TestingClock extends Clock {
        private Instant now = Instant.parse("2026-11-30T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
