package org.lurewatch.desk.control;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.lurewatch.codec.CommandDecoder;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;

/** Gives commands, and waits for the job's answers. */
public final class CommandIssuer {
    private final ControlTopics topics;
    private final Clock clock;

    public CommandIssuer(ControlTopics topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * A command that was given.
     *
     * @param before where the topic of statuses ended then: the answer comes behind it
     */
    public record Issued(ControlCommand command, ControlTopics.Since before) {}

    /**
     * Begins a command, with an id of its own and the present time.
     *
     * @param by who gives it
     * @param reason why, or the empty string
     */
    public ControlCommand.Builder begin(ControlAction action, String by, String reason) {
        return ControlCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setAction(action)
                .setIssuedBy(by)
                .setReason(reason)
                .setIssuedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Gives it: Kafka has it when this returns.
     *
     * @throws org.lurewatch.detection.posting.UnusablePostingException where the job could not read it; it is not sent
     *     then
     * @throws org.lurewatch.desk.DeskException where the broker does not answer or does not take it
     */
    public Issued issue(ControlCommand command) {
        CommandDecoder.check(command);
        // Before it is sent, or its answer might be there already.
        ControlTopics.Since before = topics.now();
        topics.send(command);
        return new Issued(command, before);
    }

    /** The job's answer, where it comes soon enough. */
    public Optional<ControlStatus> answerTo(Issued issued, Duration longest) {
        return topics.await(issued.command().getCommandId(), issued.before(), longest);
    }
}
