package org.lurewatch.job.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.assess.AdvertLanguage;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;
import org.lurewatch.detection.links.TextSketch;
import org.lurewatch.detection.posting.IntakeNotes;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.job.operators.control.BundleStore;
import org.lurewatch.schemas.Organization;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WriterSchemas;

/**
 * The input before and after the savepoint that is kept as a resource. The savepoint holds how many records of each topic
 * had been read, so the records before it must keep their places.
 */
final class SavepointStory {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** State with a time to live carries the real time at which it was written; with the default it would expire in the file. */
    static final CampaignGraph.Settings SETTINGS = new CampaignGraph.Settings(Duration.ofDays(36_500), 2);

    static final Published A = bundle("a");
    static final Published B = bundle("b");
    static final Published C = bundle("c");

    /** Of the version after the savepoint. */
    static final Published D = bundle("d");

    /** Later than every scrape, so that the time of the scrape is the event time. */
    private static final Instant KAFKA_TIME = Instant.parse("2026-11-22T00:00:00Z");

    static final List<SourceRecord> POSTINGS = records(
            "postings",
            posting("a1", "board", "20T08:00", "a lure @hand"),
            bytes("{\"identifier\": \"cut off"),
            posting("a2", "board", "20T08:10", "maybe @hand"),
            posting("h1", "board", "20T08:20", "packer\", \"colour\": \"red"),
            posting("b1", "board", "20T08:30", "lure of another @other"),
            posting("b2", "board", "20T08:40", "second lure of another @other"),
            posting("p1", "board", "20T08:45", "poison"),
            posting("h2", "board", "20T09:30", "clerk"),
            posting("lone", "board", "20T09:35", "a lure alone"),
            // From here on they wait for a bundle.
            posting(
                    "w1",
                    "board",
                    "20T09:40",
                    "a third lure @hand\", \"colour\": \"red\", \"baseSalary\": \"€ 900 a week"),
            posting("w2", "", "20T09:41", "cook"),
            avroPosting("w3", "20T09:42", "a lure in Avro"),
            posting("p2", "board", "20T09:43", "poison"),
            bytes("{\"identifier\": \"cut off as well"),
            // After the savepoint. The first has the text of an earlier one, the second only its contact.
            posting("a3", "board", "20T09:50", "maybe @hand"),
            posting("b3", "board", "20T09:51", "maybe the other @other"),
            posting("a1", "board", "20T09:52", "a lure @hand"),
            posting("late", "board", "20T08:50", "late clerk"),
            posting("h3", "board", "20T14:00", "driver"),
            posting("h4", "board", "21T02:00", "baker"));

    static final int POSTINGS_BEFORE_WAITING = 9;
    static final int POSTINGS_BEFORE_SAVEPOINT = 14;

    static final List<SourceRecord> REVIEWS = records(
            "reviews",
            review("ann", "legitimate", "b1"),
            bytes("{\"reviewer\": \"ann\""),
            review("ann", "scam", "h1"),
            review("ann", "scam", "h2"),
            // After the savepoint.
            review("ann", "legitimate", "a1"),
            review("bob", "scam", "b1"));

    static final int REVIEWS_BEFORE_SAVEPOINT = 4;

    static final List<SourceRecord> COMMANDS = records(
            "control",
            command("c0", "publish", B),
            command("c1", "publish", C),
            bytes("{\"commandId\": \"c2\""),
            command("c3", "champion", B),
            command("c4", "shadow", C),
            // After the savepoint.
            command("c5", "publish", D));

    static final int COMMANDS_BEFORE_SAVEPOINT = 5;

    private SavepointStory() {}

    /** A bundle that only {@link Store} has; its digest repeats one letter. In the savepoint A, B and C are of version 0.1.0. */
    private static Published bundle(String letter) {
        return new Published(letter.repeat(64), "s3://bundles/" + letter, "version " + letter, BundleVersion.CURRENT);
    }

    /** A store whose bundles can disappear: one that is limited can be loaded only so many times. */
    static final class Store implements BundleStore {
        private static final long serialVersionUID = 1L;
        private static final Map<String, AtomicInteger> LEFT = new ConcurrentHashMap<>();

        static void limit(Published bundle, int loads) {
            LEFT.put(bundle.digest(), new AtomicInteger(loads));
        }

        static void unlimit() {
            LEFT.clear();
        }

        @Override
        public Published find(String digest, String uri) {
            return bundle(digest.substring(0, 1));
        }

        @Override
        public Detector load(Published bundle) throws UnusableBundleException {
            AtomicInteger left = LEFT.get(bundle.digest());
            if (left != null && left.getAndDecrement() <= 0) {
                throw new UnusableBundleException("it is gone");
            }
            return detector(new BundleId(bundle.version(), bundle.digest()));
        }
    }

    /** Takes verdict, failure and contacts from words of the title. */
    private static Detector detector(BundleId bundle) {
        return posting -> {
            String title = posting.text(PostingField.TITLE).orElseThrow();
            if (title.contains("poison")) {
                throw new IllegalStateException("broken");
            }
            Verdict verdict = title.contains("lure")
                    ? Verdict.LIKELY_SCAM
                    : title.contains("maybe") ? Verdict.UNSURE : Verdict.NO_SIGN_FOUND;
            return new Assessment(
                    posting.identifier(),
                    posting.source(),
                    verdict == Verdict.LIKELY_SCAM ? 0.97 : verdict == Verdict.UNSURE ? 0.4 : 0.01,
                    verdict,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new Evidence(
                            "fee_deposit",
                            "O01",
                            "FTC",
                            PostingField.TITLE,
                            0,
                            1,
                            title.substring(0, 1),
                            "words",
                            "en",
                            1,
                            2.5,
                            false)),
                    Optional.empty(),
                    List.of(),
                    bundle,
                    PolicyChoice.DEFAULT,
                    ExamplePostings.THRESHOLDS,
                    AdvertLanguage.UNKNOWN,
                    footprint(posting, title),
                    IntakeNotes.NONE);
        };
    }

    private static Footprint footprint(JobPosting posting, String title) {
        List<Handle> handles = Pattern.compile("@(\\w+)")
                .matcher(title)
                .results()
                .map(found -> new Handle(HandleKind.TELEGRAM, found.group(1)))
                .toList();
        // Different titles have nothing in common.
        StringBuilder signature = new StringBuilder();
        for (int i = 0; i < 48; i++) {
            signature.append((char) (title.hashCode() * (i + 1) >>> 5 & 0xff));
        }
        int employer = posting.text(PostingField.ORGANIZATION_NAME)
                .map(String::hashCode)
                .orElse(0);
        return new Footprint(
                handles,
                new TextSketch(List.of((long) title.hashCode()), signature.toString()),
                employer,
                "en",
                "",
                title);
    }

    private static List<SourceRecord> records(String topic, byte[]... values) {
        TrustedClasses.register();
        List<SourceRecord> records = new ArrayList<>();
        for (byte[] value : values) {
            records.add(new SourceRecord(
                    topic,
                    0,
                    (long) records.size(),
                    KAFKA_TIME.toEpochMilli(),
                    bytesOf("key"),
                    ByteBuffer.wrap(value),
                    null,
                    false));
        }
        return List.copyOf(records);
    }

    private static byte[] posting(String identifier, String source, String scraped, String title) {
        return bytes("{\"identifier\": \"%s\", %s\"scrapedAt\": \"2026-11-%s:00Z\", \"title\": \"%s\"}"
                .formatted(identifier, source.isEmpty() ? "" : "\"source\": \"" + source + "\", ", scraped, title));
    }

    private static byte[] avroPosting(String identifier, String scraped, String title) {
        var posting = AvroPostings.toAvro(new JobPosting(
                identifier,
                "board",
                Map.of(PostingField.TITLE, title, PostingField.DESCRIPTION, "all <b>day</b>"),
                Instant.parse("2026-11-19T00:00:00Z"),
                Instant.parse("2026-11-" + scraped + ":00Z")));
        posting.setHiringOrganization(Organization.newBuilder().setName("Firm").build());
        return SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known())
                .encode(posting);
    }

    private static byte[] review(String reviewer, String judgement, String identifier) {
        return bytes(("{\"reviewer\": \"%s\", \"judgement\": \"%s\", \"source\": \"board\", \"postingId\": \"%s\","
                        + " \"reviewedAt\": \"2026-11-20T12:00:00Z\"}")
                .formatted(reviewer, judgement, identifier));
    }

    private static byte[] command(String id, String action, Published bundle) {
        return bytes("{\"commandId\": \"%s\", \"action\": \"%s\", \"digest\": \"%s\", \"uri\": \"%s\"}"
                .formatted(id, action, bundle.digest(), bundle.uri()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytesOf(String text) {
        return ByteBuffer.wrap(bytes(text));
    }
}
