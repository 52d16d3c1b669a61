package org.lurewatch.job.start;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lurewatch.codec.registry.RegistryAddress;
import org.lurewatch.codec.registry.RegistryClient;
import org.lurewatch.codec.registry.RegistryException;
import org.lurewatch.codec.registry.RegistryOutage;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.RegistryConfig;
import org.lurewatch.schemas.WriterSchemas;

/** The schema registry that the settings name. */
final class Registries {
    private Registries() {}

    /** Where the registry is, if the settings name one. */
    static Optional<RegistryAddress> address(JobConfig config) {
        RegistryConfig registry = config.registry();
        return registry.url()
                .map(url -> new RegistryAddress(
                        url,
                        registry.username(),
                        registry.password(),
                        registry.token(),
                        registry.trustStore(),
                        registry.trustStorePassword()));
    }

    /**
     * Makes sure that the registry answers and has the schemas of what is written with them, registers those that are missing
     * if the settings allow it, and returns everything that prevents its use.
     */
    static List<String> prepare(JobConfig config) {
        List<String> problems = new ArrayList<>();
        try {
            address(config).ifPresent(address -> prepare(config, address, problems));
        } catch (RegistryException e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    private static void prepare(JobConfig config, RegistryAddress address, List<String> problems) {
        // No record is read here, so nothing is missed for a while and time plays no part.
        RegistryClient registry =
                new RegistryClient(address, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), RegistryOutage.giveUp());
        registry.check();
        new TopicOutputs(config).registered().forEach((output, type) -> {
            String schema = WriterSchemas.newest(type.getSimpleName()).toString();
            if (registry.idOf(output.subject(), schema).isPresent()) {
                return;
            }
            if (config.registry().register()) {
                registry.register(output.subject(), schema);
            } else {
                problems.add("the schema registry at " + address.url() + " has no schema " + type.getSimpleName()
                        + " under " + output.subject()
                        + ": register the one of schemas/src/main/avro, or set registry.register: true");
            }
        });
    }
}
