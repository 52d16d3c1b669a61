package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
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

        Group(float length) {
            this.length = length;
        }

        int bucket(int hash) {
            int x = (hash ^ (ordinal() + 1) * 0x27D4EB2F) * 0x9E3779B1;
            x = (x ^ x >>> 15) * 0x85EBCA77;
            return (x ^ x >>> 13) & (BUCKETS - 1);
        }
    }

    /** Told which token brings which feature. */
    @FunctionalInterface
    private interface Visitor {
        void visit(Group group, int bucket, int token);
    }

    private TextFeatures() {}

    /** The features of a posting. */
    public static SparseVector of(Reading reading) {
        BucketSet set = new BucketSet();
        for (FieldReading field : reading.fields()) {
            visit(reading, field, (group, bucket, token) -> set.add(bucket, group.ordinal(), token));
        }
        float[] byGroup = values(set);
        float[] values = new float[set.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = byGroup[set.group(i)];
        }
        return new SparseVector(set.buckets(), values);
    }

    /**
     * What each token adds to a linear score, by field in the order of {@link Reading#fields()}: the sum over all
     * features that it begins and that no token before it began.
     *
     * @param weights weight by bucket
     */
    public static List<double[]> contributions(Reading reading, float[] weights) {
        BucketSet set = new BucketSet();
        int[] ends = new int[reading.fields().size()];
        for (int i = 0; i < ends.length; i++) {
            visit(reading, reading.fields().get(i), (group, bucket, token) -> set.add(bucket, group.ordinal(), token));
            ends[i] = set.size();
        }
        float[] byGroup = values(set);
        List<double[]> contributions = new ArrayList<>();
        int feature = 0;
        for (int i = 0; i < ends.length; i++) {
            double[] sums = new double[reading.fields().get(i).tokens().size()];
            for (; feature < ends[i]; feature++) {
                sums[set.token(feature)] += (double) byGroup[set.group(feature)] * weights[set.bucket(feature)];
            }
            contributions.add(sums);
        }
        return contributions;
    }

    /** Value of each feature of a group, so that the group has its length. */
    private static float[] values(BucketSet set) {
        int[] distinct = new int[Group.values().length];
        for (int i = 0; i < set.size(); i++) {
            distinct[set.group(i)]++;
        }
        float[] values = new float[distinct.length];
        for (Group group : Group.values()) {
            int count = Math.max(distinct[group.ordinal()], FEWEST_FOR_UNIT_LENGTH);
            values[group.ordinal()] = (float) (group.length / Math.sqrt(count));
        }
        return values;
    }

    private static void visit(Reading reading, FieldReading field, Visitor visitor) {
        Masked masked = masked(reading, field);
        List<Token> tokens = masked.tokens();
        int[] hashes = masked.hashes();
        boolean label = field.field().kind() != PostingField.Kind.PROSE || isShortForm(field.field());
        int fieldHash = field.field().wireName().hashCode();
        for (int i = 0; i < hashes.length; i++) {
            int token = masked.places()[i];
            int hash = hashes[i];
            boolean follows =
                    i > 0 && tokens.get(i).sentence() == tokens.get(i - 1).sentence();
            int pair = follows ? hashes[i - 1] * 31 + hash : 0;
            if (label) {
                visitor.visit(Group.LABELS, Group.LABELS.bucket(hash ^ fieldHash), token);
            } else if (field.field() == PostingField.EMPLOYER_OVERVIEW) {
                visitSpoken(
                        tokens,
                        hashes,
                        i,
                        follows,
                        pair,
                        bucket -> visitor.visit(Group.OVERVIEW, bucket, token),
                        Group.OVERVIEW);
            } else {
                visitBody(tokens, hashes, i, token, follows, pair, visitor);
                if (!tokens.get(i).unspaced() && !masked.hidden()[i]) {
                    visitLetters(tokens.get(i).term(), token, visitor);
                }
                if (field.field() == PostingField.TITLE) {
                    visitSpoken(
                            tokens,
                            hashes,
                            i,
                            follows,
                            pair,
                            bucket -> visitor.visit(Group.TITLE, bucket, token),
                            Group.TITLE);
                } else if (isDetail(field.field())) {
                    visitor.visit(Group.DETAILS, Group.DETAILS.bucket(hash ^ fieldHash), token);
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

    private static void visitSpoken(
            List<Token> tokens, int[] hashes, int i, boolean follows, int pair, IntConsumer buckets, Group group) {
        buckets.accept(group.bucket(hashes[i]));
        if (follows) {
            buckets.accept(group.bucket(pair));
        }
        if (tokens.get(i).unspaced()) {
            visitRuns(tokens, hashes, i, buckets, group);
        }
    }

    private static void visitBody(
            List<Token> tokens, int[] hashes, int i, int token, boolean follows, int pair, Visitor visitor) {
        if (tokens.get(i).unspaced()) {
            visitor.visit(Group.RUNS, Group.RUNS.bucket(hashes[i]), token);
            visitRuns(tokens, hashes, i, bucket -> visitor.visit(Group.RUNS, bucket, token), Group.RUNS);
        } else {
            visitor.visit(Group.WORDS, Group.WORDS.bucket(hashes[i]), token);
        }
        if (follows) {
            visitor.visit(Group.PAIRS, Group.PAIRS.bucket(pair), token);
        }
    }

    /** Letters by threes, the edges of the word among them: most survive a misspelling elsewhere in the word. */
    private static void visitLetters(String term, int token, Visitor visitor) {
        int first = WORD_EDGE;
        int second = shape(term.charAt(0));
        for (int i = 1; i <= term.length(); i++) {
            int third = i < term.length() ? shape(term.charAt(i)) : WORD_EDGE;
            visitor.visit(Group.LETTERS, Group.LETTERS.bucket((first * 31 + second) * 31 + third), token);
            first = second;
            second = third;
        }
    }

    private static void visitRuns(List<Token> tokens, int[] hashes, int i, IntConsumer buckets, Group group) {
        int run = hashes[i];
        int sentence = tokens.get(i).sentence();
        for (int k = i + 1; k < Math.min(hashes.length, i + LONGEST_RUN); k++) {
            Token next = tokens.get(k);
            if (!next.unspaced() || next.sentence() != sentence) {
                return;
            }
            run = run * 31 + hashes[k];
            buckets.accept(group.bucket(run * 0x2545F491 + k - i));
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
        return Character.isDigit(c) ? '0' : c;
    }
}
