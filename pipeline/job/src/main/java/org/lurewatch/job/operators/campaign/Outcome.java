package org.lurewatch.job.operators.campaign;

import java.util.Optional;
import org.lurewatch.codec.WarningReviser;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/** Which counter counts what becomes of a posting. */
final class Outcome {
    private Outcome() {}

    /**
     * The counter's name; none where nothing is counted.
     *
     * @param memory as it is before the warning is sent
     * @param ownLikely whether the posting has just been assessed as a likely scam by itself
     */
    static Optional<String> of(PostingMemory memory, ScamWarning current, boolean ownLikely) {
        boolean sent = WarningReviser.isWorthSending(memory, current);
        boolean likely = current.getVerdict() == Verdict.LIKELY_SCAM;
        if (ownLikely) {
            return Optional.of(ofOwnLikely(memory, sent, likely));
        }
        if (!sent) {
            return Optional.empty();
        }
        boolean toldLikely = memory.getToldVerdict() == Verdict.LIKELY_SCAM;
        if (likely != toldLikely) {
            return Optional.of(likely ? FlowCounters.LATE_WARNINGS : FlowCounters.RETRACTED);
        }
        return Optional.of(FlowCounters.UPDATED);
    }

    /** The counter's name where a likely scam came that changes nothing. */
    static String ofOneMore(PostingMemory memory) {
        return memory.getToldVerdict() == Verdict.LIKELY_SCAM ? FlowCounters.REPEATED : FlowCounters.WITHHELD;
    }

    private static String ofOwnLikely(PostingMemory memory, boolean sent, boolean likely) {
        if (!sent) {
            return likely ? FlowCounters.REPEATED : FlowCounters.WITHHELD;
        }
        return memory.getRevision() == 0 ? FlowCounters.FIRST_WARNINGS : FlowCounters.REVISED;
    }
}
