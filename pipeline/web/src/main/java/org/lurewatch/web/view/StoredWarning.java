package org.lurewatch.web.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest warning of a posting.
 *
 * @param language code; {@code und} where it is not clear
 * @param verdict as on the wire
 * @param at when it was assessed
 * @param json all of it, as {@code warnings list --format jsonl} prints it; contact details included
 */
public record StoredWarning(
        String warningId,
        int revision,
        String source,
        String postingId,
        String language,
        String verdict,
        Optional<String> scamType,
        double score,
        Optional<String> campaignId,
        Instant at,
        ObjectNode json) {}
