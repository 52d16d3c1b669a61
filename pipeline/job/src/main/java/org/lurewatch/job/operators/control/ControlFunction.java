package org.lurewatch.job.operators.control;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.CommandDecoder;
import org.lurewatch.codec.ControlRecords;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.detection.deployment.Action;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.deployment.Decision;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.DeploymentRule;
import org.lurewatch.job.operators.control.BundleStore.UnusableBundleException;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.TrustedClasses;

/**
 * Carries out commands, one after the other, under one key, and sends each new deployment on. A bundle is checked
 * before the detecting tasks learn of it: a wrong one changes nothing. What became of each command goes to {@link
 * ControlOutputs#STATUS}.
 * See RATIONALE.md, "A command changes nothing until its bundle is loaded".
 */
public final class ControlFunction extends KeyedProcessFunction<String, ControlCommand, DeploymentRecord> {
    private static final long serialVersionUID = 1L;

    static {
        TrustedClasses.register();
    }

    private final BundleStore store;
    private final DeploymentRecord start;
    private final Clock clock;
    private transient ValueState<DeploymentRecord> state;

    /**
     * @param start the deployment that applies before the first command
     * @param clock gives the time when a command is carried out; must be serialisable
     */
    public ControlFunction(BundleStore store, DeploymentRecord start, Clock clock) {
        this.store = store;
        this.start = start;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext openContext) {
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("deployment", new AvroTypeInfo<>(DeploymentRecord.class)));
    }

    @Override
    public void processElement(ControlCommand command, Context context, Collector<DeploymentRecord> out)
            throws Exception {
        Deployment before = DeploymentRecords.toDomain(Objects.requireNonNullElse(state.value(), start));
        Decision decision = decide(before, CommandDecoder.toDomain(command));
        context.output(ControlOutputs.STATUS, ControlRecords.status(command, decision, clock.instant()));
        if (decision.deployment().revision() != before.revision()) {
            DeploymentRecord after = DeploymentRecords.toAvro(decision.deployment());
            state.update(after);
            out.collect(after);
        }
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
        return known.isPresent()
                ? known.get()
                : DeploymentRule.publish(
                        before,
                        command,
                        store.load(command.digest(), command.uri()).version());
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
            store.load(after.find(digest).orElseThrow());
        }
        return decision;
    }
}
