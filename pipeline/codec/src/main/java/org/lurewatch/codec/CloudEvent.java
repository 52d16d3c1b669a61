package org.lurewatch.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.Trend;

/**
 * What the headers of a record say of it, by the Kafka binding of CloudEvents 1.0 in binary mode.
 *
 * @param type names the kind of record
 * @param id the same for the same revision of the same thing
 * @param time when it became so, or null where that is not known
 */
public record CloudEvent(String type, String id, @Nullable Instant time) {
    private static final String TYPES = "org.lurewatch.";

    /** Of a warning. */
    public static CloudEvent of(ScamWarning warning) {
        return new CloudEvent(
                TYPES + "warning", warning.getWarningId() + "-" + warning.getRevision(), warning.getAssessedAt());
    }

    /** Of a campaign. */
    public static CloudEvent of(Campaign campaign) {
        return new CloudEvent(
                TYPES + "campaign", campaign.getCampaignId() + "-" + campaign.getRevision(), campaign.getUpdatedAt());
    }

    /** Of a reject: it is named by the place of what was rejected. */
    public static CloudEvent of(RejectedPosting reject) {
        return new CloudEvent(
                TYPES + "reject",
                reject.getTopic() + "-" + reject.getPartition() + "-" + reject.getOffset(),
                reject.getTimestamp());
    }

    /** Of a count. */
    public static CloudEvent of(Trend trend) {
        return new CloudEvent(
                TYPES + "trend",
                String.join(
                        "-",
                        trend.getWindowStart().toString(),
                        trend.getWindowHours() + "h",
                        trend.getDimension().name(),
                        trend.getValue(),
                        "" + trend.getRevision()),
                trend.getWindowStart());
    }

    /** Of a command. */
    public static CloudEvent of(ControlCommand command) {
        return new CloudEvent(TYPES + "command", command.getCommandId(), command.getIssuedAt());
    }

    /** Of what became of a command, or of a report on the bundles in use. */
    public static CloudEvent of(ControlStatus status) {
        return new CloudEvent(TYPES + "status", status.getCommandId() + "-" + status.getAt(), status.getAt());
    }

    /** Of the scores of a bundle on trial. */
    public static CloudEvent of(ShadowScore score) {
        return new CloudEvent(
                TYPES + "shadow-score", score.getWarningId() + "-" + score.getAssessedAt(), score.getAssessedAt());
    }

    /**
     * The headers.
     *
     * @param source a URI reference that names the sender
     * @param mediaType of the record's value
     */
    public Map<String, byte[]> headers(String source, String mediaType) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", utf8("1.0"));
        headers.put("ce_type", utf8(type));
        headers.put("ce_source", utf8(source));
        headers.put("ce_id", utf8(id));
        if (time != null) {
            headers.put("ce_time", utf8(time.toString()));
        }
        headers.put("content-type", utf8(mediaType));
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
