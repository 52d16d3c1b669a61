package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lurewatch.detection.facts.Contact;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.Token;

/**
 * Hashed features of a posting's wording, so that no posting's words are stored. Groups: words, pairs of words, letters
 * by threes, runs of one to four characters where words are not spaced, the title, the employer's overview, labels and
 * details. Each
 * feature counts once a posting, and each group has unit length, so that a long text weighs no more than a short one.
 * Names of places, countries, nationalities and languages, contacts and digits are masked.
 */
public final class TextFeatures {
    /** Changes whenever the same posting would give other features. */
    public static final int VERSION = 2;

    /** Buckets are numbered from 0 to this, exclusive. */
    public static final int BUCKETS = 1 << 18;

    private static final int LONGEST_RUN = 4;
    private static final int FEWEST_FOR_UNIT_LENGTH = 20;
    private static final int MASK = 0x5bd1e995;
    private static final int INSIDE_MASK = -1;
    private static final int WORD_EDGE = '_';

    private enum Group {
        WORDS(1f),
        PAIRS(1f),
        RUNS(1f),
        TITLE(0.7f),
        OVERVIEW(1f),
        LABELS(0.7f),
        DETAILS(1f),
        LETTERS(1f);

        final float length;
        private final int salt = (ordinal() + 1) * 0x27D4EB2F;

        Group(float length) {
            this.length = length;
        }

        int bucket(int hash) {
            int x = (hash ^ salt) * 0x9E3779B1;
            x = (x ^ x >>> 15) * 0x85EBCA77;
            return (x ^ x >>> 13) & (BUCKETS - 1);
        }
    }

    private static final Group[] GROUPS = Group.values();

    private static final ThreadLocal<BucketSet> SETS = ThreadLocal.withInitial(BucketSet::new);

    /** A set that had to hold more is not kept for the next posting. */
    private static final int MOST_KEPT = 1 << 16;

    private final Reading reading;
    private final BucketSet set;
    private final SeenTerms spelt = new SeenTerms();

    private TextFeatures(Reading reading, BucketSet set) {
        this.reading = reading;
        this.set = set;
    }

    /** The features of a posting. */
    public static SparseVector of(Reading reading) {
        return read(reading).features();
    }

    /** The features of a posting, and which of its words begin them. */
    public static Wording read(Reading reading) {
        BucketSet set = SETS.get();
        set.clear();
        Wording wording = new TextFeatures(reading, set).wording();
        if (set.size() > MOST_KEPT) {
            SETS.remove();
        }
        return wording;
    }

    private Wording wording() {
        int[] ends = new int[reading.fields().size()];
        for (int i = 0; i < ends.length; i++) {
            visit(reading.fields().get(i));
            ends[i] = set.size();
        }
        float[] byGroup = valuesByGroup();
        float[] values = new float[set.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = byGroup[set.group(i)];
        }
        return new Wording(new SparseVector(set.buckets(), values), set.tokens(), ends);
    }

    /** Value of each feature of a group, so that the group has its length. */
    private float[] valuesByGroup() {
        int[] distinct = new int[GROUPS.length];
        for (int i = 0; i < set.size(); i++) {
            distinct[set.group(i)]++;
        }
        float[] values = new float[distinct.length];
        for (Group group : GROUPS) {
            int count = Math.max(distinct[group.ordinal()], FEWEST_FOR_UNIT_LENGTH);
            values[group.ordinal()] = (float) (group.length / Math.sqrt(count));
        }
        return values;
    }

    private void add(Group group, int hash, int token) {
        set.add(group.bucket(hash), group.ordinal(), token);
    }

    private void visit(FieldReading field) {
        Masked masked = masked(reading, field);
        List<Token> tokens = masked.tokens();
        int[] hashes = masked.hashes();
        boolean label = field.field().kind() != PostingField.Kind.PROSE || isShortForm(field.field());
        boolean overview = field.field() == PostingField.EMPLOYER_OVERVIEW;
        boolean title = field.field() == PostingField.TITLE;
        boolean detail = isDetail(field.field());
        int fieldHash = field.field().wireName().hashCode();
        int sentence = -1;
        for (int i = 0; i < hashes.length; i++) {
            int place = masked.places()[i];
            Token token = tokens.get(i);
            boolean follows = token.sentence() == sentence;
            sentence = token.sentence();
            if (label) {
                add(Group.LABELS, hashes[i] ^ fieldHash, place);
            } else if (overview) {
                visitSpoken(Group.OVERVIEW, tokens, hashes, i, follows, place);
            } else {
                visitBody(tokens, hashes, i, follows, place);
                if (!token.unspaced() && !masked.hidden()[i] && spelt.add(token.term(), hashes[i])) {
                    visitLetters(token.term(), place);
                }
                if (title) {
                    visitSpoken(Group.TITLE, tokens, hashes, i, follows, place);
                } else if (detail) {
                    add(Group.DETAILS, hashes[i] ^ fieldHash, place);
                }
            }
        }
    }

    private static boolean isShortForm(PostingField field) {
        return field == PostingField.EXPERIENCE_REQUIREMENTS || field == PostingField.EDUCATION_REQUIREMENTS;
    }

    private static boolean isDetail(PostingField field) {
        return field == PostingField.QUALIFICATIONS || field == PostingField.JOB_BENEFITS;
    }

    private void visitSpoken(Group group, List<Token> tokens, int[] hashes, int i, boolean follows, int place) {
        add(group, hashes[i], place);
        if (follows) {
            add(group, pair(hashes, i), place);
        }
        if (tokens.get(i).unspaced()) {
            visitRuns(group, tokens, hashes, i, place);
        }
    }

    private void visitBody(List<Token> tokens, int[] hashes, int i, boolean follows, int place) {
        if (tokens.get(i).unspaced()) {
            add(Group.RUNS, hashes[i], place);
            visitRuns(Group.RUNS, tokens, hashes, i, place);
        } else {
            add(Group.WORDS, hashes[i], place);
        }
        if (follows) {
            add(Group.PAIRS, pair(hashes, i), place);
        }
    }

    private static int pair(int[] hashes, int i) {
        return hashes[i - 1] * 31 + hashes[i];
    }

    /** Letters by threes, the edges of the word among them: most survive a misspelling elsewhere in the word. */
    private void visitLetters(String term, int place) {
        int first = WORD_EDGE;
        int second = shape(term.charAt(0));
        for (int i = 1; i <= term.length(); i++) {
            int third = i < term.length() ? shape(term.charAt(i)) : WORD_EDGE;
            add(Group.LETTERS, (first * 31 + second) * 31 + third, place);
            first = second;
            second = third;
        }
    }

    private void visitRuns(Group group, List<Token> tokens, int[] hashes, int i, int place) {
        int run = hashes[i];
        int sentence = tokens.get(i).sentence();
        for (int k = i + 1; k < Math.min(hashes.length, i + LONGEST_RUN); k++) {
            Token next = tokens.get(k);
            if (!next.unspaced() || next.sentence() != sentence) {
                return;
            }
            run = run * 31 + hashes[k];
            add(group, run * 0x2545F491 + k - i, place);
        }
    }

    /**
     * A field's tokens in which a masked name counts as one token, however many words it has.
     *
     * @param tokens what is left
     * @param hashes one for each of them
     * @param places index of each among all tokens of the field
     * @param hidden whether it is a masked name
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Masked(List<Token> tokens, int[] hashes, int[] places, boolean[] hidden) {}

    private static Masked masked(Reading reading, FieldReading field) {
        List<Token> all = field.tokens();
        int[] masks = masks(reading, field);
        int[] hashes = new int[masks.length];
        int[] places = new int[masks.length];
        boolean[] hidden = new boolean[masks.length];
        int kept = 0;
        for (int i = 0; i < masks.length; i++) {
            if (masks[i] != INSIDE_MASK) {
                hidden[kept] = masks[i] != 0;
                hashes[kept] = hidden[kept] ? masks[i] : shapeHash(all.get(i).term());
                places[kept++] = i;
            }
        }
        if (kept == masks.length) {
            return new Masked(all, hashes, places, hidden);
        }
        List<Token> tokens = new ArrayList<>(kept);
        for (int i = 0; i < kept; i++) {
            tokens.add(all.get(places[i]));
        }
        return new Masked(tokens, Arrays.copyOf(hashes, kept), places, hidden);
    }

    /** For each token 0, or the hash that hides it, or {@link #INSIDE_MASK} behind the first one of a name. */
    private static int[] masks(Reading reading, FieldReading field) {
        List<Token> tokens = field.tokens();
        int[] masks = new int[tokens.size()];
        for (PhraseMatch match : field.matches()) {
            if (match.phrase().signal() == Signal.PLACE) {
                mask(masks, match.firstToken(), match.endToken(), MASK);
            }
        }
        for (Placed<Contact> placed : reading.facts().contacts()) {
            if (placed.field() == field.field() && placed.fact().hasHandle()) {
                maskSpan(tokens, masks, placed.fact());
            }
        }
        return masks;
    }

    private static void maskSpan(List<Token> tokens, int[] masks, Contact contact) {
        int from = 0;
        while (from < masks.length && tokens.get(from).end() <= contact.start()) {
            from++;
        }
        int to = from;
        while (to < masks.length && tokens.get(to).start() < contact.end()) {
            to++;
        }
        mask(masks, from, to, MASK ^ contact.kind().name().hashCode());
    }

    private static void mask(int[] masks, int from, int to, int mask) {
        for (int i = from; i < to; i++) {
            masks[i] = i == from ? mask : INSIDE_MASK;
        }
    }

    /** Hash of a word in which all digits are alike. */
    private static int shapeHash(String term) {
        int hash = 17;
        for (int i = 0; i < term.length(); i++) {
            hash = hash * 31 + shape(term.charAt(i));
        }
        return hash * 0x9E3779B1;
    }

    private static int shape(char c) {
        boolean digit = c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
        return digit ? '0' : c;
    }
}
