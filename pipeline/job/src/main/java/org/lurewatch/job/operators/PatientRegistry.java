package org.lurewatch.job.operators;

import java.time.Clock;
import org.lurewatch.codec.registry.RegistryAddress;
import org.lurewatch.codec.registry.RegistryClient;
import org.lurewatch.codec.registry.RegistryOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema registry as a task uses it: it waits until the registry answers, and Kafka holds the records back meanwhile. */
public final class PatientRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(PatientRegistry.class);

    private PatientRegistry() {}

    /**
     * A client of the registry.
     *
     * @param clock says when a schema that was not found is asked for again
     */
    public static RegistryClient client(RegistryAddress address, Clock clock) {
        return new RegistryClient(
                address, clock, RegistryOutage.waiting(LOG::warn, time -> Thread.sleep(time.toMillis())));
    }
}
