package org.lurewatch.detection.features;

import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.Token;

/**
 * Hashed features of a posting's wording, so that no posting's words are stored. Groups: words, pairs of words, letters
 * by threes, runs of one to four characters where words are not spaced, the title, the employer's overview, labels and
 * details. Each feature counts once a posting, and each group has unit length, so that a long text weighs no more than a
 * short one.
 * Names of places, countries, nationalities and languages, contacts and digits are masked.
 * See RATIONALE.md, "Letters are read by threes beside words".
 */
public final class TextFeatures {
    /** Changes whenever the same posting would give other features. */
    public static final int VERSION = 3;

    /** Buckets are numbered from 0 to this, exclusive. */
    public static final int BUCKETS = 1 << 19;

    /** The first bucket of concepts; those before are of words. */
    public static final int FIRST_OF_CONCEPTS = 1 << 18;

    /** Whether a bucket is of words and letters, not of concepts. */
    public static boolean isOfWords(int bucket) {
        return bucket < FIRST_OF_CONCEPTS;
    }

    /** Whether a bucket is of pairs of concepts. */
    public static boolean isOfPairs(int bucket) {
        return bucket >= FIRST_OF_CONCEPTS + ConceptFeatures.PAIRS;
    }

    private static final int LONGEST_RUN = 4;
    private static final int FEWEST_WORDS = 30;
    private static final int FEWEST_CONCEPTS = 12;
    private static final int WORD_EDGE = '_';

    private enum Group {
        WORDS(1f),
        PAIRS(1f),
        RUNS(1f),
        TITLE(0.7f),
        OVERVIEW(1f),
        LABELS(0.3f),
        DETAILS(1f),
        LETTERS(1f),
        CONCEPTS(1f, FEWEST_CONCEPTS),
        CONCEPT_PAIRS(1f, FEWEST_CONCEPTS);

        final float length;
        final int fewest;
        private final int salt = (ordinal() + 1) * 0x27D4EB2F;

        Group(float length) {
            this(length, FEWEST_WORDS);
        }

        Group(float length, int fewest) {
            this.length = length;
            this.fewest = fewest;
        }

        int bucket(int hash) {
            int x = (hash ^ salt) * 0x9E3779B1;
            x = (x ^ x >>> 15) * 0x85EBCA77;
            return (x ^ x >>> 13) & (FIRST_OF_CONCEPTS - 1);
        }
    }

    private static final Group[] GROUPS = Group.values();

    private static final ThreadLocal<TextFeatures> OF_THREAD = ThreadLocal.withInitial(TextFeatures::new);

    /** An instance that grew beyond this is not reused for the next posting. */
    private static final int MOST_KEPT = 1 << 16;

    private final BucketSet set = new BucketSet();
    private final SeenTerms spelt = new SeenTerms();
    private final MaskedTokens masked = new MaskedTokens();
    private final ConceptFeatures concepts = new ConceptFeatures();

    private TextFeatures() {}

    /** The features of a posting. */
    public static SparseVector of(Reading reading) {
        return read(reading).features();
    }

    /** The features of a posting, and which of its words begin them. */
    public static Wording read(Reading reading) {
        TextFeatures features = OF_THREAD.get();
        Wording wording = features.wording(reading);
        if (features.set.size() > MOST_KEPT) {
            OF_THREAD.remove();
        }
        return wording;
    }

    private Wording wording(Reading reading) {
        set.clear();
        spelt.clear();
        int[] ends = new int[reading.fields().size()];
        for (int i = 0; i < ends.length; i++) {
            visit(reading.fields().get(i), reading.facts());
            concepts.visit(reading, i, this::addConcept, this::addPair);
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
            int count = Math.max(distinct[group.ordinal()], group.fewest);
            values[group.ordinal()] = (float) (group.length / Math.sqrt(count));
        }
        return values;
    }

    private void addConcept(int feature, int token) {
        set.add(FIRST_OF_CONCEPTS + feature, Group.CONCEPTS.ordinal(), token);
    }

    private void addPair(int feature, int token) {
        set.add(FIRST_OF_CONCEPTS + feature, Group.CONCEPT_PAIRS.ordinal(), token);
    }

    private void add(Group group, int hash, int token) {
        set.add(group.bucket(hash), group.ordinal(), token);
    }

    private void visit(FieldReading field, PostingFacts facts) {
        masked.read(field, facts);
        boolean label = field.field().kind() != PostingField.Kind.PROSE || isShortForm(field.field());
        boolean overview = field.field() == PostingField.EMPLOYER_OVERVIEW;
        boolean title = field.field() == PostingField.TITLE;
        boolean detail = isDetail(field.field());
        int fieldHash = field.field().wireName().hashCode();
        int sentence = -1;
        for (int i = 0; i < masked.size(); i++) {
            int place = masked.place(i);
            int hash = masked.hash(i);
            Token token = field.tokens().get(place);
            boolean follows = token.sentence() == sentence;
            sentence = token.sentence();
            if (label) {
                add(Group.LABELS, hash ^ fieldHash, place);
            } else if (overview) {
                visitSpoken(Group.OVERVIEW, field, i, follows);
            } else {
                visitBody(field, i, follows);
                if (!token.unspaced() && !masked.isHidden(i) && spelt.add(token.term(), hash)) {
                    visitLetters(token.term(), place);
                }
                if (title) {
                    visitSpoken(Group.TITLE, field, i, follows);
                } else if (detail) {
                    add(Group.DETAILS, hash ^ fieldHash, place);
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

    private void visitSpoken(Group group, FieldReading field, int i, boolean follows) {
        int place = masked.place(i);
        add(group, masked.hash(i), place);
        if (follows) {
            add(group, pair(i), place);
        }
        if (field.tokens().get(place).unspaced()) {
            visitRuns(group, field, i);
        }
    }

    private void visitBody(FieldReading field, int i, boolean follows) {
        int place = masked.place(i);
        if (field.tokens().get(place).unspaced()) {
            add(Group.RUNS, masked.hash(i), place);
            visitRuns(Group.RUNS, field, i);
        } else {
            add(Group.WORDS, masked.hash(i), place);
        }
        if (follows) {
            add(Group.PAIRS, pair(i), place);
        }
    }

    private int pair(int i) {
        return masked.hash(i - 1) * 31 + masked.hash(i);
    }

    /** Letters by threes, the edges of the word among them: most survive a misspelling elsewhere in the word. */
    private void visitLetters(String term, int place) {
        int first = WORD_EDGE;
        int second = MaskedTokens.shape(term.charAt(0));
        for (int i = 1; i <= term.length(); i++) {
            int third = i < term.length() ? MaskedTokens.shape(term.charAt(i)) : WORD_EDGE;
            add(Group.LETTERS, (first * 31 + second) * 31 + third, place);
            first = second;
            second = third;
        }
    }

    private void visitRuns(Group group, FieldReading field, int i) {
        int run = masked.hash(i);
        int sentence = field.tokens().get(masked.place(i)).sentence();
        for (int k = i + 1; k < Math.min(masked.size(), i + LONGEST_RUN); k++) {
            Token next = field.tokens().get(masked.place(k));
            if (!next.unspaced() || next.sentence() != sentence) {
                return;
            }
            run = run * 31 + masked.hash(k);
            add(group, run * 0x2545F491 + k - i, masked.place(i));
        }
    }
}
