package org.lurewatch.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.ReviewDecoder;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.codec.json.RecordJson;
import org.lurewatch.desk.audit.AuditTopic;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.schemas.WriterSchemas;
import org.lurewatch.web.WebServer;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.AuditEntry;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.IdempotencyKeys;
import org.lurewatch.web.access.OnceKey;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.access.StoredIdempotencyKeys;
import org.lurewatch.web.api.OnceSender;
import org.lurewatch.web.api.ReadRoutes;
import org.lurewatch.web.api.ReviewRoutes;
import org.lurewatch.web.api.TopicPostings;
import org.lurewatch.web.view.ViewFollower;
import org.lurewatch.web.view.ViewStore;
import org.lurewatch.web.view.ViewTopic;

/** From the topics to the API, and from the API to the topics, on a real broker. */
class ViewIT {
    static {
        TrustedClasses.register();
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant SENT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(SENT.plusSeconds(3600), ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Caller REVIEWER = new Caller("rita", Set.of(Permission.READ, Permission.REVIEW));
    private static final Map<ViewTopic, String> TOPICS = Map.of(
            ViewTopic.WARNINGS, "warnings",
            ViewTopic.CAMPAIGNS, "campaigns",
            ViewTopic.TRENDS, "trends",
            ViewTopic.REVIEWS, "reviews");

    @TempDir
    private Path folder;

    private EmbeddedKafka kafka;

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start();
        TestingTopics.create(Map.copyOf(settings()), 2, "warnings", "campaigns", "trends", "reviews", "postings");
    }

    @AfterEach
    void stop() throws Exception {
        kafka.close();
    }

    @Test
    void aViewThatIsRebuiltGivesTheSameAnswers() throws Exception {
        sendAll();
        List<JsonNode> first = answers(folder.resolve("view.db"));
        assertEquals(2, first.get(0).path("items").size());
        assertEquals(
                List.of("c", "a"),
                List.of(
                        first.get(0).at("/items/0/postingId").asText(),
                        first.get(0).at("/items/1/postingId").asText()));
        assertEquals(2, first.get(0).at("/items/1/revision").asInt(), "the newest revision");
        assertEquals(
                RecordJson.line(campaign("c1")), first.get(1).at("/items/0").toString());
        assertEquals("ann", first.get(3).at("/reviews/0/reviewer").asText());
        assertEquals(SENT.toString(), first.get(0).path("knowsSince").asText());

        assertEquals(first, answers(folder.resolve("view.db")), "it is the same when it is opened again");
        assertEquals(first, answers(folder.resolve("another.db")));
    }

    @Test
    void oneThatIsInterruptedGoesOnWhereItWas() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int i = 0; i < 1_500; i++) {
                producer.send(
                        new ProducerRecord<>("warnings", ("board/w" + i).getBytes(UTF_8), encode(warning("w" + i, 1))));
            }
        }
        Path file = folder.resolve("view.db");
        CountDownLatch begun = new CountDownLatch(1);
        try (ViewStore view = ViewStore.open(file)) {
            view.addListener(begun::countDown);
            try (ViewFollower follower = follow(view)) {
                begun.await();
            }
        }
        sendAll();
        assertEquals(answers(folder.resolve("another.db")), answers(file));
    }

    @Test
    void topicsThatWereMadeAnewAreReadAnew() throws Exception {
        sendAll();
        Path file = folder.resolve("view.db");
        answers(file);
        kafka.close();
        start();
        send("warnings", "board/z", encode(warning("z", 1)));
        List<JsonNode> answers = answers(file);
        assertEquals(1, answers.get(0).path("items").size());
        assertEquals("z", answers.get(0).at("/items/0/postingId").asText());
        assertEquals(0, answers.get(1).path("items").size());
    }

    @Test
    void theAuditIsReadBackFromItsTopicTheNewestFirst() throws Exception {
        try (AuditTopic topic = AuditTopic.open(settings(), "console-audit")) {
            Audit audit = Audit.to(topic::write, topic::newest);
            assertEquals(List.of(), audit.newest(2));
            for (String subject : List.of("warning 1", "warning 2", "warning 3")) {
                audit.record(CLOCK, REVIEWER, "contacts-shown", subject);
            }
            assertEquals(
                    List.of("warning 3", "warning 2"),
                    audit.newest(2).stream().map(AuditEntry::subject).toList());
            assertEquals(
                    new AuditEntry(CLOCK.instant(), "rita", "contacts-shown", "warning 1"),
                    audit.newest(10).get(2));
        }
    }

    @Test
    void aReviewIsSentOnceWhateverHappensInBetween() throws Exception {
        CrashingKeys keys = new CrashingKeys(keys(Duration.ZERO));
        try (OnceSender sender = new OnceSender(settings(), "reviews", keys, CLOCK);
                ViewStore view = ViewStore.open(folder.resolve("view.db"));
                WebServer server = serve(view, sender)) {
            HttpResponse<String> first =
                    review(server, "one", "{\"source\":\"board\",\"postingId\":\"a\",\"judgement\":\"scam\"}");
            assertEquals(201, first.statusCode(), first::body);
            HttpResponse<String> again =
                    review(server, "one", "{\"source\":\"board\",\"postingId\":\"a\",\"judgement\":\"scam\"}");
            assertEquals(first.body(), again.body());
            assertEquals(
                    "true", again.headers().firstValue("Idempotent-Replayed").orElseThrow());
            assertEquals(
                    422,
                    review(server, "one", "{\"source\":\"board\",\"postingId\":\"b\",\"judgement\":\"scam\"}")
                            .statusCode());
            assertEquals(
                    400,
                    review(server, null, "{\"source\":\"board\",\"postingId\":\"a\",\"judgement\":\"scam\"}")
                            .statusCode());
            assertEquals(422, review(server, "two", "{\"judgement\":\"scam\"}").statusCode());
            assertEquals(400, review(server, "two", "scam").statusCode());
            assertEquals(1, reviews().size());

            // It was sent, and the process died before that was kept.
            keys.crashBehindSending = true;
            assertEquals(
                    500,
                    review(server, "three", "{\"campaignId\":\"c1\",\"judgement\":\"about-scams\",\"note\":\"seen\"}")
                            .statusCode());
            assertEquals(2, reviews().size());
            keys.crashBehindSending = false;
            assertEquals(
                    201,
                    review(server, "three", "{\"campaignId\":\"c1\",\"judgement\":\"about-scams\",\"note\":\"seen\"}")
                            .statusCode());
            assertEquals(2, reviews().size(), "it is not sent again");

            // The process died before it was sent.
            keys.crashBeforeSending = true;
            assertEquals(
                    500,
                    review(server, "four", "{\"source\":\"board\",\"postingId\":\"b\",\"judgement\":\"legitimate\"}")
                            .statusCode());
            assertEquals(2, reviews().size());
            keys.crashBeforeSending = false;
            assertEquals(
                    201,
                    review(server, "four", "{\"source\":\"board\",\"postingId\":\"b\",\"judgement\":\"legitimate\"}")
                            .statusCode());
            assertEquals(3, reviews().size());
            assertTrue(
                    reviews().stream().allMatch(review -> review.getReviewer().equals("rita")));
            assertEquals(
                    3, reviews().stream().map(Review::getReviewId).distinct().count());
        }
    }

    @Test
    void postingsAreRememberedOnceAndAsTheJobReadsThem() throws Exception {
        CrashingKeys keys = new CrashingKeys(keys(Duration.ZERO));
        List<JobPosting> postings = List.of(posting("a"), posting("b"), posting("c"));
        OnceKey once = OnceKey.of(REVIEWER, "assess", "k", "body".getBytes(UTF_8));
        try (OnceSender sender = new OnceSender(settings(), "postings", keys, CLOCK)) {
            TopicPostings sink = new TopicPostings(sender);
            keys.crashBehindSending = true;
            boolean crashed = false;
            try {
                sink.send(postings, Optional.of(once));
            } catch (IllegalStateException e) {
                crashed = true;
            }
            assertTrue(crashed);
            keys.crashBehindSending = false;
            sink.send(postings, Optional.of(once));
            sink.send(postings, Optional.of(once));
            assertEquals(3, records("postings").size());

            sink.send(postings);
            List<ConsumerRecord<byte[], byte[]>> all = records("postings");
            assertEquals(6, all.size(), "without a key each time is a time of its own");
            PostingDecoder decoder = new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known());
            for (ConsumerRecord<byte[], byte[]> record : all) {
                JobPosting read = decoder.decode(record.value()).posting();
                assertEquals(new String(record.key(), UTF_8), read.key());
                assertTrue(postings.contains(read), read::toString);
            }
        }
    }

    /** Dies at a certain place, as a process does: what is behind it does not happen. */
    private static final class CrashingKeys implements IdempotencyKeys {
        private final IdempotencyKeys keys;
        private boolean crashBeforeSending;
        private boolean crashBehindSending;

        private CrashingKeys(IdempotencyKeys keys) {
            this.keys = keys;
        }

        @Override
        public Claim claim(OnceKey key, Instant now, Supplier<String> plan) {
            Claim claim = keys.claim(key, now, plan);
            if (crashBeforeSending) {
                throw new IllegalStateException("killed");
            }
            return claim;
        }

        @Override
        public void finish(OnceKey key, String answer) {
            if (crashBehindSending) {
                throw new IllegalStateException("killed");
            }
            keys.finish(key, answer);
        }

        @Override
        public void release(OnceKey key) {
            keys.release(key);
        }
    }

    private IdempotencyKeys keys(Duration claim) {
        String url = "jdbc:sqlite:" + folder.resolve("own.db");
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:org/lurewatch/web/access/migrations")
                .load()
                .migrate();
        return new StoredIdempotencyKeys(Jdbi.create(url), claim);
    }

    private static JobPosting posting(String id) {
        return new JsonPostingReader(PostingLimits.DEFAULT)
                .read(("{\"source\":\"board\",\"identifier\":\"" + id
                                + "\",\"title\":\"Baker\",\"description\":\"We bake bread.\"}")
                        .getBytes(UTF_8))
                .posting();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        new KafkaTopic(settings(), topic).forEach(records::add);
        return records;
    }

    private List<Review> reviews() {
        ReviewDecoder decoder = new ReviewDecoder();
        return records("reviews").stream()
                .map(record -> decoder.decode(record.value(), record.timestamp()))
                .toList();
    }

    private static HttpResponse<String> review(WebServer server, String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/v1/reviews"))
                .POST(BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static WebServer serve(ViewStore view, OnceSender reviews) {
        return WebServer.start(
                WebSettings.local(0),
                new Gate(request -> REVIEWER),
                List.of(new ReadRoutes(view, entry -> {}, CLOCK), new ReviewRoutes(reviews, entry -> {}, CLOCK)));
    }

    private ViewFollower follow(ViewStore view) {
        return ViewFollower.start(settings(), TOPICS, view, ViewFollower.LONGEST_KEPT, CLOCK);
    }

    /** What the API says, once a view in that file has read all. */
    private List<JsonNode> answers(Path file) throws Exception {
        try (ViewStore view = ViewStore.open(file);
                ViewFollower follower = follow(view);
                OnceSender sender = new OnceSender(settings(), "reviews", keys(Duration.ZERO), CLOCK);
                WebServer server = serve(view, sender)) {
            assertTrue(follower.awaitCaughtUp(PATIENCE));
            assertFalse(follower.isWaiting());
            List<JsonNode> answers = new ArrayList<>();
            for (String path : List.of(
                    "/v1/warnings?limit=500",
                    "/v1/campaigns",
                    "/v1/trends",
                    "/v1/postings/board/a",
                    "/v1/campaigns/c1")) {
                answers.add(JSON.readTree(get(server, path)));
            }
            return answers;
        }
    }

    private static String get(WebServer server, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private void sendAll() throws Exception {
        send("warnings", "board/a", encode(warning("a", 2)));
        send("warnings", "board/a", encode(warning("a", 1)));
        send("warnings", "board/x", "no warning".getBytes(UTF_8));
        send("warnings", "board/gone", encode(warning("gone", 1)));
        send("warnings", "board/gone", null);
        send("warnings", "board/c", encode(warning("c", 3)));
        send("campaigns", "c1", encode(campaign("c1")));
        send("trends", "t", encode(new Trend(SENT, 1, TrendDimension.ALL, "", 10L, 4L, 1L, 1)));
        send(
                "reviews",
                "board/a",
                "{\"source\":\"board\",\"postingId\":\"a\",\"judgement\":\"scam\",\"reviewer\":\"ann\"}"
                        .getBytes(UTF_8));
        send("reviews", "board/a", "no review".getBytes(UTF_8));
    }

    private static ScamWarning warning(String postingId, int revision) {
        return ScamWarning.newBuilder(ExampleWarnings.warning())
                .setWarningId(WarningEncoder.warningId("board", postingId))
                .setPostingId(postingId)
                .setRevision(revision)
                .setAssessedAt(SENT.plusSeconds(revision))
                .build();
    }

    private static Campaign campaign(String id) {
        return Campaign.newBuilder()
                .setCampaignId(id)
                .setPostings(3)
                .setLanguages(List.of("th"))
                .setFirstSeen(SENT)
                .setLastSeen(SENT)
                .setVerdict(Verdict.LIKELY_SCAM)
                .setUpdatedAt(SENT)
                .build();
    }

    private void send(String topic, String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(topic, null, SENT.toEpochMilli(), key.getBytes(UTF_8), value))
                    .get();
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(Map.copyOf(settings()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, String> settings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    @SuppressWarnings("unchecked") // of its own class
    private static <T extends SpecificRecordBase> byte[] encode(T record) {
        return SingleObjectEncoding.of((Class<T>) record.getClass(), WriterSchemas.known())
                .encode(record);
    }
}
