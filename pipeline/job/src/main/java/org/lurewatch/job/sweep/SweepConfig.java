package org.lurewatch.job.sweep;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.codec.ValueFormat;
import org.lurewatch.codec.registry.RegistryAddress;
import org.lurewatch.detection.assess.PolicyChoice;

/**
 * What a history sweep reads, and with which bundle.
 *
 * @param clientSettings settings of the Kafka clients, including {@code bootstrap.servers}; may contain secrets
 * @param postings topic of the postings
 * @param warnings topic of the warnings, which is read and, unless it is a dry run, written
 * @param from Kafka timestamp of the first record
 * @param to Kafka timestamp just after the last record
 * @param bundle folder of the model bundle
 * @param choice the lines that it decides by
 * @param extraSchemas folder of additional Avro schemas in which postings may be written
 * @param registry where schemas are looked up that postings name by number
 * @param idBytes how many bytes such a number has in a value
 * @param format of the warnings that are sent; the registry must know their schema where it needs one
 * @param parallelism how many postings are assessed at once
 * @param dryRun whether nothing is sent
 */
public record SweepConfig(
        Map<String, String> clientSettings,
        String postings,
        String warnings,
        Instant from,
        Instant to,
        Path bundle,
        PolicyChoice choice,
        Optional<Path> extraSchemas,
        Optional<RegistryAddress> registry,
        int idBytes,
        ValueFormat format,
        int parallelism,
        boolean dryRun) {
    public SweepConfig {
        clientSettings = Map.copyOf(clientSettings);
    }

    /** Leaves out the values of the settings, because they may be secrets. */
    @Override
    public String toString() {
        return "SweepConfig[postings=" + postings + ", from=" + from + ", to=" + to + ", bundle=" + bundle + "]";
    }
}
