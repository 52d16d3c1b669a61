package org.lurewatch.job.resume;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.CompletedCheckpointStorageLocation;
import org.apache.flink.runtime.state.IncrementalKeyedStateHandle.HandleAndLocalPath;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.AbstractFsCheckpointStorageAccess;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;

/**
 * What is in a checkpoint or savepoint.
 *
 * @param number what Flink counts it as
 * @param operators a name of each operator that has state in it, by its id in the state
 * @param mostTasks how many tasks of one operator the state can be divided among
 * @param missing files that it needs and that are not there
 */
public record CheckpointContent(long number, Map<String, String> operators, int mostTasks, Set<String> missing) {

    /**
     * Reads the metadata of a checkpoint and looks for its files.
     *
     * @param pointer its folder, or its file of metadata
     * @throws IOException if it cannot be read
     */
    public static CheckpointContent read(String pointer) throws IOException {
        CompletedCheckpointStorageLocation location =
                AbstractFsCheckpointStorageAccess.resolveCheckpointPointer(pointer);
        CheckpointMetadata metadata;
        try (DataInputStream in =
                new DataInputStream(location.getMetadataHandle().openInputStream())) {
            metadata = Checkpoints.loadCheckpointMetadata(in, CheckpointContent.class.getClassLoader(), pointer);
        } catch (IOException | RuntimeException e) {
            // Of bytes that Flink did not write it may make anything.
            throw new IOException("what lies in " + pointer + " cannot be read as a checkpoint: " + e, e);
        }
        Map<String, String> operators = new TreeMap<>();
        Set<String> missing = new LinkedHashSet<>();
        int mostTasks = Integer.MAX_VALUE;
        for (OperatorState operator : metadata.getOperatorStates()) {
            if (hasState(operator)) {
                String id = operator.getOperatorID().toHexString();
                operators.put(id, operator.getOperatorName().orElse(id));
                mostTasks = Math.min(mostTasks, operator.getMaxParallelism());
                for (Path file : files(operator).toList()) {
                    if (!file.getFileSystem().exists(file)) {
                        missing.add(file.toString());
                    }
                }
            }
        }
        return new CheckpointContent(metadata.getCheckpointId(), operators, mostTasks, missing);
    }

    /** As Flink asks before it refuses state that no operator claims. */
    private static boolean hasState(OperatorState operator) {
        return operator.getCoordinatorState() != null
                || operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState);
    }

    private static Stream<Path> files(OperatorState operator) {
        return operator.getStates().stream()
                .flatMap(state -> Stream.<Collection<? extends StateObject>>of(
                        state.getManagedOperatorState(),
                        state.getRawOperatorState(),
                        state.getManagedKeyedState(),
                        state.getRawKeyedState()))
                .flatMap(Collection::stream)
                .flatMap(CheckpointContent::streams)
                .filter(FileStateHandle.class::isInstance)
                .map(handle -> ((FileStateHandle) handle).getFilePath())
                .distinct();
    }

    private static Stream<StreamStateHandle> streams(StateObject state) {
        if (state instanceof OperatorStateHandle operatorState) {
            return Stream.of(operatorState.getDelegateStateHandle());
        }
        if (state instanceof KeyGroupsStateHandle keyed) {
            return Stream.of(keyed.getDelegateStateHandle());
        }
        if (state instanceof IncrementalRemoteKeyedStateHandle incremental) {
            return Stream.concat(
                    Stream.of(incremental.getMetaDataStateHandle()),
                    Stream.of(incremental.getSharedState(), incremental.getPrivateState())
                            .flatMap(List::stream)
                            .map(HandleAndLocalPath::getHandle));
        }
        return Stream.of();
    }
}
