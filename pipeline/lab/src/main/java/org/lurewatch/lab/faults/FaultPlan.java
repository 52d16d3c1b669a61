package org.lurewatch.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Which faults come when; the same seed gives the same ones. */
public final class FaultPlan {
    private static final int LONGEST_GAP_MILLIS = 3_000;
    private static final int LONGEST_ABSENCE_MILLIS = 3_000;
    private static final int OVERLAP_EVERY = 4;
    /** Above the cluster's heartbeat.timeout. */
    private static final int SHORTEST_PAUSE_MILLIS = 7_000;
    /** Several checkpoints. */
    private static final int SHORTEST_DENIAL_MILLIS = 4_000;
    /** Also the next JobManager has begun, and has looked for the checkpoints in vain. */
    private static final int SHORTEST_LOSS_MILLIS = 12_000;

    private FaultPlan() {}

    /**
     * One fault.
     *
     * @param victim which of several alike is hit: any number, to be taken modulo how many there are
     * @param gap how long to wait before it
     * @param absence how long what was hit stays away before it is started again, or all is well again
     * @param overlaps whether it comes without waiting until the job has recovered from the one before
     */
    record Fault(FaultKind kind, int victim, Duration gap, Duration absence, boolean overlaps) {}

    /** So many kills and so many other faults of some kinds, each kind as often as its like, or once more. */
    public static List<Fault> of(int kills, int others, long seed, List<FaultKind> kinds) {
        List<FaultKind> order = new ArrayList<>();
        addInTurn(order, kills, kinds.stream().filter(FaultKind::isKill).toList());
        addInTurn(order, others, kinds.stream().filter(kind -> !kind.isKill()).toList());
        Collections.shuffle(order, new Random(seed));
        RandomGenerator random = new SplittableRandom(seed);
        return order.stream().map(kind -> fault(kind, random)).toList();
    }

    private static void addInTurn(List<FaultKind> order, int count, List<FaultKind> kinds) {
        for (int i = 0; i < count && !kinds.isEmpty(); i++) {
            order.add(kinds.get(i % kinds.size()));
        }
    }

    private static Fault fault(FaultKind kind, RandomGenerator random) {
        int absence = random.nextInt(LONGEST_ABSENCE_MILLIS);
        return new Fault(
                kind,
                random.nextInt(Integer.MAX_VALUE),
                Duration.ofMillis(random.nextInt(LONGEST_GAP_MILLIS)),
                Duration.ofMillis(shortestMillis(kind) + absence),
                random.nextInt(OVERLAP_EVERY) == 0);
    }

    private static int shortestMillis(FaultKind kind) {
        return switch (kind) {
            case TASK_MANAGER_KILLED, JOB_MANAGER_KILLED, BROKER_KILLED -> 0;
            case TASK_MANAGER_PAUSED -> SHORTEST_PAUSE_MILLIS;
            case DISK_FULL, TRANSACTIONS_REFUSED -> SHORTEST_DENIAL_MILLIS;
            case CHECKPOINTS_AWAY -> SHORTEST_LOSS_MILLIS;
        };
    }
}
