package org.lurewatch.desk.lists;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.control.ControlTopics;
import org.lurewatch.detection.lists.PostingLists;

/**
 * Keeps the lists as the topic of commands has them, on a thread of its own. Where Kafka does not answer, or has no such topic
 * yet, it asks again; meanwhile the lists stay as they are. Before the topic was read once, there are none.
 */
public final class ListFollower implements Supplier<PostingLists>, AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ControlTopics topics;
    private final Consumer<String> troubles;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile PostingLists lists = PostingLists.NONE;

    private ListFollower(ControlTopics topics, Consumer<String> troubles) {
        this.topics = topics;
        this.troubles = troubles;
        this.thread = new Thread(this::follow, "lists");
    }

    /**
     * Starts one.
     *
     * @param troubles is told why the topic cannot be read, once until another reason comes
     */
    public static ListFollower start(ControlTopics topics, Consumer<String> troubles) {
        ListFollower follower = new ListFollower(topics, troubles);
        follower.thread.setDaemon(true);
        follower.thread.start();
        return follower;
    }

    private void follow() {
        String told = "";
        try {
            do {
                try {
                    read();
                } catch (DeskException e) {
                    String trouble = Objects.requireNonNull(e.getMessage());
                    if (closed.getCount() > 0 && !trouble.equals(told)) {
                        troubles.accept(trouble);
                        told = trouble;
                    }
                }
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        PostingLists.Builder entries = new PostingLists.Builder();
        boolean[] isBehind = {true};
        topics.followCommands(
                () -> {
                    isBehind[0] = false;
                    lists = entries.build();
                    caughtUp.countDown();
                },
                command -> {
                    if (ListDesk.carryOut(command, entries) && !isBehind[0]) {
                        lists = entries.build();
                    }
                });
    }

    /** The lists now. */
    @Override
    public PostingLists get() {
        return lists;
    }

    /** Waits until the topic was read once; answers whether it was in that time. */
    public boolean awaitFirst(Duration longest) throws InterruptedException {
        return caughtUp.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the thread. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
