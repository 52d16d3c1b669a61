package org.lurewatch.lab.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.lab.examples.BenchPostings;
import org.lurewatch.lab.examples.WrittenExamples;
import org.lurewatch.schemas.MonetaryAmount;
import org.lurewatch.schemas.QuantitativeValue;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Postings of 3,000 characters, every third of them with a lure in front, damaged in all ways of {@link HostileKind}.
 * The same seed and number give the same input. For one thread at a time.
 */
public final class HostileInputs {
    /** Length of the description that is damaged. */
    public static final int POSTING_CHARS = 3_000;

    /** One in so many is as large as the limits allow, or one byte or character larger. */
    static final int GIANT_EVERY = 2_000;

    private static final int LIMIT_EVERY = 256;
    private static final int LONG_EVERY = 64;
    private static final int LURE_EVERY = 3;
    private static final int MOST_UNPACKED = 2 << 20;
    /** A text of nothing but blanks may stand in the place of another, and a posting needs one. */
    private static final String TITLE = "Helper";

    private static final String PLACE_OF_TEXT = "\ue000text\ue000";

    private static final List<HostileKind> KINDS = List.of(HostileKind.values());
    private static final List<String> NUMBERS = List.of(
            "1e999",
            "-1e999",
            "1e-999",
            "1e2147483647",
            "1e2147483648",
            "-1e-2147483649",
            "-1e-2147483648",
            "1e99999999999",
            "-0",
            "-0.0",
            "\"NaN\"",
            "\"Infinity\"",
            "NaN",
            "123456789012345678901234567890",
            "0.000000000000000000000000000001",
            "9".repeat(999),
            "9".repeat(1_001),
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "-1",
            "1E+5",
            "0x10",
            "01",
            "1_000",
            "\"999999999999999999999999999999\"",
            "\"1e999\"");
    private static final List<String> DATES = List.of(
            "\"0000-01-01\"",
            "\"0000-00-00\"",
            "\"-0001-12-31T23:59:59Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"10000-01-01\"",
            "\"+292278994-08-17T07:12:55.807Z\"",
            "\"+999999999-12-31T23:59:59-18:00\"",
            "\"-999999999-01-01T00:00:00+18:00\"",
            "\"+1000000000-12-31\"",
            "\"2026-02-30\"",
            "\"2026-13-01\"",
            "\"2026-01-01T25:00:00Z\"",
            "\"2026-01-01T00:00:00+99:99\"",
            "\"2026-01-01T00:00:00[Europe/Nowhere]\"",
            "\"3 days ago\"",
            "\"\"",
            "0",
            "-1",
            "99999999999",
            "100000000000",
            "-99999999999",
            "-100000000000",
            "9223372036854775807",
            "-9223372036854775808",
            "-9223372036854775807",
            "9223372036854775808",
            "253402300800",
            "253402300800000",
            "-62135596801",
            "1e12",
            "1.5",
            "true",
            "[\"2026-01-01\"]");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1.5",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"a\":1}",
            "{\"@type\":\"Thing\"}",
            "{\"name\":null}",
            "{\"value\":{\"value\":{\"value\":[1]}}}",
            "[{\"name\":\"a\"},{\"name\":\"a\"},\"b\",3]",
            "{\"address\":{\"address\":[]}}",
            "\"\\u0000\"");
    private static final List<String> NAMES = List.of(
            "identifier",
            "source",
            "title",
            "description",
            "baseSalary",
            "hiringOrganization",
            "jobLocation",
            "applicationContact",
            "datePosted",
            "scrapedAt",
            "validThrough",
            "url",
            "inLanguage",
            "@type",
            "@graph",
            "",
            "__proto__",
            "unknown");
    private static final List<PostingField> PROSE = Stream.of(PostingField.values())
            .filter(field -> field.kind() == PostingField.Kind.PROSE)
            .toList();
    private static final List<PostingField> FIELDS = List.of(PostingField.values());

    private final BenchPostings postings;
    private final List<String> lures = new ArrayList<>();
    private final List<String> seeds = new ArrayList<>();
    private final long seed;
    private final PostingLimits limits = PostingLimits.DEFAULT;
    private final SingleObjectEncoding<org.lurewatch.schemas.JobPosting> avro =
            SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known());

    /** @param folder with the written examples */
    public HostileInputs(Path folder, long seed) {
        this.postings = new BenchPostings(folder, POSTING_CHARS, BenchPostings.LURE_EVERY, seed);
        this.seed = seed;
        for (LabelledPosting example : WrittenExamples.read(folder)) {
            String text = example.posting().text(PostingField.DESCRIPTION).orElse("");
            if (!text.isEmpty()) {
                seeds.add(text);
            }
            if (!text.isEmpty() && example.label() == Label.SCAM) {
                lures.add(text);
            }
        }
    }

    /** The input of a number. */
    public HostileInput input(long number) {
        RandomGenerator random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        random.nextLong();
        HostileKind kind =
                number % GIANT_EVERY == GIANT_EVERY - 1 ? HostileKind.GIANT : KINDS.get(random.nextInt(KINDS.size()));
        if (kind == HostileKind.GIANT && number % GIANT_EVERY != GIANT_EVERY - 1) {
            kind = HostileKind.RUNS;
        }
        JobPosting posting = posting(number, random);
        return new HostileInput(
                number, kind, kind.text() == null ? broken(kind, posting, random) : withText(kind, posting, random));
    }

    private JobPosting posting(long number, RandomGenerator random) {
        JobPosting made = postings.posting(number);
        if (random.nextInt(LURE_EVERY) > 0) {
            return made;
        }
        Map<PostingField, String> texts = new EnumMap<>(made.texts());
        String lure = lures.get(random.nextInt(lures.size()));
        String text = lure + "\n" + texts.get(PostingField.DESCRIPTION);
        texts.put(PostingField.DESCRIPTION, text.substring(0, Math.min(text.length(), POSTING_CHARS)));
        return made.withTexts(texts);
    }

    private byte[] broken(HostileKind kind, JobPosting posting, RandomGenerator random) {
        return switch (kind) {
            case UNTOUCHED -> either(posting, random);
            case NOISE -> HostileBytes.noise(random);
            case AVRO_FLIPPED -> HostileBytes.flipped(avro(posting), random);
            case AVRO_TRUNCATED -> HostileBytes.truncated(avro(posting), random);
            case AVRO_STRAY_BYTES -> HostileBytes.withStrayBytes(avro(posting), random);
            case AVRO_WRONG_FINGERPRINT -> HostileBytes.wrongFingerprint(avro(posting), random);
            case AVRO_WRONG_MAGIC -> HostileBytes.wrongMagic(avro(posting), random);
            case AVRO_WRONG_LENGTH -> HostileBytes.wrongLength(avro(posting), random);
            case AVRO_WRONG_UNION_INDEX -> HostileBytes.wrongUnionIndex(avro(posting), random);
            case JSON_FLIPPED -> HostileBytes.flipped(json(posting), random);
            case JSON_TRUNCATED -> HostileBytes.truncated(json(posting), random);
            case JSON_STRAY_BYTES -> HostileBytes.withStrayBytes(json(posting), random);
            case JSON_DEEP -> deep(posting, random);
            case JSON_DUPLICATE_KEYS -> withDuplicates(posting, random);
            case JSON_WRONG_TYPES -> withProperty(posting, any(NAMES, random), any(VALUES, random));
            case INVALID_UTF8 -> HostileBytes.invalidUtf8(either(posting, random), random);
            case NUMBERS_OUT_OF_RANGE ->
                random.nextBoolean() ? jsonNumbers(posting, random) : avroNumbers(posting, random);
            case DATES_OUT_OF_RANGE -> random.nextInt(4) > 0 ? jsonDates(posting, random) : avroDates(posting, random);
            case FIELDS_LOST -> lost(posting, random);
            case GZIP_AS_RECORD -> HostileBytes.bomb(json(posting), 1 + random.nextInt(MOST_UNPACKED / 128), random);
            case GZIP_BOMB_AS_FILE -> HostileBytes.bomb(json(posting), unpacked(random), random);
            case GIANT -> giant(posting, random);
            default -> throw new IllegalStateException(kind + " is a text");
        };
    }

    private byte[] avro(JobPosting posting) {
        return avro.encode(AvroPostings.toAvro(posting));
    }

    private static byte[] json(JobPosting posting) {
        return PostingJson.line(posting).getBytes(UTF_8);
    }

    private byte[] either(JobPosting posting, RandomGenerator random) {
        return random.nextBoolean() ? avro(posting) : json(posting);
    }

    private static byte[] withProperty(JobPosting posting, String name, String value) {
        String line = PostingJson.line(posting);
        return (line.substring(0, line.length() - 1) + ",\"" + name + "\":" + value + "}").getBytes(UTF_8);
    }

    private static byte[] deep(JobPosting posting, RandomGenerator random) {
        int depth = random.nextInt(3) == 0 ? 25 + random.nextInt(12) : 1 + random.nextInt(20_000);
        String open =
                any(List.of("[", "{\"a\":", "{\"value\":", "[{\"address\":", "{\"name\":[", "{\"@graph\":["), random);
        String close = new StringBuilder(
                        open.replaceAll("[^\\[{]", "").replace('[', ']').replace('{', '}'))
                .reverse()
                .toString();
        boolean closed = random.nextInt(4) > 0;
        String value = open.repeat(depth) + "1" + (closed ? close.repeat(depth) : "");
        return random.nextBoolean()
                ? withProperty(posting, any(NAMES, random), value)
                : (random.nextBoolean() ? value : "{\"@graph\":" + value + "}").getBytes(UTF_8);
    }

    private static byte[] withDuplicates(JobPosting posting, RandomGenerator random) {
        String line = PostingJson.line(posting);
        StringBuilder doubled = new StringBuilder(line.substring(0, line.length() - 1));
        for (int times = 1 + random.nextInt(random.nextInt(50) == 0 ? 20_000 : 20); times > 0; times--) {
            doubled.append(",\"")
                    .append(any(NAMES, random))
                    .append("\":")
                    .append(any(random.nextBoolean() ? VALUES : List.of("\"a\"", "\"b c\""), random));
        }
        return doubled.append('}').toString().getBytes(UTF_8);
    }

    private static byte[] jsonNumbers(JobPosting posting, RandomGenerator random) {
        String number = any(NUMBERS, random);
        String other = any(NUMBERS, random);
        return switch (random.nextInt(5)) {
            case 0 -> withProperty(posting, "baseSalary", number);
            case 1 ->
                withProperty(
                        posting,
                        "baseSalary",
                        "{\"currency\":\"USD\",\"value\":{\"minValue\":" + number + ",\"maxValue\":" + other
                                + ",\"unitText\":\"MONTH\"}}");
            case 2 ->
                withProperty(
                        posting,
                        "title",
                        "\"Earn " + number.replace("\"", "") + " to " + other.replace("\"", "") + " USD a day\"");
            case 3 -> withProperty(posting, any(NAMES, random), number);
            default -> withProperty(posting, "baseSalary", "{\"value\":" + number + ",\"currency\":" + other + "}");
        };
    }

    private byte[] avroNumbers(JobPosting posting, RandomGenerator random) {
        List<Double> doubles = List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                -Double.MAX_VALUE,
                -0.0,
                1e30,
                -1.0);
        org.lurewatch.schemas.JobPosting record = AvroPostings.toAvro(posting);
        record.setBaseSalary(new MonetaryAmount(
                any(List.of("USD", "", "\u0000", "\u202e"), random),
                new QuantitativeValue(any(doubles, random), any(doubles, random), any(List.of("MONTH", "x"), random))));
        return avro.encode(record);
    }

    private static byte[] jsonDates(JobPosting posting, RandomGenerator random) {
        return withProperty(
                posting, any(List.of("datePosted", "scrapedAt", "validThrough"), random), any(DATES, random));
    }

    private byte[] avroDates(JobPosting posting, RandomGenerator random) {
        List<Long> times = List.of(
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE + 1,
                -1L,
                0L,
                253402300800000L,
                -62135596800001L,
                -62167219200000L);
        org.lurewatch.schemas.JobPosting record = AvroPostings.toAvro(posting);
        record.setScrapedAt(Instant.ofEpochMilli(any(times, random)));
        record.setDatePosted(any(DATES, random).replace("\"", ""));
        record.setValidThrough(any(DATES, random));
        return avro.encode(record);
    }

    /** A record whose writer kept little of the posting, or nothing. */
    private static byte[] lost(JobPosting posting, RandomGenerator random) {
        String id = random.nextInt(4) == 0 ? "" : posting.identifier();
        return switch (random.nextInt(6)) {
            case 0 -> "{}".getBytes(UTF_8);
            case 1 -> new byte[0];
            case 2 -> " \r\n".getBytes(UTF_8);
            case 3 -> ("{\"identifier\":\"" + id + "\"}").getBytes(UTF_8);
            case 4 -> ("{\"identifier\":\"" + id + "\",\"title\":\"x\"}").getBytes(UTF_8);
            default -> ("{\"identifier\":\"" + id + "\",\"description\":\"\\u200b\"}").getBytes(UTF_8);
        };
    }

    private static int unpacked(RandomGenerator random) {
        return random.nextInt(100) == 0 ? MOST_UNPACKED : 1 + random.nextInt(MOST_UNPACKED / 128);
    }

    private byte[] giant(JobPosting posting, RandomGenerator random) {
        String text = any(seeds, random);
        int most = limits.maxFieldChars();
        Map<PostingField, String> texts = new EnumMap<>(posting.texts());
        texts.put(PostingField.TITLE, TITLE);
        switch (random.nextInt(4)) {
            case 0 -> texts.put(any(PROSE, random), HostileText.filled(text, most));
            case 1 -> texts.put(any(PROSE, random), HostileText.filled(text, most + 1));
            case 2 -> PROSE.forEach(field -> texts.put(field, HostileText.filled(any(seeds, random) + " ", most)));
            default -> {
                HostileKind kind = KINDS.get(HostileKind.GIANT.ordinal()
                        + 1
                        + random.nextInt(KINDS.size() - HostileKind.GIANT.ordinal() - 1));
                texts.put(any(PROSE, random), kind.text().of(text, most, random));
            }
        }
        byte[] record = either(posting.withTexts(texts), random);
        boolean padded = random.nextInt(4) == 0 && record[0] == '{';
        return padded ? Arrays.copyOf(blanked(record), limits.maxPostingBytes() + random.nextInt(2)) : record;
    }

    /** White space behind the record up to and over the limit. */
    private byte[] blanked(byte[] record) {
        byte[] padded = new byte[Math.max(record.length, limits.maxPostingBytes() + 1)];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(record, 0, padded, 0, record.length);
        return padded;
    }

    private byte[] withText(HostileKind kind, JobPosting posting, RandomGenerator random) {
        String hostile = kind.text().of(any(seeds, random), length(random), random);
        PostingField field =
                switch (random.nextInt(4)) {
                    case 0 -> any(FIELDS, random);
                    case 1 -> any(PROSE, random);
                    default -> PostingField.DESCRIPTION;
                };
        Map<PostingField, String> texts = new EnumMap<>(posting.texts());
        texts.put(PostingField.TITLE, TITLE);
        String before = texts.getOrDefault(field, "");
        boolean escaped = kind == HostileKind.SINGLE_SURROGATES;
        String text = escaped ? PLACE_OF_TEXT : hostile;
        int middle = random.nextInt(before.length() + 1);
        texts.put(
                field,
                switch (random.nextInt(3)) {
                    case 0 -> text;
                    case 1 -> before + text;
                    default -> before.substring(0, middle) + text + before.substring(middle);
                });
        boolean named = random.nextInt(16) == 0;
        JobPosting made = new JobPosting(
                named ? "id " + text : posting.identifier(),
                named ? text : posting.source(),
                texts,
                posting.datePosted(),
                posting.scrapedAt());
        return escaped
                ? PostingJson.line(made)
                        .replace(PLACE_OF_TEXT, escapes(hostile))
                        .getBytes(UTF_8)
                : either(made, random);
    }

    /** As JSON has them: the only way for half of a character to come through. */
    private static String escapes(String text) {
        StringBuilder escapes = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
            escapes.append(plain ? String.valueOf(c) : "\\u" + HexFormat.of().toHexDigits(c));
        }
        return escapes.toString();
    }

    /** Short mostly, some long, and now and then as long as a field may be. */
    private int length(RandomGenerator random) {
        if (random.nextInt(LIMIT_EVERY) == 0) {
            return limits.maxFieldChars() - POSTING_CHARS;
        }
        double most = random.nextInt(LONG_EVERY) == 0 ? limits.maxFieldChars() : POSTING_CHARS;
        return (int) Math.exp(random.nextDouble() * Math.log(most));
    }

    private static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
