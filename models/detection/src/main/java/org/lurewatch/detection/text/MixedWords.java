package org.lurewatch.detection.text;

/**
 * Replaces look-alike letters in words that mix alphabets, so that each word has one alphabet, and figures in the place
 * of Cyrillic letters. A word of one alphabet stays as it is, unless all its letters pass for Latin in a text that is
 * otherwise Latin.
 * See RATIONALE.md, "A word's own letters say which alphabet it is in".
 */
final class MixedWords {
    private static final int FEWEST_BORROWED = 3;

    /** So many letters that only seem foreign are surely foreign. */
    private static final int FEWEST_LIKELY = 2;

    /** Fewer Latin letters in front of another alphabet's ending are no name of their own. */
    private static final int SHORTEST_NAME = 2;

    /** A word that only resembles Cyrillic throughout is taken for it from this length on. */
    private static final int SHORTEST_DOUBTFUL = 5;

    /** Figures are letters only in words of so many real ones. */
    private static final int FEWEST_BESIDE_FIGURES = 3;

    private static final String OF_LANGUAGES_WITH_I = "іїєўқңғүұәөѓљњћђ";
    private static final String OF_LANGUAGES_WITHOUT_I = "ыэъё";
    private static final String OF_MACEDONIAN = "ѓќѕ";
    private static final String OFTEN_BEHIND_FIGURES =
            "авг апр авт акк адр акц акр амп окт объ осо осі обо еди евр уро уча";
    private static final String OFTEN_BEHIND_NOUGHT = "руб про коп гри грн тыс тис";
    private static final String CYRILLIC_VOWELS = "аеиоуыэюяіїє";
    private static final String VOWELS_OF_BEGINNINGS = "аеоуы";

    private final MappedText text;
    private final String raw;
    private final TrickCounts counts;
    private final boolean latinThroughout;
    private Alphabet prevailing;

    private MixedWords(MappedText text, String raw, TrickCounts counts) {
        this.text = text;
        this.raw = raw;
        this.counts = counts;
        this.latinThroughout = isLatinThroughout();
    }

    /** Whether Latin letters prevail and each other letter looks like one, in the case it was written in. */
    private boolean isLatinThroughout() {
        int latin = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            Alphabet alphabet = Alphabet.of(text.charAt(i));
            if (alphabet.isForeign()) {
                foreign++;
                if (!looksLatin(i)) {
                    return false;
                }
            }
            latin += alphabet == Alphabet.LATIN ? 1 : 0;
        }
        return latin > foreign;
    }

    /** The alphabet of most letters of the text. It is counted only where a word leaves it open. */
    private Alphabet prevailing() {
        if (prevailing == null) {
            int[] letters = new int[Alphabet.values().length];
            for (int i = 0; i < text.length(); i++) {
                letters[Alphabet.of(text.charAt(i)).ordinal()]++;
            }
            prevailing = Alphabet.LATIN;
            for (Alphabet alphabet : Alphabet.values()) {
                boolean more = letters[alphabet.ordinal()] > letters[prevailing.ordinal()];
                prevailing = alphabet.isForeign() && more ? alphabet : prevailing;
            }
        }
        return prevailing;
    }

    /** Works in place: each letter is replaced by one letter. */
    static void mend(MappedText text, String raw, TrickCounts counts) {
        MixedWords words = new MixedWords(text, raw, counts);
        int length = text.length();
        char[] units = text.units();
        int from = 0;
        while (from < length) {
            int seen = 0;
            boolean figures = false;
            int to = from;
            while (to < length && isOfSpacedWord(units[to])) {
                seen |= 1 << Alphabet.of(units[to]).ordinal();
                figures |= isFigure(units[to]);
                to++;
            }
            words.mendWord(from, to, seen, figures);
            from = to + 1;
        }
    }

    /** Mends a word of which is known which alphabets are seen in it, a bit for each, and whether there are figures. */
    private void mendWord(int from, int to, int alphabets, boolean figures) {
        int seen = alphabets & ~(1 << Alphabet.NONE.ordinal());
        boolean mixed = (seen & (seen - 1)) != 0;
        boolean foreign = (seen & ~(1 << Alphabet.LATIN.ordinal()) & ~(1 << Alphabet.STRAY.ordinal())) != 0;
        if (!foreign || !(mixed || figures || latinThroughout)) {
            return;
        }
        boolean borrows = false;
        if (mixed || latinThroughout) {
            Word word = new Word(from, to);
            if (word.isCompound()) {
                return;
            }
            borrows = replace(from, to, word.target());
            counts.mixed += borrows ? 1 : 0;
        }
        if (figures) {
            mendFigures(from, to, borrows);
        }
    }

    /** Answers whether any letter was replaced. */
    private boolean replace(int from, int to, Alphabet target) {
        boolean replaced = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            char letter = target == Alphabet.LATIN ? latin(c) : Alphabet.of(c) == Alphabet.NONE ? c : in(target, i);
            text.replace(i, letter);
            replaced |= letter != c;
        }
        return replaced;
    }

    private static char latin(char c) {
        return Alphabet.of(c).isForeign() ? LookAlikes.looselyLatin(c) : c;
    }

    private char in(Alphabet target, int at) {
        char c = text.charAt(at);
        if (target == Alphabet.CYRILLIC && c == 'i') {
            return holdsAny(OF_LANGUAGES_WITHOUT_I) && !holdsAny(OF_LANGUAGES_WITH_I) ? 'и' : 'і';
        }
        if (target == Alphabet.CYRILLIC && c == 's' && holdsAny(OF_MACEDONIAN)) {
            return 'ѕ';
        }
        return LookAlikes.in(target, c, isCapital(at));
    }

    private boolean isCapital(int at) {
        return Character.isUpperCase(raw.charAt(text.start(at)));
    }

    private boolean holdsAny(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (text.contains(letters.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a letter passes for Latin in the case it was written in. */
    private boolean looksLatin(int at) {
        return LookAlikes.looksLatin(raw.charAt(text.start(at)));
    }

    /** All figures of a word are letters, or none: "лю6ого", "пр0фит", but not "3к4" and "топливо6". */
    private void mendFigures(int from, int to, boolean borrows) {
        int letters = 0;
        int inside = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isFigure(c) && Alphabet.of(c) != Alphabet.CYRILLIC) {
                return;
            }
            letters += isFigure(c) ? 0 : 1;
            inside += isFigure(c) && i > from && i + 1 < to ? 1 : 0;
        }
        if (letters < FEWEST_BESIDE_FIGURES || letters <= to - from - letters) {
            return;
        }
        for (int i = from; i < to; i++) {
            if (isFigure(text.charAt(i)) && !isLetterFigure(from, i, to, borrows || inside > 0)) {
                return;
            }
        }
        for (int i = from; i < to; i++) {
            text.replace(i, LookAlikes.figureAsCyrillic(text.charAt(i)));
        }
        counts.swapped++;
    }

    private boolean isLetterFigure(int from, int at, int to, boolean disguised) {
        char figure = text.charAt(at);
        boolean besideFigure =
                (at > from && isFigure(text.charAt(at - 1))) || (at + 1 < to && isFigure(text.charAt(at + 1)));
        if (besideFigure || LookAlikes.figureAsCyrillic(figure) == figure) {
            return false;
        }
        if (at == from) {
            return !isBehindSign(from) && (disguised || beginsWord(from, to));
        }
        return at + 1 < to || (figure == '0' && CYRILLIC_VOWELS.indexOf(text.charAt(at - 1)) < 0);
    }

    /** "3аработок" and "0пыт", but not "3августа", "3месяца" and "0рублей". */
    private boolean beginsWord(int from, int to) {
        char figure = text.charAt(from);
        boolean vowel = CYRILLIC_VOWELS.indexOf(text.charAt(from + 1)) >= 0;
        int fewest = figure == '0' ? FEWEST_BESIDE_FIGURES : FEWEST_BESIDE_FIGURES + 1;
        if (to - from - 1 < fewest || figure == '8') {
            return false;
        }
        String beginning = text.slice(from + 1, from + 1 + FEWEST_BESIDE_FIGURES);
        return figure == '0'
                ? !vowel && !OFTEN_BEHIND_NOUGHT.contains(beginning)
                : VOWELS_OF_BEGINNINGS.indexOf(text.charAt(from + 1)) >= 0 && !OFTEN_BEHIND_FIGURES.contains(beginning);
    }

    private boolean isBehindSign(int from) {
        return from > 0 && ".,:/+-_@#№".indexOf(text.charAt(from - 1)) >= 0;
    }

    private static boolean isOfSpacedWord(char c) {
        return Alphabet.of(c) != Alphabet.NONE || (c < 0x80 ? isFigure(c) : LetterKind.of(c) == LetterKind.SPACED);
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9';
    }

    /** A word that mixes alphabets: which other alphabet it is in beside Latin, and how surely it is in either. */
    private final class Word {
        private final int from;
        private final int to;
        private final Alphabet alphabet;
        private int latin;
        private int foreign;
        private int switches;
        /** Letters that no Latin one looks like. */
        private int surelyForeign;
        /** Letters that no Latin one looks like in the case they are written in. */
        private int likelyForeign;
        /** Letters that Latin shares, but only few languages of their alphabet have. */
        private int rare;
        /** Latin letters that stand for none of the other alphabet. */
        private int surelyLatin;
        /** Latin letters that only resemble one of the other alphabet. */
        private int likelyLatin;

        Word(int from, int to) {
            this.from = from;
            this.to = to;
            this.alphabet = alphabetOf(from, to);
            boolean wasLatin = false;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                Alphabet of = Alphabet.of(c);
                if (of != Alphabet.LATIN && !of.isForeign()) {
                    continue;
                }
                boolean isLatin = of == Alphabet.LATIN;
                switches += latin + foreign > 0 && isLatin != wasLatin ? 1 : 0;
                wasLatin = isLatin;
                if (isLatin) {
                    latin++;
                    likelyLatin += LookAlikes.isLoose(c, alphabet) ? 1 : 0;
                    surelyLatin += !LookAlikes.isLoose(c, alphabet) && !LookAlikes.isTwin(c, alphabet) ? 1 : 0;
                } else {
                    foreign++;
                    surelyForeign += LookAlikes.latin(c) == c ? 1 : 0;
                    likelyForeign += looksLatin(i) ? 0 : 1;
                    rare += "іјѕ".indexOf(c) >= 0 ? 1 : 0;
                }
            }
        }

        /** The other alphabet that most of its letters are in, or that of the text where it is one that they stand for. */
        private Alphabet alphabetOf(int from, int to) {
            int[] letters = new int[Alphabet.values().length];
            for (int i = from; i < to; i++) {
                letters[Alphabet.of(text.charAt(i)).ordinal()]++;
            }
            Alphabet most = Alphabet.OTHER;
            for (Alphabet other : new Alphabet[] {Alphabet.GREEK, Alphabet.CYRILLIC}) {
                most = letters[other.ordinal()] >= letters[most.ordinal()] && letters[other.ordinal()] > 0
                        ? other
                        : most;
            }
            boolean alsoOfText =
                    prevailing().isForeign() && letters[prevailing().ordinal()] > 0;
            boolean greekInCyrillic = most == Alphabet.GREEK
                    && prevailing() == Alphabet.CYRILLIC
                    && letters[Alphabet.LATIN.ordinal()] > 0;
            return alsoOfText || greekInCyrillic ? prevailing() : most;
        }

        /** "SMM" in front of another alphabet's ending is how that word is written, and so is "отделHR". */
        boolean isCompound() {
            boolean named = surelyLatin + likelyLatin > 0;
            boolean foreignEnough = surelyForeign > 0 || (named && likelyForeign >= FEWEST_LIKELY);
            if (switches != 1 || !foreignEnough) {
                return false;
            }
            char first = text.charAt(from);
            if (isFigure(first) || Alphabet.of(first) == Alphabet.LATIN) {
                boolean letterOfItsOwn = surelyLatin > 0 && alphabet != Alphabet.CYRILLIC;
                return latin >= FEWEST_BORROWED
                        || (named && (latin >= SHORTEST_NAME || isFigure(first)))
                        || letterOfItsOwn;
            }
            return surelyLatin > 0
                    || (named && (latin >= FEWEST_BORROWED || (latin >= SHORTEST_NAME && endsInOtherCase())));
        }

        private boolean endsInOtherCase() {
            return isCapital(to - 1) && !isCapital(to - latin - 1);
        }

        Alphabet target() {
            if (latin == 0) {
                return latinThroughout && foreign >= FEWEST_BORROWED ? Alphabet.LATIN : alphabet;
            }
            return isForeign() ? alphabet : Alphabet.LATIN;
        }

        private boolean isForeign() {
            boolean ofText = prevailing() == alphabet;
            boolean plain = surelyLatin + likelyLatin == 0;
            if (surelyForeign > 0) {
                return plain || (ofText && (surelyLatin == 0 || foreign >= latin)) || foreign > latin;
            }
            if (!ofText) {
                return plain && foreign > latin;
            }
            if (likelyForeign > 0) {
                return surelyLatin > 0 ? foreign > latin : plain || foreign >= latin;
            }
            if (surelyLatin > 0 || foreign == rare) {
                return false;
            }
            return plain || (foreign - rare >= 2 * (latin + rare) && latin + foreign >= SHORTEST_DOUBTFUL);
        }
    }
}
