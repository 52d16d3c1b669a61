package org.lurewatch.lab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.lab.LabException;

class LocalClusterTest {

    @Test
    void oncePutDownNothingIsStartedAgain(@TempDir Path root) throws IOException {
        ClusterFolder folder = ClusterFolder.of(root);
        folder.makeAnew();
        ClusterPorts.free().write(folder.ports());
        LocalCluster cluster = LocalCluster.in(folder).orElseThrow();
        assertEquals(0, cluster.down());
        for (ClusterPart part : ClusterPart.values()) {
            LabException failure = assertThrows(LabException.class, () -> cluster.start(part));
            assertTrue(failure.getMessage().contains("is being ended"), failure.getMessage());
            assertTrue(cluster.process(part).isEmpty());
        }
    }
}
