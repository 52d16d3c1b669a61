package org.lurewatch.job.operators.control;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.CommandDecoder;
import org.lurewatch.codec.ControlRecords;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.codec.ListRecords;
import org.lurewatch.detection.deployment.Action;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.deployment.Decision;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.DeploymentRule;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.detection.lists.ListChange;
import org.lurewatch.detection.lists.ListDecision;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.job.operators.control.BundleStore.UnusableBundleException;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlNews;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.TrustedClasses;

/**
 * Carries out commands, one after the other, under one key, and sends each new deployment on. A bundle is checked
 * before the detecting tasks learn of it: a wrong one changes nothing. Changes of the lists go to the same tasks, in the same
 * order, as {@link ControlOutputs#NEWS}. What became of each command goes to {@link
 * ControlOutputs#STATUS}.
 * See RATIONALE.md, "A command changes nothing until its bundle is loaded".
 */
public final class ControlFunction extends KeyedProcessFunction<String, ControlCommand, DeploymentRecord> {
    private static final long serialVersionUID = 1L;

    static {
        TrustedClasses.register();
    }

    private final BundleStore store;
    private final Succession succession;
    private final Clock clock;
    private transient ValueState<DeploymentRecord> state;
    private transient MapState<String, ControlCommand> listed;
    private transient ValueState<Integer> entries;

    /**
     * @param succession says which deployment applies where commands do not
     * @param clock gives the time when a command is carried out; must be serialisable
     */
    public ControlFunction(BundleStore store, Succession succession, Clock clock) {
        this.store = store;
        this.succession = succession;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext openContext) {
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("deployment", new AvroTypeInfo<>(DeploymentRecord.class)));
        listed = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("lists", Types.STRING, new AvroTypeInfo<>(ControlCommand.class)));
        entries = getRuntimeContext().getState(new ValueStateDescriptor<>("list-entries", Types.INT));
    }

    @Override
    public void processElement(ControlCommand command, Context context, Collector<DeploymentRecord> out)
            throws Exception {
        Deployment before = succession.over(succession.commanded(state.value()));
        if (ListRecords.isOfLists(command)) {
            ListDecision decision = change(command, context);
            context.output(ControlOutputs.STATUS, ControlRecords.status(command, before, decision, clock.instant()));
            return;
        }
        Decision decision = decide(before, CommandDecoder.toDomain(command));
        context.output(ControlOutputs.STATUS, ControlRecords.status(command, decision, clock.instant()));
        if (decision.deployment().revision() != before.revision()) {
            DeploymentRecord after = DeploymentRecords.toAvro(decision.deployment());
            state.update(after);
            out.collect(after);
            context.output(
                    ControlOutputs.NEWS,
                    ControlNews.newBuilder().setDeployment(after).build());
        }
    }

    private ListDecision change(ControlCommand command, Context context) throws Exception {
        ListChange change = ListRecords.toDomain(command);
        ControlCommand stands = listed.get(change.id());
        Optional<ListEntry> before =
                stands == null ? Optional.empty() : ListRecords.kept(stands).flatMap(ListChange::entry);
        int count = Objects.requireNonNullElse(entries.value(), 0);
        ListDecision decision = ListDecision.of(change, before, count);
        if (decision.accepted()) {
            int without = stands == null ? count : count - 1;
            entries.update(change.entry().isPresent() ? without + 1 : without);
            if (change.entry().isPresent()) {
                listed.put(change.id(), command);
            } else {
                listed.remove(change.id());
            }
            context.output(
                    ControlOutputs.NEWS,
                    ControlNews.newBuilder().setListed(command).build());
        }
        return decision;
    }

    private Decision decide(Deployment before, Command command) {
        try {
            return command.action() == Action.PUBLISH ? publish(before, command) : change(before, command);
        } catch (UnusableBundleException e) {
            return DeploymentRule.refused(before, e.getMessage());
        }
    }

    private Decision publish(Deployment before, Command command) throws UnusableBundleException {
        Optional<Decision> known = DeploymentRule.withoutLooking(before, command);
        if (known.isPresent()) {
            return known.get();
        }
        Published found = store.find(command.digest(), command.uri());
        if (found.isUsable()) {
            store.load(found);
        }
        return DeploymentRule.publish(before, command, found);
    }

    /** Loads each newly used bundle, because one that was sound when it was published may be gone by now. */
    private Decision change(Deployment before, Command command) throws UnusableBundleException {
        Decision decision = DeploymentRule.decide(before, command);
        Deployment after = decision.deployment();
        List<String> used = Stream.of(after.champion(), after.shadow(), after.canary())
                .filter(digest -> !digest.isEmpty())
                .filter(digest -> !List.of(before.champion(), before.shadow(), before.canary())
                        .contains(digest))
                .toList();
        for (String digest : used) {
            Published bundle = after.find(digest).orElseThrow();
            if (bundle.isUsable()) {
                store.load(bundle);
            }
        }
        return decision;
    }
}
