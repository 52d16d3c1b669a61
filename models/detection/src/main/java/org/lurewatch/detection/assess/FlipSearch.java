package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * Finds few of the strongest reasons without which a posting would get a milder verdict. The contributions say where to
 * look; what is found was tried by assessing the posting without them, since words come back elsewhere, weak signals
 * have their own rule and a shorter text weighs its words more. With a few reasons less it may get the milder verdict as
 * well: where the tries so far speak against that, or little could be saved, it is not tried.
 * See RATIONALE.md, "What flips a verdict is tried, not computed".
 */
final class FlipSearch {
    /** How much text is read again for one posting: a bound for a hostile one, which each try reads in full. */
    private static final int MOST_UNITS_READ = 100_000;

    /** Each try costs nearly as much as the first assessment. Half of all postings need one or two. */
    private static final int MOST_TRIES = 5;

    /** The proof that fewer would not do is left out where it could save no more than one reason in so many. */
    private static final int PROVEN_TO_ONE_IN = 8;

    /** The least part of a contribution that is thought to go with its words. */
    private static final double LEAST_EFFECT = 0.25;

    private final Judge judge;
    private final WarningPolicy policy;

    FlipSearch(Judge judge, WarningPolicy policy) {
        this.judge = judge;
        this.policy = policy;
    }

    /**
     * How a verdict flips.
     *
     * @param count how many of the strongest reasons have to go
     * @param verdict what the posting gets without them
     */
    record Found(int count, Verdict verdict) {}

    /**
     * Empty where the verdict is mild already, where no try made it milder, and for a posting that is too long to be
     * assessed again.
     */
    Optional<Found> find(ScoredPosting judgement) {
        if (!judgement.verdict().isSuspicious()) {
            return Optional.empty();
        }
        List<Piece> reasons = judgement.reasons();
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        int length = Math.max(1, lengthOf(judgement.whole().posting()));
        int mostTries = Math.min(MOST_TRIES, MOST_UNITS_READ / length);
        double line = line(judgement.verdict());
        double excess = judgement.logit() - line;
        double[] sums = sums(reasons);
        Optional<Found> found = Optional.empty();
        int failed = 0;
        double over = excess;
        int enough = reasons.size() + 1;
        double under = 0;
        int settled = enough;
        int next = Math.max(1, fewest(excess, sums));
        for (int tries = 1; tries <= mostTries && next < settled; tries++) {
            Rest rest = without(judgement, reasons.subList(0, next), line);
            if (isMilder(rest.verdict(), judgement.verdict())) {
                found = Optional.of(new Found(next, rest.verdict()));
                enough = next;
                settled = next - next / PROVEN_TO_ONE_IN;
                under = rest.logit() - line;
            } else {
                failed = next;
                over = rest.logit() - line;
                // Regula falsi in the Illinois form: another failure moves the guess towards what was enough.
                under /= 2;
            }
            double effect = found.isPresent()
                    ? (over - under) / (sums[enough] - sums[failed])
                    : Math.max(LEAST_EFFECT, (excess - over) / sums[failed]);
            int guess = over > 0 ? fewest(sums[failed] + over / effect, sums) : (failed + enough) / 2;
            next = Math.max(failed + 1, guess);
        }
        return found;
    }

    /** What the first so many reasons contribute together: none, one, two and so on. */
    private static double[] sums(List<Piece> reasons) {
        double[] sums = new double[reasons.size() + 1];
        for (int i = 0; i < reasons.size(); i++) {
            sums[i + 1] = sums[i] + reasons.get(i).contribution();
        }
        return sums;
    }

    /** The fewest reasons that contribute more than this together; all of them where none do. */
    private static int fewest(double sum, double[] sums) {
        int count = 0;
        while (count + 1 < sums.length && sums[count] <= sum) {
            count++;
        }
        return count;
    }

    private static int lengthOf(JobPosting posting) {
        return posting.texts().values().stream().mapToInt(String::length).sum();
    }

    /** The log-odds at the line of a verdict. */
    private double line(Verdict verdict) {
        return policy.logitAt(verdict == Verdict.LIKELY_SCAM ? policy.likely() : policy.unsure());
    }

    private static boolean isMilder(Verdict verdict, Verdict than) {
        return switch (verdict) {
            case LIKELY_SCAM -> false;
            case UNSURE -> than == Verdict.LIKELY_SCAM;
            case NO_SIGN_FOUND, ABOUT_SCAMS -> true;
        };
    }

    /** What a posting gets without some of its reasons. */
    private record Rest(Verdict verdict, double logit) {}

    /** Where the log-odds of what is left still reach the line, the verdict is taken to stand. */
    private Rest without(ScoredPosting judgement, List<Piece> reasons, double line) {
        JobPosting posting = judgement.whole().posting();
        Map<PostingField, String> texts = new EnumMap<>(posting.texts());
        texts.replaceAll((field, text) -> without(text, field, reasons));
        boolean empty = texts.entrySet().stream()
                .noneMatch(entry -> entry.getKey().kind() == PostingField.Kind.PROSE
                        && !entry.getValue().isBlank());
        if (empty) {
            double ofNothing = judgement.attribution().orElseThrow().start();
            return new Rest(Verdict.NO_SIGN_FOUND, ofNothing);
        }
        ScoredPosting rest = judge.judge(posting.withTexts(texts), judgement, line);
        return new Rest(rest.verdict(), rest.logit());
    }

    /** The text of a field with a space instead of each quote. */
    private static String without(String text, PostingField field, List<Piece> reasons) {
        List<Piece> here = new ArrayList<>();
        for (Piece reason : reasons) {
            if (reason.field() == field) {
                here.add(reason);
            }
        }
        if (here.isEmpty()) {
            return text;
        }
        here.sort(Comparator.comparingInt(Piece::start));
        StringBuilder rest = new StringBuilder(text.length());
        int kept = 0;
        for (Piece reason : here) {
            if (reason.start() >= kept) {
                rest.append(text, kept, reason.start()).append(' ');
            }
            kept = Math.max(kept, reason.end());
        }
        return rest.append(text, kept, text.length()).toString();
    }
}
