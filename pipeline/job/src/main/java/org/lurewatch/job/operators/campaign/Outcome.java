package org.lurewatch.job.operators.campaign;

import org.lurewatch.job.codec.WarningReviser;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/** Which counter counts what becomes of a posting. */
final class Outcome {
    private Outcome() {}

    /**
     * The counter's name, or null where nothing is counted.
     *
     * @param memory as it is before the warning is sent
     * @param ownLikely whether the posting has just been assessed as a likely scam by itself
     */
    static String of(PostingMemory memory, ScamWarning current, boolean ownLikely) {
        boolean sent = WarningReviser.isWorthSending(memory, current);
        boolean likely = current.getVerdict() == Verdict.LIKELY_SCAM;
        if (ownLikely) {
            return ofOwnLikely(memory, sent, likely);
        }
        if (!sent) {
            return null;
        }
        boolean toldLikely = memory.getToldVerdict() == Verdict.LIKELY_SCAM;
        if (likely != toldLikely) {
            return likely ? FlowCounters.LATE_WARNINGS : FlowCounters.RETRACTED;
        }
        return FlowCounters.UPDATED;
    }

    private static String ofOwnLikely(PostingMemory memory, boolean sent, boolean likely) {
        if (!sent) {
            return likely ? FlowCounters.REPEATED : FlowCounters.WITHHELD;
        }
        return memory.getRevision() == 0 ? FlowCounters.FIRST_WARNINGS : FlowCounters.REVISED;
    }
}
