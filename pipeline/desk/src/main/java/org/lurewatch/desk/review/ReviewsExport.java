package org.lurewatch.desk.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.ReviewDecoder;
import org.lurewatch.codec.WarningRecords;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.SchemaHeaders;
import org.lurewatch.desk.kafka.TopicValues;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ScamWarning;

/** From topics to labelled examples. */
public final class ReviewsExport {
    private final KafkaTopic reviews;
    private final KafkaTopic postings;
    private final KafkaTopic warnings;
    private final KafkaTopic campaigns;
    private final PostingDecoder decoder;

    /**
     * An export from these topics.
     *
     * @param warnings may be missing, as may {@code campaigns}: nothing is known of campaigns then
     */
    public ReviewsExport(
            KafkaTopic reviews,
            KafkaTopic postings,
            KafkaTopic warnings,
            KafkaTopic campaigns,
            PostingDecoder decoder) {
        this.reviews = reviews;
        this.postings = postings;
        this.warnings = warnings;
        this.campaigns = campaigns;
        this.decoder = decoder;
    }

    /**
     * What was exported and what was left out.
     *
     * @param labelled examples by label
     * @param disputed postings of which reviewers say different things
     * @param waiting postings of which too few have spoken
     * @param gone postings that the topic no longer holds
     * @param unusable records on the topic of reviews that are not reviews
     */
    public record Tally(Map<Label, Integer> labelled, int disputed, int waiting, int gone, int unusable) {
        public Tally {
            labelled = Map.copyOf(labelled);
        }

        public int examples() {
            return labelled.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Writes the examples to a file, one a line, in the order of their keys. */
    public Tally write(Path file, int mostAloneADay) {
        List<Review> said = new ArrayList<>();
        int unusable = readReviews(said);
        Map<String, Campaign> known = readCampaigns();
        ReviewBook book = ReviewBook.of(said, mostAloneADay, known);
        Map<String, String> campaignOf = campaignsOfPostings(known);
        Map<String, Standing> standings = book.byPosting(campaignOf);
        Map<String, JobPosting> found = readPostings(standings);

        Map<Label, Integer> labelled = new TreeMap<>();
        int gone = 0;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Standing> each : standings.entrySet()) {
                Label label = ReviewBook.label(each.getValue()).orElse(null);
                JobPosting posting = found.get(each.getKey());
                if (label == null) {
                    continue;
                }
                if (posting == null) {
                    gone++;
                    continue;
                }
                String campaign = campaignOf.get(each.getKey());
                String group = campaign == null ? each.getKey() : book.resolved(campaign);
                out.write(line(posting, label, group) + "\n");
                labelled.merge(label, 1, Integer::sum);
            }
        } catch (IOException e) {
            throw new DeskException("the examples cannot be written to " + file + ": " + e.getMessage(), e);
        }
        return new Tally(
                labelled, count(standings, Standing.DISPUTED), count(standings, Standing.OPEN), gone, unusable);
    }

    private int readReviews(List<Review> into) {
        ReviewDecoder reader = new ReviewDecoder();
        int[] unusable = {0};
        reviews.forEach(record -> {
            try {
                into.add(reader.decode(record.value(), record.timestamp()));
            } catch (UnusablePostingException e) {
                unusable[0]++;
            }
        });
        return unusable[0];
    }

    private Map<String, Campaign> readCampaigns() {
        TopicValues<Campaign> values = new TopicValues<>(Campaign.class);
        Map<String, Campaign> newest = new HashMap<>();
        if (campaigns.exists()) {
            campaigns.forEach(record -> values.read(record)
                    .ifPresent(campaign -> newest.merge(
                            campaign.getCampaignId(),
                            campaign,
                            (one, other) -> other.getRevision() >= one.getRevision() ? other : one)));
        }
        return newest;
    }

    /** The campaigns of postings by posting key: as their warnings say, else as the campaigns do. */
    private Map<String, String> campaignsOfPostings(Map<String, Campaign> known) {
        Map<String, String> campaignOf = new HashMap<>();
        known.forEach((id, campaign) -> campaign.getPostingKeys().forEach(key -> campaignOf.put(key, id)));
        TopicValues<ScamWarning> values = new TopicValues<>(ScamWarning.class);
        Map<String, ScamWarning> newest = new HashMap<>();
        if (warnings.exists()) {
            warnings.forEach(record -> {
                if (record.value() == null) {
                    newest.remove(key(record));
                }
                values.read(record)
                        .filter(warning -> warning.getCampaignId() != null)
                        .ifPresent(warning -> newest.merge(
                                warning.getSource() + "/" + warning.getPostingId(), warning, WarningRecords::newer));
            });
        }
        newest.forEach((key, warning) -> campaignOf.put(key, warning.getCampaignId()));
        return campaignOf;
    }

    /** The newest record of each posting that was reviewed. */
    private Map<String, JobPosting> readPostings(Map<String, Standing> reviewed) {
        Map<String, JobPosting> found = new HashMap<>();
        postings.forEach(record -> {
            if (record.value() == null && record.headers().lastHeader(Erasures.HEADER) != null) {
                found.remove(key(record));
                return;
            }
            try {
                JobPosting posting = decoder.decode(record.key(), record.value(), SchemaHeaders.of(record))
                        .posting();
                String key = posting.key();
                if (reviewed.containsKey(key)) {
                    found.put(key, posting);
                }
            } catch (UnusablePostingException e) {
                // The job has rejected it too, so nobody has reviewed it.
            }
        });
        return found;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private static int count(Map<String, Standing> standings, Standing standing) {
        return (int)
                standings.values().stream().filter(each -> each == standing).count();
    }

    /** The kind of scam is left open: reviewers were not asked, and the model must not learn from its own guess. */
    private static String line(JobPosting posting, Label label, String group) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.writeStartObject();
            json.writeFieldName("posting");
            json.writeRawValue(PostingJson.line(posting));
            json.writeStringField("label", label.code());
            json.writeStringField("group", group);
            json.writeStringField("dataset", "reviews");
            json.writeStringField("labelSource", "review");
            json.writeEndObject();
        }
        return line.toString();
    }
}
