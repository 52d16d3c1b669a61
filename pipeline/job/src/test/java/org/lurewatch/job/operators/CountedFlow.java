package org.lurewatch.job.operators;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** What the next checkpoint of an operator says of its counters. */
public record CountedFlow(Map<String, Long> counts) {

    public static CountedFlow of(AbstractStreamOperatorTestHarness<?> harness) throws Exception {
        harness.snapshot(99, 99);
        Map<String, Long> counts = new HashMap<>();
        ((AbstractStreamOperator<?>) harness.getOperator())
                .getOperatorStateBackend()
                .getListState(new ListStateDescriptor<>("counters", Types.MAP(Types.STRING, Types.LONG)))
                .get()
                .forEach(part -> part.forEach((name, count) -> counts.merge(name, count, Long::sum)));
        return new CountedFlow(counts);
    }

    public long get(String name) {
        return counts.get(name);
    }

    public long getRejected(String reason) {
        return counts.get(FlowCounters.REJECTED + "." + reason);
    }
}
