package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lurewatch.detection.text.Token;

/**
 * Reads one text, sentence by sentence, for {@link Stances}.
 * See RATIONALE.md, "A phrase counts only if the text states it".
 */
final class StanceReader {
    /** Most words between what is said and a denial that is itself among what was found. */
    private static final int REACH_OF_FOUND_DENIAL = 1;

    private final String text;
    private final List<Token> tokens;
    private final Map<Integer, List<Cues.Hit>> cues;
    private final List<Said> all;
    private final Predicate<String> languages;
    private final int[] earliestEnds;
    private final int[] latestStarts;
    private final int[] waivedEnds;
    private final int[] waivedStarts;
    private final boolean[] reassuring;
    private final Map<Integer, List<Cues.Hit>> foundDenials = new HashMap<>();
    private final Map<Quotations.Span, Boolean> reportedQuotations = new HashMap<>();
    private final Map<Integer, List<Cues.Hit>> hitsBySentence = new HashMap<>();
    private List<Quotations.Span> quotations;
    private List<Cues.Hit> hits = List.of();

    /**
     * @param cues of the text, by sentence
     * @param all what was found in the text
     * @param languages those whose cues count
     */
    StanceReader(
            String text,
            List<Token> tokens,
            Map<Integer, List<Cues.Hit>> cues,
            List<Said> all,
            Predicate<String> languages) {
        this.text = text;
        this.tokens = tokens;
        this.cues = cues;
        this.all = all;
        this.languages = languages;
        this.earliestEnds = new int[tokens.size()];
        this.latestStarts = new int[tokens.size()];
        this.waivedEnds = new int[tokens.size() + 1];
        this.waivedStarts = new int[tokens.size() + 1];
        this.reassuring = new boolean[tokens.size()];
        Arrays.fill(earliestEnds, Integer.MAX_VALUE);
        Arrays.fill(latestStarts, -1);
        Arrays.fill(waivedEnds, Integer.MAX_VALUE);
        Arrays.fill(waivedStarts, -1);
        if (!cues.isEmpty() || all.stream().anyMatch(StanceReader::denies)) {
            all.stream().filter(StanceReader::denies).forEach(this::addDenials);
            all.stream()
                    .filter(said -> !denies(said) && said.manner().role() != Said.Role.OPEN && !isPartOfDenial(said))
                    .forEach(this::place);
        }
    }

    private static boolean denies(Said said) {
        return said.manner().role() == Said.Role.DENIES;
    }

    private void addDenials(Said denial) {
        List<Cues.Hit> found =
                foundDenials.computeIfAbsent(sentence(denial.firstToken()), number -> new ArrayList<>(4));
        if (found.size() < Cues.MOST_HITS) {
            found.addAll(denials(denial));
        }
    }

    private void place(Said said) {
        Said.Role role = said.manner().role();
        if (role == Said.Role.WAIVED) {
            waivedEnds[said.firstToken()] = Math.min(waivedEnds[said.firstToken()], said.endToken());
            waivedStarts[said.endToken()] = Math.max(waivedStarts[said.endToken()], said.firstToken());
        }
        for (int i = said.firstToken(); i < said.endToken(); i++) {
            earliestEnds[i] = Math.min(earliestEnds[i], said.endToken());
            latestStarts[i] = Math.max(latestStarts[i], said.firstToken());
            reassuring[i] |= role == Said.Role.REASSURES;
        }
    }

    /** The "require" of "we do not require" is a part of the denial, which does not belong to it. */
    private boolean isPartOfDenial(Said said) {
        int sentence = sentence(said.firstToken());
        return isPartOf(said, cues.getOrDefault(sentence, List.of()))
                || isPartOf(said, foundDenials.getOrDefault(sentence, List.of()));
    }

    private boolean isPartOf(Said said, List<Cues.Hit> longer) {
        for (Cues.Hit hit : longer) {
            if (hit.first() <= said.firstToken()
                    && said.endToken() <= hit.end()
                    && said.endToken() - said.firstToken() < hit.end() - hit.first()
                    && (is(hit, Cues.Stance.DENIES_NEXT) || is(hit, Cues.Stance.DENIES_LAST))
                    && isRead(hit)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a hit is a word of a language that counts; denials among what was found are of no other. */
    private boolean isRead(Cues.Hit hit) {
        return hit.cue().language().isEmpty() || languages.test(hit.cue().language());
    }

    /** A denial that was found denies on both sides, unless it is a cue that is known to deny what follows only. */
    private List<Cues.Hit> denials(Said said) {
        boolean next = false;
        boolean last = false;
        for (Cues.Hit hit : cues.getOrDefault(sentence(said.firstToken()), List.of())) {
            if (hit.first() == said.firstToken() && hit.end() == said.endToken() && isRead(hit)) {
                next |= is(hit, Cues.Stance.DENIES_NEXT);
                last |= is(hit, Cues.Stance.DENIES_LAST);
            }
        }
        Cues.Hit before = found(said, Cues.Stance.DENIES_NEXT);
        return next && !last ? List.of(before) : List.of(before, found(said, Cues.Stance.DENIES_LAST));
    }

    private static Cues.Hit found(Said denial, Cues.Stance stance) {
        return new Cues.Hit(
                new Cues.Cue(stance, REACH_OF_FOUND_DENIAL, "", List.of()), denial.firstToken(), denial.endToken());
    }

    /** How each is meant, in their order. */
    List<Stances.Meant> meant() {
        List<Stances.Meant> meant = new ArrayList<>(all.size());
        for (Said said : all) {
            hits = hitsIn(sentence(said.firstToken()));
            meant.add(
                    denies(said) || hits.isEmpty() && !said.manner().reported()
                            ? Stances.Meant.STATED
                            : new Stances.Meant(
                                    isDenied(said), said.manner().reported() && isReported(said), isLeft(said)));
        }
        return meant;
    }

    private int sentence(int token) {
        return tokens.get(token).sentence();
    }

    /** A sentence may be as long as the text and hold any number of quotations: it is read once. */
    private List<Cues.Hit> hitsIn(int sentence) {
        List<Cues.Hit> known = hitsBySentence.get(sentence);
        if (known == null) {
            known = hits(sentence);
            hitsBySentence.put(sentence, known);
        }
        return known;
    }

    /** The cues of a sentence, without those that are inside a reassurance or denied themselves. */
    private List<Cues.Hit> hits(int sentence) {
        List<Cues.Hit> known = cues.get(sentence);
        List<Cues.Hit> denials = foundDenials.get(sentence);
        if (known == null && denials == null) {
            return List.of();
        }
        List<Cues.Hit> found = new ArrayList<>();
        for (Cues.Hit hit : known == null ? List.<Cues.Hit>of() : known) {
            if (isRead(hit) && !(reports(hit) && reassuring[hit.first()])) {
                found.add(hit);
            }
        }
        List<Cues.Hit> before = List.copyOf(found);
        found.removeIf(hit -> reports(hit)
                && before.stream()
                        .anyMatch(denial -> is(denial, Cues.Stance.DENIES_NEXT)
                                && denial.end() <= hit.first()
                                && hit.first() - denial.end() <= 1));
        if (denials != null) {
            found.addAll(denials);
        }
        return found;
    }

    private static boolean reports(Cues.Hit hit) {
        return switch (hit.cue().stance()) {
            case REPORTS_NEXT, REPORTS_LAST, QUOTES -> true;
            case DENIES_NEXT, DENIES_LAST, LEAVES_NEXT, LEAVES_LAST, SPEAKS -> false;
        };
    }

    private static boolean is(Cues.Hit hit, Cues.Stance stance) {
        return hit.cue().stance() == stance;
    }

    private boolean isDenied(Said said) {
        for (Cues.Hit hit : hits) {
            int reach = said.manner().reach(hit.cue().reach());
            boolean denied =
                    switch (hit.cue().stance()) {
                        case DENIES_NEXT ->
                            isBefore(hit, said, reach)
                                    && !belongsBefore(hit, said)
                                    && isOneClause(hit.end() - 1, said.firstToken());
                        case DENIES_LAST ->
                            isBehind(hit, said, reach)
                                    && !belongsBehind(hit, said)
                                    && isOneClause(said.endToken() - 1, hit.first());
                        case LEAVES_NEXT, LEAVES_LAST, REPORTS_NEXT, REPORTS_LAST, QUOTES, SPEAKS -> false;
                    };
            if (denied) {
                return true;
            }
        }
        return false;
    }

    /** Whether these are papers which the words beside them leave with their owner. */
    private boolean isLeft(Said said) {
        return said.manner().role() == Said.Role.PAPERS
                && hits.stream()
                        .anyMatch(hit -> is(hit, Cues.Stance.LEAVES_NEXT)
                                        && isBefore(hit, said, hit.cue().reach())
                                        && isOneClause(hit.end() - 1, said.firstToken())
                                || is(hit, Cues.Stance.LEAVES_LAST)
                                        && isBehind(hit, said, hit.cue().reach())
                                        && isOneClause(said.endToken() - 1, hit.first()));
    }

    private static boolean isBefore(Cues.Hit hit, Said said, int reach) {
        int between = said.firstToken() - hit.end();
        return between >= 0 && between <= reach;
    }

    private static boolean isBehind(Cues.Hit hit, Said said, int reach) {
        int between = hit.first() - said.endToken();
        return between >= 0 && between <= reach;
    }

    /** The "no" of "no experience needed free ticket" belongs to what is said before and denies nothing behind it. */
    private boolean belongsBefore(Cues.Hit hit, Said said) {
        return earliestEnds[hit.end() - 1] <= said.firstToken() || waivedEnds[hit.end()] <= said.firstToken();
    }

    /** The "not required" of "small deposit experience not required" belongs to what is said behind. */
    private boolean belongsBehind(Cues.Hit hit, Said said) {
        return latestStarts[hit.first()] >= said.endToken() || waivedStarts[hit.first()] >= said.endToken();
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

    private boolean isReported(Said said) {
        for (Cues.Hit hit : hits) {
            if (isReportedBy(hit, said)) {
                return true;
            }
        }
        return quotation(said).map(this::isReported).orElse(false);
    }

    private boolean isReportedBy(Cues.Hit hit, Said said) {
        return switch (hit.cue().stance()) {
            case REPORTS_NEXT -> isBefore(hit, said, hit.cue().reach()) && !speaksBetween(hit.end(), said.firstToken());
            case REPORTS_LAST -> isBehind(hit, said, hit.cue().reach()) && !speaksBetween(0, hit.first());
            case QUOTES, DENIES_NEXT, DENIES_LAST, LEAVES_NEXT, LEAVES_LAST, SPEAKS -> false;
        };
    }

    private boolean speaksBetween(int from, int to) {
        return hits.stream().anyMatch(hit -> is(hit, Cues.Stance.SPEAKS) && hit.first() >= from && hit.end() <= to);
    }

    private Optional<Quotations.Span> quotation(Said said) {
        if (cues.isEmpty()) {
            return Optional.empty();
        }
        if (quotations == null) {
            quotations = Quotations.of(text);
        }
        int start = tokens.get(said.firstToken()).start();
        int end = tokens.get(said.endToken() - 1).end();
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
        return hitsIn(sentence(token)).stream().anyMatch(hit -> {
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
