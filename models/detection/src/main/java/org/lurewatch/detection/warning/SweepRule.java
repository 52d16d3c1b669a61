package org.lurewatch.detection.warning;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Verdict;

/**
 * What a history sweep sends: a first warning of what is a likely scam now and was never warned of, and a next revision
 * where the verdict that was sent is another one now. Sweeping again with the same bundle therefore sends nothing.
 *
 * <p>A warning that rests on a campaign or on reviews stays as it is: a sweep assesses each posting by itself and knows
 * less than what was sent.
 */
public final class SweepRule {
    private static final int FIRST_REVISION = 1;

    private SweepRule() {}

    /** What becomes of a posting in a sweep. */
    public enum Outcome {
        /** Nothing is sent. */
        UNCHANGED,
        /** A first warning is sent. */
        WARNED,
        /** A warning with another verdict is sent. */
        CHANGED,
        /** The warning rests on more than the posting and stays. */
        KEPT
    }

    /**
     * What follows for a posting.
     *
     * @param revision what is sent; empty where nothing is
     */
    public record Swept(Outcome outcome, Optional<Revision> revision) {
        public Swept {
            Objects.requireNonNull(outcome);
            Objects.requireNonNull(revision);
        }
    }

    /**
     * What the posting's assessment becomes when it is sent.
     *
     * @param number from 1
     * @param reason one line: why it is sent
     * @param campaign the campaign that the earlier warning named
     */
    public record Revision(int number, String reason, Optional<String> campaign) {
        public Revision {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(campaign);
        }
    }

    /**
     * Decides about one posting.
     *
     * @param now what the bundle says now
     * @param earlier the last warning of it
     */
    public static Swept sweep(Verdict now, BundleId bundle, Optional<EarlierWarning> earlier) {
        Outcome outcome = outcome(now, earlier);
        boolean isSent = outcome == Outcome.WARNED || outcome == Outcome.CHANGED;
        return new Swept(outcome, isSent ? Optional.of(revision(bundle, earlier)) : Optional.empty());
    }

    private static Outcome outcome(Verdict now, Optional<EarlierWarning> earlier) {
        if (earlier.isEmpty()) {
            return now == Verdict.LIKELY_SCAM ? Outcome.WARNED : Outcome.UNCHANGED;
        }
        EarlierWarning warning = earlier.get();
        if (warning.verdict() == now) {
            return Outcome.UNCHANGED;
        }
        return warning.restsOnPostingAlone() ? Outcome.CHANGED : Outcome.KEPT;
    }

    private static Revision revision(BundleId bundle, Optional<EarlierWarning> earlier) {
        return new Revision(
                earlier.map(warning -> warning.revision() + 1).orElse(FIRST_REVISION),
                "history sweep with bundle " + bundle.version() + ", digest " + bundle.digest(),
                earlier.flatMap(EarlierWarning::campaign));
    }
}
