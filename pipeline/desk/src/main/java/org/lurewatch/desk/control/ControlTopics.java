package org.lurewatch.desk.control;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.lurewatch.codec.CommandDecoder;
import org.lurewatch.codec.ListRecords;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.RecordSender;
import org.lurewatch.desk.kafka.TopicValues;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** The topics of commands about bundles and lists, and of what the running job answers. */
public final class ControlTopics {
    /** As good as for ever, and short enough to be counted in nanoseconds. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final String MADE_BY_THE_JOB =
            ": the job creates it at its start, where its settings say control.enabled: true";

    private final Map<String, String> settings;
    private final String control;
    private final String status;
    private final KafkaTopic commands;
    private final KafkaTopic statuses;

    /** @param settings of the Kafka client, with {@code bootstrap.servers} */
    public ControlTopics(Map<String, String> settings, String control, String status) {
        this.settings = Map.copyOf(settings);
        this.control = control;
        this.status = status;
        this.commands = new KafkaTopic(settings, control);
        this.statuses = new KafkaTopic(settings, status);
    }

    /** A place in the topic of statuses. */
    public record Since(Map<TopicPartition, Long> ends) {}

    /** Where commands go. */
    public String control() {
        return control;
    }

    /** Where statuses come from. */
    public String status() {
        return status;
    }

    /** Whether both are there. */
    public boolean exist() {
        return commands.exists() && statuses.exists();
    }

    /**
     * Requires both topics.
     *
     * @throws DeskException naming one that is missing
     */
    public void require() {
        commands.require(MADE_BY_THE_JOB);
        statuses.require(MADE_BY_THE_JOB);
    }

    /** All that they hold now. */
    public ControlLog read() {
        return read(now());
    }

    /** All that they hold now, but of the statuses only those before a place. */
    public ControlLog read(Since end) {
        CommandDecoder decoder = new CommandDecoder();
        List<ControlCommand> given = new ArrayList<>();
        int[] unread = {0, 0};
        commands.forEach(record -> read(decoder, record).ifPresentOrElse(given::add, () -> unread[0]++));
        TopicValues<ControlStatus> values = new TopicValues<>(ControlStatus.class);
        List<ControlStatus> answers = new ArrayList<>();
        statuses.forEachBefore(
                end.ends(), record -> values.read(record).ifPresentOrElse(answers::add, () -> unread[1]++));
        return new ControlLog(given, answers, unread[0], unread[1]);
    }

    /**
     * The whole digest of the one bundle that is meant.
     *
     * @param digits its first hex digits, or all; all are taken as they are
     * @throws DeskException where none or several begin so
     */
    public String meant(String digits) {
        return digits.length() == ControlLog.DIGITS ? digits : read().meant(digits);
    }

    /** Where the topic of statuses ends now. */
    public Since now() {
        return new Since(statuses.ends());
    }

    /** Sends a command and waits until the broker has it. */
    void send(ControlCommand command) {
        byte[] value = SingleObjectEncoding.of(ControlCommand.class, WriterSchemas.known())
                .encode(command);
        new RecordSender(settings).send(control, ListRecords.key(command), value, "the command");
    }

    /**
     * Sends commands, one after the other, and waits until the broker has all.
     *
     * @throws DeskException where the broker does not answer or does not take one
     */
    public void sendAll(List<ControlCommand> given) {
        SingleObjectEncoding<ControlCommand> encoding =
                SingleObjectEncoding.of(ControlCommand.class, WriterSchemas.known());
        new RecordSender(settings)
                .sendAll(
                        given.stream()
                                .map(command -> new ProducerRecord<>(
                                        control,
                                        ListRecords.key(command).getBytes(StandardCharsets.UTF_8),
                                        encoding.encode(command)))
                                .toList(),
                        "a command");
    }

    /**
     * Passes on each command there is, says so, and then each that comes, until the thread is interrupted.
     *
     * @param caughtUp is called once, where the topic ended at the start
     * @throws DeskException where the broker does not answer or has no such topic
     */
    public void followCommands(Runnable caughtUp, Consumer<ControlCommand> reader) {
        commands.require(MADE_BY_THE_JOB);
        CommandDecoder decoder = new CommandDecoder();
        Map<TopicPartition, Long> ends = commands.ends();
        commands.forEachBefore(ends, record -> read(decoder, record).ifPresent(reader));
        caughtUp.run();
        commands.follow(ends, record -> {
            read(decoder, record).ifPresent(reader);
            return false;
        });
    }

    private static Optional<ControlCommand> read(CommandDecoder decoder, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(decoder.decode(record.value(), record.timestamp()));
        } catch (UnusablePostingException e) {
            return Optional.empty();
        }
    }

    /** What became of a command, where the answer comes soon enough. */
    Optional<ControlStatus> await(String commandId, Since since, Duration longest) {
        TopicValues<ControlStatus> values = new TopicValues<>(ControlStatus.class);
        AtomicReference<ControlStatus> answer = new AtomicReference<>();
        statuses.follow(since.ends(), longest, record -> {
            values.read(record)
                    .filter(status -> status.getCommandId().equals(commandId))
                    .ifPresent(answer::set);
            return answer.get() != null;
        });
        return Optional.ofNullable(answer.get());
    }

    /** Passes on each status from a place on, as it comes, without end. */
    public void follow(Since since, Consumer<ControlStatus> reader) {
        TopicValues<ControlStatus> values = new TopicValues<>(ControlStatus.class);
        statuses.follow(since.ends(), FOR_EVER, record -> {
            values.read(record).ifPresent(reader);
            return false;
        });
    }
}
