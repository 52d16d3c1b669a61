package org.lurewatch.lab.bench;

import java.util.concurrent.locks.LockSupport;

/** Sends postings to a topic at a steady rate, on a thread of its own, until it is closed. */
public final class SteadyPostings implements AutoCloseable {
    private final Thread sending;
    private volatile boolean closed;

    private SteadyPostings(BenchSource source, String topic, double perSecond) {
        this.sending = new Thread(() -> send(source, topic, perSecond), "steady-postings");
        sending.setDaemon(true);
    }

    /** Begins to send. */
    public static SteadyPostings start(BenchSource source, String topic, double perSecond) {
        SteadyPostings postings = new SteadyPostings(source, topic, perSecond);
        postings.sending.start();
        return postings;
    }

    private void send(BenchSource source, String topic, double perSecond) {
        long start = System.nanoTime();
        for (long number = 0; !closed; number++) {
            long due = start + (long) (number * 1e9 / perSecond);
            for (long early = due - System.nanoTime(); early > 0 && !closed; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            source.send(topic, number);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        LockSupport.unpark(sending);
        sending.join();
    }
}
