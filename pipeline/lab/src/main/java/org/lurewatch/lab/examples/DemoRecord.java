package org.lurewatch.lab.examples;

import java.util.Optional;
import org.lurewatch.intake.labels.LabelledPosting;

/**
 * One record of the replay.
 *
 * @param key the key on Kafka
 * @param bytes the value on Kafka
 * @param example what a person said of the posting, or nothing where the record is broken
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DemoRecord(String key, byte[] bytes, Optional<LabelledPosting> example) {}
