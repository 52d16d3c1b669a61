package org.lurewatch.job;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.schemas.SchemaFolderException;

/** Looks at everything the job needs before it is submitted, so that a mistake is told at once and not by a task. */
final class StartChecks {
    private StartChecks() {}

    /** Returns when everything is there. */
    static void check(JobConfig config) throws StartException {
        List<String> problems = new ArrayList<>();
        try {
            if (config.detection().bundle().isPresent()) {
                BundleSupplier.of(config).get();
            }
        } catch (BundleException e) {
            problems.addAll(e.problems());
        }
        try {
            DecoderSupplier.of(config).get();
        } catch (SchemaFolderException e) {
            problems.addAll(e.problems());
        }
        problems.addAll(KafkaTopics.prepare(config));
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }
}
