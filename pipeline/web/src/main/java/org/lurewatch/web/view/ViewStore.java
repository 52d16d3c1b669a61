package org.lurewatch.web.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;

/**
 * What came over the topics, to be looked up. Whoever writes says how far the topics were read, in the same transaction; so
 * a record that is read twice, or late, changes nothing. Safe to share between threads.
 * See RATIONALE.md, "The view is no source".
 */
public final class ViewStore implements AutoCloseable {
    /** Rows that one call returns at most. */
    public static final int MOST_ROWS = 10_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_REVIEWS = 100;
    private static final int MOST_POSTINGS = 50;

    /** Campaigns whose text is compared with that of one posting. */
    private static final int MOST_COMPARED = 20;

    private static final String LARGEST_FIRST = " ORDER BY postings DESC, campaign_id DESC LIMIT :most";

    private final Jdbi jdbi;
    private final Runnable onClose;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private ViewStore(Jdbi jdbi, Runnable onClose) {
        this.jdbi = jdbi;
        this.onClose = onClose;
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO view_state (only_row, store_id, origin, sequence) VALUES (1, :store, '', 0)"
                                + " ON CONFLICT (only_row) DO NOTHING")
                .bind("store", newId())
                .execute());
    }

    /** A view in a file of SQLite, which is made where there is none. One that cannot be used is moved aside. */
    public static ViewStore open(Path file) {
        ViewFile opened = ViewFile.open(file);
        return new ViewStore(Jdbi.create(opened), opened::close);
    }

    /** A view in a database that others may share. */
    public static ViewStore in(DataSource database) {
        ViewFile.migrate(database);
        return new ViewStore(Jdbi.create(database), () -> {});
    }

    /** Tells that store from any other, and from the same one before it was rebuilt. */
    private static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * Writes records, and how far their topics were read, in one transaction. Those of one partition come in their order.
     *
     * @return how many rows have changed
     */
    public int apply(List<ViewRecord> records) {
        int changed = jdbi.inTransaction(handle -> {
            // First of all, so that those who share the database write one after another.
            handle.execute("UPDATE view_state SET sequence = sequence WHERE only_row = 1");
            long sequence = handle.createQuery("SELECT sequence FROM view_state WHERE only_row = 1")
                    .mapTo(Long.class)
                    .one();
            ViewWriter writer = new ViewWriter(handle, sequence);
            int rows = writer.write(records);
            handle.createUpdate("UPDATE view_state SET sequence = :sequence WHERE only_row = 1")
                    .bind("sequence", writer.sequence())
                    .execute();
            return rows;
        });
        if (changed > 0) {
            listeners.forEach(Runnable::run);
        }
        return changed;
    }

    /**
     * Says which topics it is read from. A view of others is emptied: theirs would be taken for these.
     *
     * @return whether it was emptied
     */
    public boolean readFrom(String origin) {
        return jdbi.inTransaction(handle -> {
            String before = handle.createQuery("SELECT origin FROM view_state WHERE only_row = 1")
                    .mapTo(String.class)
                    .one();
            if (before.equals(origin)) {
                return false;
            }
            for (String table : List.of(
                    "warning", "warning_revision", "campaign_trait", "campaign", "trend", "review", "topic_offset")) {
                handle.execute("DELETE FROM " + table);
            }
            handle.createUpdate("UPDATE view_state SET origin = :origin, store_id = :store, sequence = 0"
                            + " WHERE only_row = 1")
                    .bind("origin", origin)
                    .bind("store", newId())
                    .execute();
            return !before.isEmpty();
        });
    }

    /** Where reading a partition goes on; empty where it begins. */
    public OptionalLong nextOffset(ViewTopic topic, int partition) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT next_offset FROM topic_offset WHERE topic = :topic AND partition_no = :partition")
                .bind("topic", topic.name())
                .bind("partition", partition)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
    }

    /** A partition has lost records before they were read: what is known of its topic begins with the next one. */
    void knowsAnew(ViewTopic topic, int partition) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM topic_offset WHERE topic = :topic AND partition_no = :partition")
                .bind("topic", topic.name())
                .bind("partition", partition)
                .execute());
    }

    /** Deletes what is older. @return how many rows */
    public int forgetBefore(Instant time) {
        return jdbi.inTransaction(handle -> {
            int rows = 0;
            for (String sql : List.of(
                    "DELETE FROM warning_revision WHERE at_millis < :time",
                    "DELETE FROM warning_revision WHERE key_hash IN"
                            + " (SELECT key_hash FROM warning WHERE at_millis < :time)",
                    "DELETE FROM warning WHERE at_millis < :time",
                    "DELETE FROM campaign_trait WHERE key_hash IN"
                            + " (SELECT key_hash FROM campaign WHERE last_millis < :time)",
                    "DELETE FROM campaign WHERE last_millis < :time",
                    "DELETE FROM trend WHERE window_start < :time",
                    "DELETE FROM review WHERE at_millis < :time")) {
                rows += handle.createUpdate(sql)
                        .bind("time", time.toEpochMilli())
                        .execute();
            }
            handle.createUpdate("UPDATE topic_offset SET since_millis = :time WHERE since_millis < :time")
                    .bind("time", time.toEpochMilli())
                    .execute();
            return rows;
        });
    }

    /** Calls someone whenever rows have changed, on the thread that wrote them; it must not wait. */
    public void addListener(Runnable listener) {
        listeners.add(Objects.requireNonNull(listener));
    }

    /** Calls him no more. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Since when it knows: the time of the oldest record that the topics still held; empty where nothing was read. */
    public Optional<Instant> knowsSince() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT MIN(since_millis) FROM topic_offset")
                .map((row, context) -> Optional.ofNullable(row.getObject(1))
                        .map(millis -> Instant.ofEpochMilli(((Number) millis).longValue())))
                .one());
    }

    /** The newest warning of each posting that is wanted, the latest first. @param cursor of an earlier slice */
    public ViewSlice<StoredWarning> warnings(WarningFilter filter, Optional<String> cursor, int limit) {
        ViewConditions conditions = conditions(filter);
        return slice("warning", "at_millis", conditions, cursor, limit, ViewStore::warning);
    }

    private static ViewConditions conditions(WarningFilter filter) {
        ViewConditions conditions = new ViewConditions();
        filter.since().ifPresent(since -> conditions.add("at_millis >= :since", "since", since.toEpochMilli()));
        filter.until().ifPresent(until -> conditions.add("at_millis < :until", "until", until.toEpochMilli()));
        conditions.language("language", filter.languages());
        conditions.oneOf("scam_type", filter.scamTypes());
        conditions.oneOf("verdict", filter.verdicts());
        conditions.oneOf("source", filter.sources());
        filter.campaignId().ifPresent(id -> conditions.add("""
                        campaign_id IN (
                            WITH RECURSIVE part (id) AS (
                                SELECT CAST(:campaign AS TEXT)
                                UNION
                                SELECT campaign.campaign_id FROM campaign JOIN part ON campaign.merged_into = part.id)
                            SELECT id FROM part)""", "campaign", ViewKeys.indexed(id)));
        return conditions;
    }

    /** The newest warning with this name. */
    public Optional<StoredWarning> warning(String warningId) {
        return list(
                        "SELECT * FROM warning WHERE warning_id = :id LIMIT :most",
                        Map.of("id", ViewKeys.indexed(warningId)),
                        1,
                        (row, context) -> warning(row))
                .stream()
                .findFirst();
    }

    /** The newest warning of a posting. @param source the empty string where it is not known */
    public Optional<StoredWarning> warningOf(String source, String postingId) {
        return list(
                        "SELECT * FROM warning WHERE key_hash = :key LIMIT :most",
                        Map.of("key", ViewKeys.hash(source + "/" + postingId)),
                        1,
                        (row, context) -> warning(row))
                .stream()
                .findFirst();
    }

    /** The campaign that the warning of a posting names. */
    public Optional<String> campaignOf(String source, String postingId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT campaign_id FROM warning WHERE key_hash = :key AND campaign_id IS NOT NULL")
                .bind("key", ViewKeys.hash(source + "/" + postingId))
                .mapTo(String.class)
                .findOne());
    }

    /** What the warning of a posting said, the newest revision first; a bounded number. */
    public List<StoredRevision> revisionsOf(String source, String postingId) {
        return list(
                "SELECT * FROM warning_revision WHERE key_hash = :key ORDER BY revision DESC LIMIT :most",
                Map.of("key", ViewKeys.hash(source + "/" + postingId)),
                ViewWriter.MOST_REVISIONS,
                (row, context) -> new StoredRevision(
                        row.getInt("revision"),
                        Instant.ofEpochMilli(row.getLong("at_millis")),
                        row.getString("verdict"),
                        row.getDouble("score"),
                        Optional.ofNullable(row.getString("scam_type")),
                        Optional.ofNullable(row.getString("campaign_id")),
                        Optional.ofNullable(row.getString("reason"))));
    }

    /** The newest warnings of a campaign and of those that turned out to be part of it, the latest first. */
    public List<StoredWarning> warningsOf(String campaignId, int limit) {
        return warnings(WarningFilter.ofCampaign(campaignId), Optional.empty(), limit)
                .items();
    }

    /** Campaigns that are wanted, the one with the latest posting first. @param cursor of an earlier slice */
    public ViewSlice<StoredCampaign> campaigns(CampaignFilter filter, Optional<String> cursor, int limit) {
        ViewConditions conditions = new ViewConditions();
        conditions.add("merged_into IS NULL");
        filter.since().ifPresent(since -> conditions.add("last_millis >= :since", "since", since.toEpochMilli()));
        filter.until().ifPresent(until -> conditions.add("first_millis < :until", "until", until.toEpochMilli()));
        conditions.trait(ViewWriter.LANGUAGE, filter.languages());
        conditions.trait(ViewWriter.SOURCE, filter.sources());
        conditions.oneOf("scam_type", filter.scamTypes());
        conditions.oneOf("verdict", filter.verdicts());
        return slice("campaign", "last_millis", conditions, cursor, limit, ViewStore::campaign);
    }

    /** A campaign, even if it turned out to be part of another one. */
    public Optional<StoredCampaign> campaign(String campaignId) {
        return list(
                        "SELECT * FROM campaign WHERE key_hash = :key LIMIT :most",
                        Map.of("key", ViewKeys.hash(campaignId)),
                        1,
                        (row, context) -> campaign(row))
                .stream()
                .findFirst();
    }

    /** The largest of the campaigns that give one of these contacts. @param handles as KIND:value */
    public Optional<StoredCampaign> largestWith(List<String> handles) {
        if (handles.isEmpty()) {
            return Optional.empty();
        }
        ViewConditions conditions = new ViewConditions();
        conditions.add("merged_into IS NULL");
        conditions.trait(ViewWriter.HANDLE, Set.copyOf(handles));
        return list(
                        "SELECT * FROM campaign" + conditions.where() + LARGEST_FIRST,
                        conditions.bound(),
                        1,
                        (row, context) -> campaign(row))
                .stream()
                .findFirst();
    }

    /** What of a posting's text can be compared with that of campaigns. @param footprint what it leaves behind for the job */
    public static Footprint comparable(Footprint footprint) {
        return TextLinks.of(footprint);
    }

    /**
     * Whether there is a warning or a review of a posting, or a campaign with one of its contacts or with a text like its own:
     * of most postings nothing is known, and one question says so.
     *
     * @param handles of the posting, as campaigns name them
     * @param verdict of the posting by itself
     * @param text by {@link #comparable}
     */
    public boolean mayKnow(String source, String postingId, List<String> handles, Verdict verdict, Footprint text) {
        String posting = ViewKeys.hash(source + "/" + postingId);
        ViewConditions traits = new ViewConditions();
        traits.traits(Map.of(
                ViewWriter.HANDLE, Set.copyOf(handles),
                ViewWriter.TEXT, TextLinks.keys(verdict, text)));
        String sql = "SELECT EXISTS (SELECT 1 FROM warning WHERE key_hash = :posting)"
                + " OR EXISTS (SELECT 1 FROM review WHERE target_hash = :posting)"
                + (traits.bound().isEmpty() ? "" : " OR EXISTS (SELECT 1 FROM campaign_trait" + traits.where() + ")");
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(traits.bound())
                .bind("posting", posting)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * The largest of the campaigns to which a posting would be tied by its text; a bounded number is compared. Only those are
     * known whose record has a template.
     *
     * @param verdict of the posting by itself
     * @param text by {@link #comparable}
     */
    public Optional<StoredCampaign> largestWithText(Verdict verdict, Footprint text) {
        Set<String> keys = TextLinks.keys(verdict, text);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        ViewConditions conditions = new ViewConditions();
        conditions.add("merged_into IS NULL");
        conditions.add("text_signature IS NOT NULL");
        conditions.trait(ViewWriter.TEXT, keys);
        return jdbi.withHandle(
                        handle -> handle.createQuery("SELECT * FROM campaign" + conditions.where() + LARGEST_FIRST)
                                .bindMap(conditions.bound())
                                .bind("most", MOST_COMPARED)
                                .map((row, context) -> new Sketched(row.getString("text_signature"), campaign(row)))
                                .filter(found -> TextLinks.tie(found.campaign(), found.signature(), verdict, text))
                                .findFirst())
                .map(Sketched::campaign);
    }

    /** A campaign with the image of its text. */
    private record Sketched(String signature, StoredCampaign campaign) {}

    /** Counts that are wanted, the latest first; at most {@link #MOST_ROWS}. */
    public List<StoredTrend> trends(TrendFilter filter) {
        return trends(filter, Optional.empty(), MOST_ROWS).items();
    }

    /** Counts that are wanted, the latest first. @param cursor of an earlier slice */
    public ViewSlice<StoredTrend> trends(TrendFilter filter, Optional<String> cursor, int limit) {
        ViewConditions conditions = new ViewConditions();
        filter.since().ifPresent(since -> conditions.add("window_start >= :since", "since", since.toEpochMilli()));
        filter.until().ifPresent(until -> conditions.add("window_start < :until", "until", until.toEpochMilli()));
        filter.hours().ifPresent(hours -> conditions.add("window_hours = :hours", "hours", hours));
        conditions.oneOf("dimension", filter.dimensions());
        conditions.oneOf("trend_value", filter.values());
        return slice("trend", "window_start", conditions, cursor, limit, ViewStore::trend);
    }

    /** What was said of a posting itself, the latest first; a bounded number. */
    public List<StoredReview> reviewsOf(String source, String postingId) {
        return reviews(source + "/" + postingId);
    }

    /** What was said of a campaign, the latest first; a bounded number. */
    public List<StoredReview> reviewsOfCampaign(String campaignId) {
        return reviews(campaignId);
    }

    /** What was said of the postings that a campaign names, the latest first; a bounded number. */
    public List<StoredReview> reviewsOfPostings(StoredCampaign campaign) {
        List<String> keys = new ArrayList<>();
        campaign.json().path("postingKeys").forEach(key -> keys.add(key.asText()));
        return keys.isEmpty()
                ? List.of()
                : reviews(keys.subList(0, Math.min(keys.size(), MOST_POSTINGS)).toArray(String[]::new));
    }

    private List<StoredReview> reviews(String... targets) {
        ViewConditions conditions = new ViewConditions();
        conditions.oneOf("target_hash", Stream.of(targets).map(ViewKeys::hash).collect(Collectors.toSet()));
        return list(
                "SELECT * FROM review" + conditions.where() + " ORDER BY at_millis DESC, review_hash DESC LIMIT :most",
                conditions.bound(),
                MOST_REVIEWS,
                (row, context) -> new StoredReview(
                        row.getString("reviewer"),
                        row.getString("judgement"),
                        Instant.ofEpochMilli(row.getLong("at_millis")),
                        json(row)));
    }

    /**
     * A warning with the number that it got when it was written.
     *
     * @param sequence higher than that of all that were written before
     */
    public record Written(long sequence, StoredWarning warning) {}

    /** Which store, and how far it is: a place in the order in which warnings were written. */
    public record Position(String storeId, long sequence) {}

    /** Where it is now. */
    public Position position() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT store_id, sequence FROM view_state WHERE only_row = 1")
                        .map((row, context) -> new Position(row.getString(1), row.getLong(2)))
                        .one());
    }

    /** What was written behind a number and is wanted, in the order in which it was written. */
    public List<Written> writtenAfter(long sequence, WarningFilter filter, int limit) {
        ViewConditions conditions = conditions(filter);
        conditions.add("sequence > :after", "after", sequence);
        return list(
                "SELECT * FROM warning" + conditions.where() + " ORDER BY sequence LIMIT :most",
                conditions.bound(),
                most(limit),
                (row, context) -> new Written(row.getLong("sequence"), warning(row)));
    }

    /**
     * The latest rows of a table.
     *
     * @param timeColumn orders them
     * @param conditions which rows are wanted; what lies behind the cursor is added
     */
    private <T> ViewSlice<T> slice(
            String table,
            String timeColumn,
            ViewConditions conditions,
            Optional<String> cursor,
            int limit,
            Reading<T> reading) {
        conditions.behind(timeColumn, cursor);
        List<Keyed<T>> rows = list(
                "SELECT * FROM " + table + conditions.where() + " ORDER BY " + timeColumn
                        + " DESC, key_hash DESC LIMIT :most",
                conditions.bound(),
                most(limit) + 1,
                (row, context) -> new Keyed<>(
                        new ViewCursor(row.getLong(timeColumn), row.getString("key_hash")), reading.read(row)));
        return ViewSlice.of(rows, most(limit), Keyed::cursor).map(Keyed::row);
    }

    private <T> List<T> list(String sql, Map<String, ?> bound, int most, RowMapper<T> row) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(bound)
                .bind("most", most)
                .map(row)
                .list());
    }

    private static int most(int limit) {
        return Math.max(1, Math.min(limit, MOST_ROWS));
    }

    /** A row with its place in the list. */
    private record Keyed<T>(ViewCursor cursor, T row) {}

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static StoredWarning warning(ResultSet row) throws SQLException {
        ObjectNode json = json(row);
        return new StoredWarning(
                row.getString("warning_id"),
                row.getInt("revision"),
                json.path("source").asText(),
                json.path("postingId").asText(),
                row.getString("language"),
                row.getString("verdict"),
                Optional.ofNullable(row.getString("scam_type")),
                row.getDouble("score"),
                Optional.ofNullable(row.getString("campaign_id")),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                json);
    }

    private static StoredCampaign campaign(ResultSet row) throws SQLException {
        return new StoredCampaign(
                row.getString("campaign_id"),
                row.getInt("revision"),
                Optional.ofNullable(row.getString("scam_type")),
                row.getLong("postings"),
                Instant.ofEpochMilli(row.getLong("first_millis")),
                Instant.ofEpochMilli(row.getLong("last_millis")),
                Optional.ofNullable(row.getString("merged_into")),
                json(row));
    }

    private static StoredTrend trend(ResultSet row) throws SQLException {
        return new StoredTrend(
                Instant.ofEpochMilli(row.getLong("window_start")),
                row.getInt("window_hours"),
                row.getString("dimension"),
                row.getString("trend_value"),
                row.getLong("postings"),
                row.getLong("likely"),
                row.getLong("unsure"),
                row.getInt("revision"));
    }

    private static ObjectNode json(ResultSet row) throws SQLException {
        try {
            return (ObjectNode) JSON.readTree(row.getString("json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the view holds what it has not written", e);
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}
