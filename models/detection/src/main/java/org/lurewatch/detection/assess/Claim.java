package org.lurewatch.detection.assess;

import java.util.List;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.Token;

/**
 * A place in a posting with a reason to point at it, before the wording there is counted.
 *
 * @param reason what it points to
 * @param field where it is
 * @param reading index of the field among those whose wording is scored, or {@link #NOT_SCORED}
 * @param start first unit in the comparable text, or in the raw text of a field whose wording is not scored
 * @param end one past the last unit
 * @param contribution what named signals added to the log-odds there
 */
record Claim(Reason reason, PostingField field, int reading, int start, int end, double contribution) {
    /** For fields that only hold facts: a telephone number, an address for applications. */
    static final int NOT_SCORED = -1;

    Claim with(double otherContribution) {
        return new Claim(reason, field, reading, start, end, otherContribution);
    }

    /**
     * Whether a reader would take a later claim for a part of this one: either both rest on the same published
     * indicator and share words, or the later one rests on none and lies within this one.
     */
    boolean includes(Claim later) {
        if (reading != later.reading || field != later.field || later.start >= end) {
            return false;
        }
        return reason.indicator().equals(later.reason.indicator())
                ? !reason.indicator().isEmpty()
                : later.reason.indicator().isEmpty() && later.end <= end;
    }

    /** Both joined into one, with the reason of the stronger. */
    Claim joined(Claim later) {
        boolean laterIsStronger = Math.abs(later.contribution) > Math.abs(contribution)
                && !later.reason.indicator().isEmpty();
        Reason stronger = laterIsStronger ? later.reason : reason;
        return new Claim(
                stronger.asWeak(reason.weak() && (later.reason.weak() || later.reason.isSubject())),
                field,
                reading,
                start,
                Math.max(end, later.end),
                contribution + later.contribution);
    }

    /** Index of the first token of the scored field that does not lie before it. */
    int firstToken(FieldReading scored) {
        List<Token> tokens = scored.tokens();
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a token of the scored field lies in it or touches it. */
    boolean covers(FieldReading scored, int token) {
        return scored.tokens().get(token).start() < end
                && scored.tokens().get(token).end() > start;
    }
}
