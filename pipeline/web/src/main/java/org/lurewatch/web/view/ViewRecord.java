package org.lurewatch.web.view;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A record of a topic.
 *
 * @param taken when Kafka took it in
 * @param key as on Kafka; the empty string where it has none
 * @param erased whether it has no value, so that what was kept under its key is to be forgotten
 * @param value what it says; empty where that is nothing of the topic's type
 */
public record ViewRecord(
        ViewTopic topic,
        int partition,
        long offset,
        Instant taken,
        String key,
        boolean erased,
        Optional<SpecificRecordBase> value) {
    public ViewRecord {
        Objects.requireNonNull(topic);
        Objects.requireNonNull(taken);
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }
}
