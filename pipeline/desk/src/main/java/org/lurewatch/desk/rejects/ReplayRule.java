package org.lurewatch.desk.rejects;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.registry.RegistryException;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;

/** Decides what becomes of a reject when rejects are sent back. Remembers which it has decided about. */
final class ReplayRule {
    private final String postings;
    private final PostingDecoder decoder;
    private final Supplier<Detector> detector;
    private final Function<RejectPlace, Optional<Whole>> original;
    private final Set<RejectPlace> sentBack;
    private final Set<RejectPlace> decided = new HashSet<>();

    /**
     * A rule for the rejects of one topic.
     *
     * @param postings the topic that they are sent back to
     * @param detector of the bundle that decides now; asked for only where scoring had failed
     * @param original finds a record on that topic, where it is kept
     * @param sentBack which were sent back before
     */
    ReplayRule(
            String postings,
            PostingDecoder decoder,
            Supplier<Detector> detector,
            Function<RejectPlace, Optional<Whole>> original,
            Set<RejectPlace> sentBack) {
        this.postings = postings;
        this.decoder = decoder;
        this.detector = detector;
        this.original = original;
        this.sentBack = Set.copyOf(sentBack);
    }

    /**
     * All bytes of a record.
     *
     * @param key null where it has none
     * @param value null where it has none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Whole(byte[] key, byte[] value) {}

    /**
     * What becomes of a reject.
     *
     * @param record what is sent; null unless it is
     * @param reason why it cannot be assessed; null unless it cannot
     */
    record Decision(RejectFate fate, Whole record, RejectReason reason) {
        private static Decision of(RejectFate fate) {
            return new Decision(fate, null, null);
        }

        private static Decision unacceptable(RejectReason reason) {
            return new Decision(RejectFate.UNACCEPTABLE, null, reason);
        }
    }

    /**
     * Decides about a reject as it is.
     *
     * @param mended the value to send in place of its own, or null
     */
    Decision decide(RejectedPosting reject, byte[] mended) {
        RejectPlace place = RejectPlace.of(reject);
        if (!reject.getTopic().equals(postings)) {
            return Decision.of(RejectFate.OF_ANOTHER_TOPIC);
        }
        if (!decided.add(place)) {
            return Decision.of(RejectFate.REPEATED);
        }
        if (sentBack.contains(place)) {
            return Decision.of(RejectFate.SENT_BEFORE);
        }
        Whole held = new Whole(ByteArrays.of(reject.getKey()), ByteArrays.of(reject.getValue()));
        boolean isCut =
                isCut(held.key(), reject.getKeySize()) || mended == null && isCut(held.value(), reject.getValueSize());
        Optional<Whole> whole =
                isCut ? original.apply(place).filter(found -> isOf(reject, held, found)) : Optional.of(held);
        if (whole.isEmpty()) {
            return Decision.of(RejectFate.GONE);
        }
        Whole record = mended == null ? whole.get() : new Whole(whole.get().key(), mended);
        return judge(record, reject.getReason());
    }

    private Decision judge(Whole record, RejectReason before) {
        Optional<Detector> scoring =
                before == RejectReason.DETECTION_FAILED ? Optional.of(detector.get()) : Optional.empty();
        try {
            DecodedPosting decoded = decoder.decode(record.value());
            scoring.ifPresent(each -> each.assess(decoded.posting()));
        } catch (UnusablePostingException e) {
            return Decision.unacceptable(RejectReason.valueOf(e.reason().name()));
        } catch (RegistryException e) {
            throw e;
        } catch (RuntimeException e) {
            // As in the job: whatever a posting does to scoring, it is that posting's fault alone.
            return Decision.unacceptable(RejectReason.DETECTION_FAILED);
        }
        return new Decision(RejectFate.SENT, record, null);
    }

    private static boolean isCut(byte[] held, int size) {
        return held != null && held.length < size;
    }

    /** A topic may have been deleted and created again; then another record lies at the same place. */
    private static boolean isOf(RejectedPosting reject, Whole held, Whole found) {
        return begins(found.key(), held.key(), reject.getKeySize())
                && begins(found.value(), held.value(), reject.getValueSize());
    }

    private static boolean begins(byte[] found, byte[] held, int size) {
        if (found == null || held == null) {
            return found == held;
        }
        return found.length == size
                && held.length <= size
                && Arrays.equals(found, 0, held.length, held, 0, held.length);
    }
}
