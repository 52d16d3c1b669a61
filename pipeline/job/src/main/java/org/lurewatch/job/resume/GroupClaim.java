package org.lurewatch.job.resume;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.fs.Path;

/**
 * The right of one process to run a group: a file lock in a local folder, a lease elsewhere.
 *
 * @param giveBack what ends it
 */
public record GroupClaim(AutoCloseable giveBack) implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String LEASE = "lease";

    /**
     * Claims a group.
     *
     * @param owner a name of this process, without spaces
     * @param whenLost run on another thread if a lease cannot be kept
     * @throws TakenException if another process runs it
     */
    public static GroupClaim of(GroupFolder folder, String owner, Clock clock, Runnable whenLost)
            throws IOException, InterruptedException, TakenException {
        return folder.root().getFileSystem().isDistributedFS()
                ? leased(new SmallFile(new Path(folder.root(), LEASE)), owner, clock, whenLost)
                : locked(new Path(folder.root(), LOCK), owner);
    }

    private static GroupClaim locked(Path file, String owner) throws IOException, TakenException {
        Optional<LocalLock> lock = LocalLock.take(java.nio.file.Path.of(file.getPath()), owner);
        if (lock.isEmpty()) {
            String other = new SmallFile(file).read().orElse("").strip();
            throw new TakenException(other + " runs it, and has locked " + file.getPath()
                    + "; end that process, or give this one a kafka.groupId of its own");
        }
        return new GroupClaim(lock.get());
    }

    private static GroupClaim leased(SmallFile file, String owner, Clock clock, Runnable whenLost)
            throws IOException, InterruptedException, TakenException {
        Lease lease = new Lease(file, owner, clock);
        Optional<Lease.Held> other = lease.take(pause -> Thread.sleep(pause.toMillis()));
        if (other.isPresent()) {
            throw new TakenException(other.get().owner() + " runs it, as " + file.path() + " says; end that process, or"
                    + " give this one a kafka.groupId of its own. If it is gone, start again after "
                    + other.get().until().plus(Lease.TOLERANCE));
        }
        ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lurewatch-lease");
            thread.setDaemon(true);
            return thread;
        });
        Duration period = Lease.LENGTH.dividedBy(3);
        ScheduledFuture<?> renewal = renewing.scheduleAtFixedRate(
                () -> {
                    if (!lease.renew()) {
                        renewing.shutdown();
                        whenLost.run();
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
        AutoCloseable giveBack = () -> {
            renewal.cancel(false);
            renewing.shutdown();
            lease.giveBack();
        };
        // Also when a person ends the process: else the next start would wait until the lease is over.
        Thread atTheEnd = new Thread(() -> closeQuietly(giveBack));
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        return new GroupClaim(() -> {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
            giveBack.close();
        });
    }

    private static void closeQuietly(AutoCloseable closed) {
        try {
            closed.close();
        } catch (Exception e) {
            // It ends by itself, a little later.
        }
    }

    @Override
    public void close() throws Exception {
        giveBack.close();
    }
}
