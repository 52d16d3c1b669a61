package org.lurewatch.job.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.core.fs.Path;
import org.apache.kafka.common.KafkaException;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.KafkaConfig;
import org.lurewatch.job.resume.GroupFolder;
import org.lurewatch.job.watch.Probe;
import org.lurewatch.job.watch.Trouble;

/** What a running job needs, asked from this process: the brokers, and the storage of its checkpoints. */
public final class JobProbes implements AutoCloseable {
    private final KafkaProbe broker;
    private final List<Probe> all = new ArrayList<>();

    /** @param storage where checkpoints lie, if this process can tell whether it can be written to */
    JobProbes(KafkaConfig kafka, Optional<GroupFolder> storage) {
        broker = new KafkaProbe(kafka);
        all.add(new Probe(Trouble.BROKER_LOST, broker::failure));
        storage.ifPresent(folder -> all.add(new Probe(Trouble.STORAGE_LOST, folder::failureToWrite)));
    }

    /**
     * Those of a job on a cluster, which sees the same folder of checkpoints if this machine has it too.
     *
     * @param unwatched receives the reason why the storage cannot be asked from here
     * @throws StartException if the brokers' addresses cannot be used from here
     */
    public static JobProbes ofCluster(JobConfig config, Consumer<String> unwatched) throws StartException {
        Optional<GroupFolder> storage =
                config.checkpoint().directory().flatMap(directory -> storage(directory, unwatched));
        try {
            return new JobProbes(config.kafka(), storage);
        } catch (KafkaException e) {
            throw new StartException(List.of(KafkaTopics.unreachable(config.kafka(), e)), e);
        }
    }

    /** A job on a cluster has no folder for its group. A folder is not made here, where it may not be the cluster's. */
    private static Optional<GroupFolder> storage(String directory, Consumer<String> unwatched) {
        try {
            Path folder = new Path(directory);
            if (folder.getFileSystem().exists(folder)) {
                return Optional.of(new GroupFolder(folder));
            }
            unwatched.accept(directory + " does not exist here");
        } catch (IOException e) {
            unwatched.accept(directory + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The questions. */
    public List<Probe> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        broker.close();
    }
}
