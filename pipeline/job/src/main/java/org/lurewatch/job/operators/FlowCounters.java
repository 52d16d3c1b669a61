package org.lurewatch.job.operators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.lurewatch.detection.posting.RejectReason;

/**
 * What an operator has counted, kept in the checkpoints: after a restart the counters continue from the checkpoint and
 * so count every record once. Over all operators, {@code in = warned + cleared + rejected} holds at every checkpoint.
 *
 * <p>What becomes of the postings warned of, each assessed posting once: {@code warned = firstWarnings + revised +
 * repeated + withheld}. What is sent: {@code firstWarnings + revised + lateWarnings + retracted + updated}.
 * See RATIONALE.md, "Counters live in checkpoints".
 */
public final class FlowCounters {
    /** Metric group of all counters. */
    public static final String GROUP = "lurewatch";
    /** Records read. */
    public static final String IN = "in";
    /** Requests to forget a posting, which are not among the records read. */
    public static final String ERASURES = "erasures";
    /** Postings that call for a warning by themselves. */
    public static final String WARNED = "warned";
    /** Postings that do not call for a warning by themselves. */
    public static final String CLEARED = "cleared";
    /** Records that could not be assessed; also counted by reason, under {@code reason.NAME.rejected}. */
    public static final String REJECTED = "rejected";
    /** Postings that are likely scams by themselves and were warned of for the first time. */
    public static final String FIRST_WARNINGS = "firstWarnings";
    /** Postings that are likely scams by themselves and whose current warning was replaced. */
    public static final String REVISED = "revised";
    /** Postings that are likely scams by themselves, with nothing new for readers: mostly scraped again. */
    public static final String REPEATED = "repeated";
    /** Postings that are likely scams by themselves, where reviewers, or a newer text of the posting, say otherwise. */
    public static final String WITHHELD = "withheld";
    /** Warnings of postings that became likely scams because of other postings or reviews. */
    public static final String LATE_WARNINGS = "lateWarnings";
    /** Retracted warnings. */
    public static final String RETRACTED = "retracted";
    /** Other revisions: a campaign became known, or the text of a retracted warning changed. */
    public static final String UPDATED = "updated";
    /** What becomes of the records read: each is counted in one of these. */
    public static final List<String> OF_IN = List.of(WARNED, CLEARED, REJECTED);
    /** What becomes of the postings warned of: each is counted in one of these. */
    public static final List<String> OF_WARNED = List.of(FIRST_WARNINGS, REVISED, REPEATED, WITHHELD);
    /** What is sent: each record on the topic of warnings is counted in one of these. */
    public static final List<String> SENT = List.of(FIRST_WARNINGS, REVISED, LATE_WARNINGS, RETRACTED, UPDATED);
    /** Reviews read. */
    public static final String REVIEWS = "reviews";
    /** Records on the reviews topic that are not reviews. */
    public static final String REVIEWS_REJECTED = "reviewsRejected";
    /** Reviews that wait for a second opinion. */
    public static final String REVIEWS_WAITING = "reviewsWaiting";
    /** Commands read. */
    public static final String COMMANDS = "commands";
    /** Records on the control topic that are not commands. */
    public static final String COMMANDS_REJECTED = "commandsRejected";
    /** Fields of postings that were ignored because their names are not known. */
    public static final String UNKNOWN_FIELDS = "unknownFields";

    /** Known fields of postings in which no text was found; counted by field, under {@code field.NAME.unreadField}. */
    public static final String UNREAD_FIELD = "unreadField";

    private static final String FIELD = "field";
    private static final String REASON = "reason";
    private static final String SEPARATOR = ".";

    private final Map<String, Counter> counters = new HashMap<>();
    private final ListState<Map<String, Long>> state;

    private FlowCounters(ListState<Map<String, Long>> state) {
        this.state = state;
    }

    /**
     * Registers an operator's counters, each with its value in the last checkpoint.
     *
     * @param reasons why records are rejected here
     */
    public static FlowCounters open(
            MetricGroup operator, FunctionInitializationContext context, List<String> names, List<RejectReason> reasons)
            throws Exception {
        return openWithFields(operator, context, names, reasons, List.of());
    }

    /**
     * The same, with a counter for each field that may be unread.
     *
     * @param fields names of the fields
     */
    static FlowCounters openWithFields(
            MetricGroup operator,
            FunctionInitializationContext context,
            List<String> names,
            List<RejectReason> reasons,
            List<String> fields)
            throws Exception {
        ListState<Map<String, Long>> state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("counters", Types.MAP(Types.STRING, Types.LONG)));
        FlowCounters flow = new FlowCounters(state);
        MetricGroup group = operator.addGroup(GROUP);
        names.forEach(name -> flow.counters.put(name, group.counter(name)));
        flow.counters.put(REJECTED, group.counter(REJECTED));
        for (RejectReason reason : reasons) {
            flow.counters.put(
                    byReason(reason), group.addGroup(REASON, reason.name()).counter(REJECTED));
        }
        for (String field : fields) {
            flow.counters.put(byField(field), group.addGroup(FIELD, field).counter(UNREAD_FIELD));
        }
        for (Map<String, Long> counted : state.get()) {
            counted.forEach(flow::restore);
        }
        return flow;
    }

    /** Counts one more. */
    public void count(String name) {
        counters.get(name).inc();
    }

    /** Adds an amount. */
    public void count(String name, int amount) {
        counters.get(name).inc(amount);
    }

    void countRejected(RejectReason reason) {
        count(REJECTED);
        count(byReason(reason));
    }

    void countUnread(String field) {
        count(byField(field));
    }

    /** Puts the counts into the checkpoint that is being taken. */
    public void snapshot() throws Exception {
        Map<String, Long> counted = new TreeMap<>();
        counters.forEach((name, counter) -> counted.put(name, counter.getCount()));
        state.update(List.of(counted));
    }

    /** Ignores counters that this version no longer has. */
    private void restore(String name, long counted) {
        Counter counter = counters.get(name);
        if (counter != null) {
            counter.inc(counted);
        }
    }

    private static String byField(String field) {
        return UNREAD_FIELD + SEPARATOR + field;
    }

    private static String byReason(RejectReason reason) {
        return REJECTED + SEPARATOR + reason.name();
    }
}
