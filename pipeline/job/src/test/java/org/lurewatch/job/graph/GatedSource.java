package org.lurewatch.job.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReaderBase;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.NumberSequenceIterator;

/**
 * Prepared records in their order, for one subtask, which come only as far as the test lets them. While it waits it
 * takes part in checkpoints, and a savepoint says how far it has come.
 */
class GatedSource<T> implements Source<T, NumberSequenceSplit, Collection<NumberSequenceSplit>> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();
    private static final Map<String, LongFunction<?>> RECORDS = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final NumberSequenceSource numbers;

    GatedSource(List<T> records) {
        this(records.size(), index -> records.get((int) index));
    }

    /** @param records the record of each number from 0 on */
    GatedSource(long count, LongFunction<T> records) {
        numbers = new NumberSequenceSource(0, count - 1);
        RECORDS.put(id, records);
        GATES.put(id, new Gate());
    }

    /** Lets the first so many records through. */
    void open(long records) {
        GATES.get(id).open(records);
    }

    /** Lets all records through; then the source ends. */
    void openForGood() {
        open(Long.MAX_VALUE);
    }

    /** How many records have gone out, those before a savepoint included. */
    long sent() {
        return GATES.get(id).sent;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<T, NumberSequenceSplit> createReader(SourceReaderContext context) {
        return new Reader<>(context, RECORDS.get(id), GATES.get(id));
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, Collection<NumberSequenceSplit>> createEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> context) {
        return numbers.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, Collection<NumberSequenceSplit>> restoreEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> context, Collection<NumberSequenceSplit> checkpoint) {
        return numbers.restoreEnumerator(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<NumberSequenceSplit> getSplitSerializer() {
        return numbers.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Collection<NumberSequenceSplit>> getEnumeratorCheckpointSerializer() {
        return numbers.getEnumeratorCheckpointSerializer();
    }

    private static final class Gate {
        private long limit;
        private CompletableFuture<Void> opened = new CompletableFuture<>();
        private volatile long sent;

        private synchronized void open(long records) {
            limit = records;
            opened.complete(null);
            opened = new CompletableFuture<>();
        }

        private synchronized boolean isClosed() {
            return sent >= limit;
        }

        private synchronized CompletableFuture<Void> opened() {
            return isClosed() ? opened : CompletableFuture.completedFuture(null);
        }
    }

    private static final class Reader<T>
            extends IteratorSourceReaderBase<Long, T, NumberSequenceIterator, NumberSequenceSplit> {
        private final LongFunction<?> records;
        private final Gate gate;

        private Reader(SourceReaderContext context, LongFunction<?> records, Gate gate) {
            super(context);
            this.records = records;
            this.gate = gate;
        }

        @Override
        public void addSplits(List<NumberSequenceSplit> splits) {
            splits.forEach(split -> gate.sent = split.from());
            super.addSplits(splits);
        }

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            return gate.isClosed() ? InputStatus.NOTHING_AVAILABLE : super.pollNext(output);
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            CompletableFuture<Void> opened = gate.opened();
            return opened.isDone() ? super.isAvailable() : opened;
        }

        @Override
        @SuppressWarnings("unchecked")
        protected T convert(Long index) {
            gate.sent = index + 1;
            return (T) records.apply(index);
        }
    }
}
