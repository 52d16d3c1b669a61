package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.detection.text.Token;

/**
 * Reads one text, sentence by sentence, for {@link Stances}.
 * See RATIONALE.md, "A phrase counts only if the text states it".
 */
final class StanceReader {
    /**
     * What an advert promises of itself is denied by words right before it only: the "no" of "no experience high
     * salary" is not about the salary. What it might ask for is denied from further away too.
     */
    private static final Set<Signal> PROMISES = EnumSet.of(
            Signal.HIGH_PAY_EASY,
            Signal.NO_SKILL,
            Signal.TRAVEL_LODGING_BUNDLE,
            Signal.VISA_PASSPORT_HANDLED,
            Signal.DECOY_ROLE,
            Signal.MESSAGING_ONLY_CONTACT,
            Signal.VAGUE_COMPANY,
            Signal.DEBT_OK_ADVANCE,
            Signal.REASSURANCE,
            Signal.URGENCY,
            Signal.AGE_SEX_LIMIT,
            Signal.REFERRAL_BOUNTY,
            Signal.LEGIT_CHANNEL);

    /** These signals show what kind of text it is, whoever says them. */
    private static final Set<Signal> NEVER_REPORTED =
            EnumSet.of(Signal.PLACE, Signal.WARNING_CONTEXT, Signal.LEGIT_CHANNEL);

    private static final int MOST_HITS = 64;

    private final String text;
    private final List<Token> tokens;
    private final List<PhraseMatch> matches;
    private final int[] earliestEnds;
    private final int[] latestStarts;
    private final boolean[] reassuring;
    private final Map<Quotations.Span, Boolean> reportedQuotations = new HashMap<>();
    private final Map<Integer, List<Cues.Hit>> hitsBySentence = new HashMap<>();
    private List<Quotations.Span> quotations;
    private List<Cues.Hit> hits = List.of();

    StanceReader(String text, List<Token> tokens, List<PhraseMatch> matches) {
        this.text = text;
        this.tokens = tokens;
        this.matches = matches;
        this.earliestEnds = new int[tokens.size()];
        this.latestStarts = new int[tokens.size()];
        this.reassuring = new boolean[tokens.size()];
        Arrays.fill(earliestEnds, Integer.MAX_VALUE);
        Arrays.fill(latestStarts, -1);
        for (PhraseMatch match : matches) {
            for (int i = match.firstToken(); i < match.endToken(); i++) {
                earliestEnds[i] = Math.min(earliestEnds[i], match.endToken());
                latestStarts[i] = Math.max(latestStarts[i], match.firstToken());
                reassuring[i] |= match.phrase().signal() == Signal.REASSURANCE;
            }
        }
    }

    /** The matches, each with its stance. */
    List<PhraseMatch> marked() {
        List<PhraseMatch> marked = new ArrayList<>(matches.size());
        for (PhraseMatch match : matches) {
            Signal signal = match.phrase().signal();
            if (signal == Signal.PLACE) {
                marked.add(match);
                continue;
            }
            hits = hitsAround(match.firstToken());
            boolean reported = !NEVER_REPORTED.contains(signal) && isReported(match);
            marked.add(match.meant(isNegated(match), reported));
        }
        return List.copyOf(marked);
    }

    /** A sentence may be as long as the text and hold any number of quotations: it is read once. */
    private List<Cues.Hit> hitsAround(int token) {
        return hitsBySentence.computeIfAbsent(tokens.get(token).sentence(), number -> hits(token));
    }

    /** The cues of the sentence around a token, without those that are inside a reassurance or denied themselves. */
    private List<Cues.Hit> hits(int token) {
        int number = tokens.get(token).sentence();
        int first = token;
        while (first > 0 && tokens.get(first - 1).sentence() == number) {
            first--;
        }
        List<Cues.Hit> found = new ArrayList<>();
        for (int i = first; i < tokens.size() && tokens.get(i).sentence() == number && found.size() < MOST_HITS; i++) {
            if (!reassuring[i]) {
                Cues.TABLE.addAt(tokens, i, found);
            }
        }
        List<Cues.Hit> all = List.copyOf(found);
        found.removeIf(hit -> reports(hit)
                && all.stream()
                        .anyMatch(denial -> is(denial, Cues.Stance.DENIES_NEXT)
                                && denial.end() <= hit.first()
                                && hit.first() - denial.end() <= 1));
        return found;
    }

    private static boolean reports(Cues.Hit hit) {
        return switch (hit.cue().stance()) {
            case REPORTS_NEXT, REPORTS_LAST, QUOTES -> true;
            case DENIES_NEXT, DENIES_LAST, SPEAKS -> false;
        };
    }

    private static boolean is(Cues.Hit hit, Cues.Stance stance) {
        return hit.cue().stance() == stance;
    }

    private boolean isNegated(PhraseMatch match) {
        boolean promise = PROMISES.contains(match.phrase().signal());
        return hits.stream().anyMatch(hit -> {
            int reach = promise ? 0 : hit.cue().reach();
            return switch (hit.cue().stance()) {
                case DENIES_NEXT ->
                    isBefore(hit, match, reach)
                            && !belongsToPhraseBefore(hit, match)
                            && isOneClause(hit.end() - 1, match.firstToken());
                case DENIES_LAST ->
                    isBehind(hit, match, reach)
                            && !belongsToPhraseBehind(hit, match)
                            && isOneClause(match.endToken() - 1, hit.first());
                case REPORTS_NEXT, REPORTS_LAST, QUOTES, SPEAKS -> false;
            };
        });
    }

    private static boolean isBefore(Cues.Hit hit, PhraseMatch match, int reach) {
        int between = match.firstToken() - hit.end();
        return between >= 0 && between <= reach;
    }

    private static boolean isBehind(Cues.Hit hit, PhraseMatch match, int reach) {
        int between = hit.first() - match.endToken();
        return between >= 0 && between <= reach;
    }

    /** The "no" of "no experience needed free ticket" belongs to the phrase before and denies nothing behind it. */
    private boolean belongsToPhraseBefore(Cues.Hit hit, PhraseMatch match) {
        return earliestEnds[hit.end() - 1] <= match.firstToken();
    }

    /** The "not required" of "small deposit experience not required" belongs to the phrase behind. */
    private boolean belongsToPhraseBehind(Cues.Hit hit, PhraseMatch match) {
        return latestStarts[hit.first()] >= match.endToken();
    }

    /** Whether no punctuation separates these two words; a list ("no deposit、no training fee") is one clause. */
    private boolean isOneClause(int from, int to) {
        for (int i = from; i < to; i++) {
            for (int k = tokens.get(i).end(); k < tokens.get(i + 1).start(); k++) {
                if (parts(text.charAt(k))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean parts(char c) {
        return switch (c) {
            case '\u3001', '-', '\'', '"', '*', '_', '/' -> false;
            default ->
                !Character.isWhitespace(c)
                        && !Character.isLetterOrDigit(c)
                        && Character.getType(c) != Character.INITIAL_QUOTE_PUNCTUATION
                        && Character.getType(c) != Character.FINAL_QUOTE_PUNCTUATION
                        && "\u300c\u300d\u300e\u300f".indexOf(c) < 0;
        };
    }

    private boolean isReported(PhraseMatch match) {
        return hits.stream().anyMatch(hit -> isReportedBy(hit, match))
                || quotation(match).map(this::isReported).orElse(false);
    }

    private boolean isReportedBy(Cues.Hit hit, PhraseMatch match) {
        return switch (hit.cue().stance()) {
            case REPORTS_NEXT ->
                isBefore(hit, match, hit.cue().reach()) && !speaksBetween(hit.end(), match.firstToken());
            case REPORTS_LAST -> isBehind(hit, match, hit.cue().reach()) && !speaksBetween(0, hit.first());
            case QUOTES, DENIES_NEXT, DENIES_LAST, SPEAKS -> false;
        };
    }

    private boolean speaksBetween(int from, int to) {
        return hits.stream().anyMatch(hit -> is(hit, Cues.Stance.SPEAKS) && hit.first() >= from && hit.end() <= to);
    }

    private Optional<Quotations.Span> quotation(PhraseMatch match) {
        if (quotations == null) {
            quotations = Quotations.of(text);
        }
        int start = tokens.get(match.firstToken()).start();
        int end = tokens.get(match.endToken() - 1).end();
        int at = Search.first(quotations.size(), i -> quotations.get(i).start() > start) - 1;
        return at >= 0 && quotations.get(at).holds(start, end) ? Optional.of(quotations.get(at)) : Optional.empty();
    }

    /** Whether the words beside a quotation, in the sentences that it stands in, say that others said it. */
    private boolean isReported(Quotations.Span span) {
        return reportedQuotations.computeIfAbsent(span, s -> {
            int before = Search.first(tokens.size(), i -> tokens.get(i).end() > s.start()) - 1;
            int behind = Search.first(tokens.size(), i -> tokens.get(i).start() >= s.end());
            return isReportedBeside(before, s, true) || isReportedBeside(behind, s, false);
        });
    }

    private boolean isReportedBeside(int token, Quotations.Span span, boolean before) {
        if (token < 0 || token >= tokens.size() || isParted(token, span, before)) {
            return false;
        }
        return hitsAround(token).stream().anyMatch(hit -> {
            boolean outside = before
                    ? tokens.get(hit.end() - 1).end() <= span.start()
                    : tokens.get(hit.first()).start() >= span.end();
            int words = before ? token - hit.end() + 1 : hit.first() - token;
            return outside && reports(hit) && words <= hit.cue().reach();
        });
    }

    /** Whether a sentence or a line ends between a quotation and the word beside it. */
    private boolean isParted(int token, Quotations.Span span, boolean before) {
        int from = before ? tokens.get(token).end() : span.end();
        int to = before ? span.start() : tokens.get(token).start();
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
