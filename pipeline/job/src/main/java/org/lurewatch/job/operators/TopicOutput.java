package org.lurewatch.job.operators;

import java.io.Serializable;
import org.lurewatch.codec.ValueFormat;
import org.lurewatch.codec.registry.RegistryAddress;

/**
 * How records are written to a topic.
 *
 * @param topic where they go
 * @param format of their values
 * @param registry where the number of their schema is looked up; null unless the format needs one
 * @param sender a URI reference that names who sends them
 */
public record TopicOutput(String topic, ValueFormat format, RegistryAddress registry, String sender)
        implements Serializable {

    /** The subject under which the registry has the schema of the topic's values. */
    public String subject() {
        return topic + "-value";
    }
}
