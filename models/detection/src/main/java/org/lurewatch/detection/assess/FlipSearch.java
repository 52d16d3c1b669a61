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
 * Finds the fewest of the strongest reasons without which a posting would get a milder verdict. The contributions say
 * where to look; what is found was tried by assessing the posting without them, since words come back elsewhere, weak
 * signals have their own rule and a shorter text weighs its words more.
 * See RATIONALE.md, "What flips a verdict is tried, not computed".
 */
final class FlipSearch {
    /**
     * How much text is read again for one posting. It is enough for any advert, and a bound for a hostile posting,
     * which each try reads in full.
     */
    private static final int MOST_UNITS_READ = 200_000;

    /** Most guesses are right. After this many wrong ones the remaining range is halved instead. */
    private static final int TRIES_BY_GUESS = 4;

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
     * Empty where the verdict is mild already, or stays the same even without all reasons. In a very long posting the
     * reasons found may not be the fewest, or the search is given up.
     */
    Optional<Found> find(ScoredPosting judgement) {
        if (!judgement.verdict().isSuspicious()) {
            return Optional.empty();
        }
        List<Piece> reasons = judgement.reasons();
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        int mostTries = MOST_UNITS_READ / Math.max(1, lengthOf(judgement.whole().posting()));
        Optional<Found> found = Optional.empty();
        int failed = 0;
        int enough = reasons.size() + 1;
        int next = Math.max(1, expected(0, excess(judgement.logit(), judgement.verdict()), reasons));
        for (int tries = 1; tries <= mostTries && failed + 1 < enough; tries++) {
            Rest rest = without(judgement, reasons.subList(0, next));
            if (isMilder(rest.verdict(), judgement.verdict())) {
                found = Optional.of(new Found(next, rest.verdict()));
                enough = next;
            } else {
                failed = next;
            }
            int guess = expected(next, excess(rest.logit(), judgement.verdict()), reasons);
            int lowest = failed + 1;
            int highest = enough - 1;
            int farEnough = tries <= TRIES_BY_GUESS ? guess : (lowest + highest) / 2;
            next = Math.max(lowest, Math.min(highest, farEnough));
        }
        return found;
    }

    private static int lengthOf(JobPosting posting) {
        return posting.texts().values().stream().mapToInt(String::length).sum();
    }

    /** How far log-odds lie above the line of a verdict. */
    private double excess(double logit, Verdict verdict) {
        double line = verdict == Verdict.LIKELY_SCAM ? policy.likely() : policy.unsure();
        return logit - policy.logitAt(line);
    }

    /**
     * How many must go if every contribution simply went with its words.
     *
     * @param gone how many are gone already
     * @param excess how far the log-odds without these lie above the line; negative where they lie below
     */
    private static int expected(int gone, double excess, List<Piece> reasons) {
        double left = excess;
        int count = gone;
        while (left >= 0 && count < reasons.size()) {
            left -= reasons.get(count++).contribution();
        }
        while (count > 1 && left + reasons.get(count - 1).contribution() < 0) {
            left += reasons.get(--count).contribution();
        }
        return count;
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

    private Rest without(ScoredPosting judgement, List<Piece> reasons) {
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
        ScoredPosting rest = judge.judge(posting.withTexts(texts), judgement);
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
