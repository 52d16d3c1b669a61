package org.lurewatch.web.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.jdbi.v3.core.Handle;
import org.lurewatch.codec.json.RecordJson;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.Verdict;

/**
 * Writes a batch of records within one transaction, and how far each topic was read. What was read before changes nothing. Of
 * several records of one thing the one with the highest revision holds, of two with the same the later, as in
 * {@code warnings list}.
 */
final class ViewWriter {
    static final String LANGUAGE = "language";
    static final String SOURCE = "source";
    static final String HANDLE = "handle";
    static final String TEXT = "text";

    /** Revisions of one warning that are kept. */
    static final int MOST_REVISIONS = 50;

    /** A partition of a topic. */
    private record Part(ViewTopic topic, int partition) {}

    private final Handle handle;
    private long sequence;

    ViewWriter(Handle handle, long sequence) {
        this.handle = handle;
        this.sequence = sequence;
    }

    /** Writes them. @return how many rows have changed, without those that tell what a warning said before */
    int write(List<ViewRecord> records) {
        Map<Part, Long> next = new HashMap<>();
        Set<Part> read = new HashSet<>();
        int changed = 0;
        for (ViewRecord record : records) {
            Part part = new Part(record.topic(), record.partition());
            Optional<Long> before = next.containsKey(part) ? Optional.of(next.get(part)) : next(part);
            if (before.isEmpty()) {
                begin(part, record);
            }
            if (before.isPresent() && record.offset() < before.get()) {
                next.put(part, before.get());
                continue;
            }
            changed += record.erased()
                    ? erase(record)
                    : record.value().map(this::write).orElse(0);
            next.put(part, record.offset() + 1);
            read.add(part);
        }
        read.forEach(part -> moveOn(part, next.get(part)));
        return changed;
    }

    private Optional<Long> next(Part part) {
        return handle.createQuery(
                        "SELECT next_offset FROM topic_offset WHERE topic = :topic AND partition_no = :partition")
                .bind("topic", part.topic().name())
                .bind("partition", part.partition())
                .mapTo(Long.class)
                .findOne();
    }

    private void begin(Part part, ViewRecord first) {
        handle.createUpdate("INSERT INTO topic_offset (topic, partition_no, next_offset, since_millis)"
                        + " VALUES (:topic, :partition, :next, :since)")
                .bind("topic", part.topic().name())
                .bind("partition", part.partition())
                .bind("next", first.offset())
                .bind("since", first.taken().toEpochMilli())
                .execute();
    }

    private void moveOn(Part part, long next) {
        handle.createUpdate("UPDATE topic_offset SET next_offset = :next"
                        + " WHERE topic = :topic AND partition_no = :partition")
                .bind("topic", part.topic().name())
                .bind("partition", part.partition())
                .bind("next", next)
                .execute();
    }

    private int erase(ViewRecord record) {
        String key = ViewKeys.hash(record.key());
        return switch (record.topic()) {
            case WARNINGS -> {
                delete("DELETE FROM warning_revision WHERE key_hash = :key", key);
                yield delete("DELETE FROM warning WHERE key_hash = :key", key);
            }
            case CAMPAIGNS ->
                delete("DELETE FROM campaign_trait WHERE key_hash = :key", key)
                        + delete("DELETE FROM campaign WHERE key_hash = :key", key);
            case TRENDS -> delete("DELETE FROM trend WHERE key_hash = :key", key);
            case REVIEWS -> delete("DELETE FROM review WHERE target_hash = :key", key);
        };
    }

    private int delete(String sql, String key) {
        return handle.createUpdate(sql).bind("key", key).execute();
    }

    private int write(SpecificRecordBase record) {
        if (record instanceof ScamWarning warning) {
            return write(warning);
        }
        if (record instanceof Campaign campaign) {
            return write(campaign);
        }
        if (record instanceof Trend trend) {
            return write(trend);
        }
        return record instanceof Review review ? write(review) : 0;
    }

    private int write(ScamWarning warning) {
        String key = ViewKeys.hash(warning.getSource() + "/" + warning.getPostingId());
        int changed = handle.createUpdate("""
                        INSERT INTO warning (key_hash, warning_id, revision, source, posting_id, language, verdict,
                            scam_type, score, campaign_id, at_millis, sequence, json)
                        VALUES (:key, :id, :revision, :source, :posting, :language, :verdict,
                            :type, :score, :campaign, :at, :sequence, :json)
                        ON CONFLICT (key_hash) DO UPDATE SET
                            warning_id = excluded.warning_id, revision = excluded.revision, source = excluded.source,
                            posting_id = excluded.posting_id, language = excluded.language,
                            verdict = excluded.verdict, scam_type = excluded.scam_type, score = excluded.score,
                            campaign_id = excluded.campaign_id, at_millis = excluded.at_millis,
                            sequence = excluded.sequence, json = excluded.json
                        WHERE (excluded.revision > warning.revision
                                OR (excluded.revision = warning.revision AND excluded.at_millis >= warning.at_millis))
                            AND excluded.json <> warning.json
                        """)
                .bind("key", key)
                .bind("id", ViewKeys.indexed(warning.getWarningId()))
                .bind("revision", warning.getRevision())
                .bind("source", ViewKeys.column(warning.getSource()))
                .bind("posting", ViewKeys.column(warning.getPostingId()))
                .bind("language", ViewKeys.indexed(warning.getLanguage() == null ? "und" : warning.getLanguage()))
                .bind("verdict", warning.getVerdict().name())
                .bind("type", ViewKeys.indexedOrNull(warning.getScamType()))
                .bind("score", warning.getScore())
                .bind("campaign", ViewKeys.indexedOrNull(warning.getCampaignId()))
                .bind("at", warning.getAssessedAt().toEpochMilli())
                .bind("sequence", sequence + 1)
                .bind("json", RecordJson.line(warning))
                .execute();
        sequence += changed;
        remember(warning, key);
        return changed;
    }

    /** Of two with the same revision the later holds. One that comes late has its place in the course, too. */
    private void remember(ScamWarning warning, String key) {
        handle.createUpdate("""
                        INSERT INTO warning_revision (key_hash, revision, at_millis, verdict, score, scam_type,
                            campaign_id, reason)
                        VALUES (:key, :revision, :at, :verdict, :score, :type, :campaign, :reason)
                        ON CONFLICT (key_hash, revision) DO UPDATE SET
                            at_millis = excluded.at_millis, verdict = excluded.verdict, score = excluded.score,
                            scam_type = excluded.scam_type, campaign_id = excluded.campaign_id,
                            reason = excluded.reason
                        WHERE excluded.at_millis >= warning_revision.at_millis
                        """)
                .bind("key", key)
                .bind("revision", warning.getRevision())
                .bind("at", warning.getAssessedAt().toEpochMilli())
                .bind("verdict", warning.getVerdict().name())
                .bind("score", warning.getScore())
                .bind("type", ViewKeys.indexedOrNull(warning.getScamType()))
                .bind("campaign", ViewKeys.indexedOrNull(warning.getCampaignId()))
                .bind("reason", ViewKeys.indexedOrNull(warning.getRevisionReason()))
                .execute();
        handle.createUpdate("""
                        DELETE FROM warning_revision WHERE key_hash = :key AND revision < (
                            SELECT MIN(revision) FROM (
                                SELECT revision FROM warning_revision WHERE key_hash = :key
                                ORDER BY revision DESC LIMIT :most) AS newest)
                        """).bind("key", key).bind("most", MOST_REVISIONS).execute();
    }

    private int write(Campaign campaign) {
        String key = ViewKeys.hash(campaign.getCampaignId());
        Optional<Footprint> text = TextLinks.of(campaign);
        int changed = handle.createUpdate("""
                        INSERT INTO campaign (key_hash, campaign_id, revision, verdict, scam_type, postings,
                            first_millis, last_millis, updated_millis, merged_into, text_signature, json)
                        VALUES (:key, :id, :revision, :verdict, :type, :postings,
                            :first, :last, :updated, :merged, :text, :json)
                        ON CONFLICT (key_hash) DO UPDATE SET
                            campaign_id = excluded.campaign_id, revision = excluded.revision,
                            verdict = excluded.verdict, scam_type = excluded.scam_type,
                            postings = excluded.postings, first_millis = excluded.first_millis,
                            last_millis = excluded.last_millis, updated_millis = excluded.updated_millis,
                            merged_into = excluded.merged_into, text_signature = excluded.text_signature,
                            json = excluded.json
                        WHERE (excluded.revision > campaign.revision OR (excluded.revision = campaign.revision
                                AND excluded.updated_millis >= campaign.updated_millis))
                            AND excluded.json <> campaign.json
                        """)
                .bind("key", key)
                .bind("id", ViewKeys.indexed(campaign.getCampaignId()))
                .bind("revision", campaign.getRevision())
                .bind("verdict", campaign.getVerdict().name())
                .bind("type", ViewKeys.indexedOrNull(campaign.getScamType()))
                .bind("postings", campaign.getPostings())
                .bind("first", campaign.getFirstSeen().toEpochMilli())
                .bind("last", campaign.getLastSeen().toEpochMilli())
                .bind("updated", campaign.getUpdatedAt().toEpochMilli())
                .bind("merged", ViewKeys.indexedOrNull(campaign.getMergedInto()))
                .bind("text", text.map(TextLinks::column).orElse(null))
                .bind("json", RecordJson.line(campaign))
                .execute();
        if (changed > 0) {
            delete("DELETE FROM campaign_trait WHERE key_hash = :key", key);
            traits(campaign, text).forEach(trait -> handle.createUpdate(
                            "INSERT INTO campaign_trait (trait_hash, key_hash) VALUES (:trait, :key)")
                    .bind("trait", trait)
                    .bind("key", key)
                    .execute());
        }
        return changed;
    }

    private static Set<String> traits(Campaign campaign, Optional<Footprint> text) {
        Set<String> traits = new LinkedHashSet<>();
        for (String language : campaign.getLanguages()) {
            for (int dash = language.indexOf('-'); dash >= 0; dash = language.indexOf('-', dash + 1)) {
                traits.add(ViewKeys.trait(LANGUAGE, language.substring(0, dash)));
            }
            traits.add(ViewKeys.trait(LANGUAGE, language));
        }
        campaign.getSources().forEach(source -> traits.add(ViewKeys.trait(SOURCE, source)));
        campaign.getHandles().forEach(contact -> traits.add(ViewKeys.trait(HANDLE, contact)));
        // Copying a text that was cleared clears nobody, so that by its text nobody finds it.
        if (campaign.getStanding() != CampaignStanding.CLEARED && campaign.getVerdict() != Verdict.ABOUT_SCAMS) {
            text.ifPresent(
                    sketched -> TextLinks.keys(sketched).forEach(link -> traits.add(ViewKeys.trait(TEXT, link))));
        }
        return traits;
    }

    private int write(Trend trend) {
        return handle.createUpdate("""
                        INSERT INTO trend (key_hash, window_start, window_hours, dimension, trend_value, postings,
                            likely, unsure, revision, json)
                        VALUES (:key, :start, :hours, :dimension, :value, :postings, :likely, :unsure, :revision, :json)
                        ON CONFLICT (key_hash) DO UPDATE SET
                            postings = excluded.postings, likely = excluded.likely, unsure = excluded.unsure,
                            revision = excluded.revision, json = excluded.json
                        WHERE excluded.revision >= trend.revision AND excluded.json <> trend.json
                        """)
                .bind(
                        "key",
                        ViewKeys.hash(String.join(
                                "/",
                                trend.getWindowStart().toString(),
                                trend.getWindowHours() + "h",
                                trend.getDimension().name(),
                                trend.getValue())))
                .bind("start", trend.getWindowStart().toEpochMilli())
                .bind("hours", trend.getWindowHours())
                .bind("dimension", trend.getDimension().name())
                .bind("value", ViewKeys.column(trend.getValue()))
                .bind("postings", trend.getPostings())
                .bind("likely", trend.getLikely())
                .bind("unsure", trend.getUnsure())
                .bind("revision", trend.getRevision())
                .bind("json", RecordJson.line(trend))
                .execute();
    }

    /** A review has no revision: of two with one name and target the later holds, whichever was read first. */
    private int write(Review review) {
        String target = target(review);
        String json = RecordJson.line(review);
        String content = ViewKeys.hash(json);
        Instant at = review.getReviewedAt();
        return handle.createUpdate("""
                        INSERT INTO review (review_hash, target_hash, reviewer, judgement, at_millis, content_hash, json)
                        VALUES (:key, :target, :reviewer, :judgement, :at, :content, :json)
                        ON CONFLICT (review_hash) DO UPDATE SET
                            reviewer = excluded.reviewer, judgement = excluded.judgement,
                            at_millis = excluded.at_millis, content_hash = excluded.content_hash, json = excluded.json
                        WHERE excluded.at_millis > review.at_millis
                            OR (excluded.at_millis = review.at_millis AND excluded.content_hash > review.content_hash)
                        """)
                .bind(
                        "key",
                        ViewKeys.hash(target + '\0' + (review.getReviewId().isEmpty() ? json : review.getReviewId())))
                .bind("target", ViewKeys.hash(target))
                .bind("reviewer", ViewKeys.column(review.getReviewer()))
                .bind("judgement", review.getJudgement().name())
                .bind("at", at.toEpochMilli())
                .bind("content", content)
                .bind("json", json)
                .execute();
    }

    /** As {@code ReviewSender} keys it. */
    private static String target(Review review) {
        return review.getPostingId() == null
                ? review.getCampaignId()
                : review.getSource() + "/" + review.getPostingId();
    }

    /** The number of the newest change. */
    long sequence() {
        return sequence;
    }
}
