package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.deployment.AlarmCount;
import org.lurewatch.detection.deployment.Comparison;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.detection.deployment.Watch;

class DeploymentRecordsTest {
    private static final Deployment DEPLOYMENT = new Deployment(
            7,
            List.of(
                    new Published("a", "file:/a", "one", BundleVersion.CURRENT),
                    new Published("b", "file:/b", "two", new BundleVersion(1, 2))),
            "a",
            List.of("b"),
            "b",
            "b",
            0.25);

    @Test
    void whatIsKeptIsWhatWas() {
        assertEquals(DEPLOYMENT, DeploymentRecords.toDomain(DeploymentRecords.toAvro(DEPLOYMENT)));
        assertEquals(Deployment.NONE, DeploymentRecords.toDomain(DeploymentRecords.toAvro(Deployment.NONE)));
        Watch watch = new Watch(
                DEPLOYMENT,
                true,
                Map.of("a", Map.of("en", new AlarmCount(10, 2), "km", new AlarmCount(3, 3))),
                Map.of("en", new Comparison(9, 1, 2)),
                "b");
        assertEquals(watch, DeploymentRecords.toDomain(DeploymentRecords.toAvro(watch)));
    }
}
