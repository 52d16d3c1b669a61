package org.lurewatch.lab.examples;

import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Postings of a stated length for measuring, made of the sentences of the written examples: most are honest and like no
 * other, some repeat an earlier one for another town, and a few are lures with the handle of their campaign.
 * The same seed and number give the same posting. See RATIONALE.md, "Measured postings share as much as real ones".
 */
public final class BenchPostings {
    /** One in so many is a lure, unless said otherwise. */
    public static final int LURE_EVERY = 100;

    private static final int REPEAT_EVERY = 50;
    /** With fewer, all postings of a language would be near-same. */
    private static final int FEWEST_SENTENCES = 200;

    /** A sentence with it would be carried into hundreds of postings, and tie them all. */
    private static final Pattern CONTACT = Pattern.compile("@|://|www\\.|\\d{3}");

    private static final int CAMPAIGNS = 40;
    private static final int EMPLOYERS = 50_000;
    private static final int PLATFORMS = 5;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS_APART = 2;
    private static final List<String> TOWNS =
            List.of("Lyon", "Porto", "Gdansk", "Cebu", "Chiang Mai", "Da Nang", "Medan", "Pune", "Accra", "Quito");

    private final List<List<String>> sentences;
    private final List<String> lures;
    private final int length;
    private final int lureEvery;
    private final long seed;
    private final SingleObjectEncoding<org.lurewatch.schemas.JobPosting> avro =
            SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known());

    /**
     * Reads the examples to be mixed.
     *
     * @param folder with the written examples
     * @param length characters of a posting's description
     * @param lureEvery one in so many is a lure
     */
    public BenchPostings(Path folder, int length, int lureEvery, long seed) {
        this.length = length;
        this.lureEvery = lureEvery;
        this.seed = seed;
        Map<String, List<String>> byLanguage = new TreeMap<>();
        this.lures = new ArrayList<>();
        for (LabelledPosting example : WrittenExamples.read(folder)) {
            String text = example.posting().text(PostingField.DESCRIPTION).orElse("");
            if (example.label() == Label.SCAM && !text.isEmpty()) {
                lures.add(text);
            } else if (example.label() == Label.LEGITIMATE) {
                String language =
                        example.posting().text(PostingField.IN_LANGUAGE).orElse("");
                addSentences(text, byLanguage.computeIfAbsent(language, l -> new ArrayList<>()));
            }
        }
        this.sentences = byLanguage.values().stream()
                .filter(language -> language.size() >= FEWEST_SENTENCES)
                .map(List::copyOf)
                .toList();
    }

    private static void addSentences(String text, List<String> sentences) {
        BreakIterator cut = BreakIterator.getSentenceInstance(Locale.ROOT);
        cut.setText(text);
        int start = cut.first();
        for (int end = cut.next(); end != BreakIterator.DONE; start = end, end = cut.next()) {
            String sentence = text.substring(start, end).strip();
            if (!CONTACT.matcher(sentence).find()) {
                sentences.add(sentence);
            }
        }
    }

    /** The key of a posting on Kafka. */
    public static String key(long number) {
        return source(number) + "/" + identifier(number);
    }

    static String identifier(long number) {
        return "bench-" + number;
    }

    private static String source(long number) {
        return "platform-" + number % PLATFORMS;
    }

    /** A posting as a Kafka record holds it. */
    public byte[] bytes(long number) {
        return avro.encode(AvroPostings.toAvro(posting(number)));
    }

    /** The posting of a number. */
    public JobPosting posting(long number) {
        boolean repeats = number % REPEAT_EVERY == 1 && number > REPEAT_EVERY;
        long original = repeats ? number - REPEAT_EVERY / 2 : number;
        RandomGenerator random = new SplittableRandom(seed + original);
        int employer = random.nextInt(EMPLOYERS);
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        texts.put(PostingField.DESCRIPTION, isLure(original) ? lure(random) : prose(random));
        texts.put(PostingField.ORGANIZATION_NAME, "Employer " + employer);
        texts.put(PostingField.CONTACT_EMAIL, "jobs@employer" + employer + ".example");
        texts.put(PostingField.ADDRESS_LOCALITY, TOWNS.get((int) (number % TOWNS.size())));
        Instant scrapedAt = FIRST.plusSeconds(number * SECONDS_APART);
        return new JobPosting(identifier(number), source(number), texts, scrapedAt, scrapedAt);
    }

    boolean isLure(long number) {
        return number % lureEvery == 0;
    }

    private String lure(RandomGenerator random) {
        int campaign = random.nextInt(CAMPAIGNS);
        return lures.get(campaign * lures.size() / CAMPAIGNS) + " Telegram: @bench_recruiter_" + campaign + ".";
    }

    private String prose(RandomGenerator random) {
        List<String> language = sentences.get(random.nextInt(sentences.size()));
        StringBuilder prose = new StringBuilder(length + 200);
        while (prose.length() < length) {
            prose.append(language.get(random.nextInt(language.size()))).append(' ');
        }
        return prose.substring(0, Character.isHighSurrogate(prose.charAt(length - 1)) ? length - 1 : length);
    }
}
