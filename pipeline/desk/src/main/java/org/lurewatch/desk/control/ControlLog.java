package org.lurewatch.desk.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lurewatch.desk.DeskException;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;

/**
 * What was commanded and what became of it.
 *
 * @param commands in the order in which they were given
 * @param statuses in the order in which they were sent: those of one millisecond in the order of their commands, for they
 *     come from several partitions
 * @param unreadCommands records on the topic of commands that are not commands
 * @param unreadStatuses records on the topic of statuses that are not statuses
 */
public record ControlLog(
        List<ControlCommand> commands, List<ControlStatus> statuses, int unreadCommands, int unreadStatuses) {
    /** How many hex digits a digest has. */
    static final int DIGITS = 64;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{" + DIGITS + "}");
    private static final int MOST_NAMED = 5;

    public ControlLog {
        commands = List.copyOf(commands);
        statuses = inOrder(statuses, commands);
    }

    /** What became of a command; where it was carried out again after a restart, the last time. */
    public Optional<ControlStatus> answerTo(String commandId) {
        return newest(status -> !commandId.isEmpty() && status.getCommandId().equals(commandId));
    }

    /**
     * The status that names the bundles at work: the newest answer to a command, for a summary comes from another task, which may
     * be behind.
     */
    public Optional<ControlStatus> deployment() {
        return newest(ControlLog::isAnswer).or(() -> newest(status -> true));
    }

    /** What champion and shadow disagreed about when it was last summed up. */
    public Optional<ControlStatus> summary() {
        return newest(status -> !status.getDisagreements().isEmpty());
    }

    /** What could not be done of the newest deployment, each once. */
    public List<String> troubles() {
        return deployment().stream()
                .flatMap(now -> statuses.stream().filter(status -> isTrouble(status) && isOfSameBundles(status, now)))
                .map(ControlStatus::getMessage)
                .distinct()
                .toList();
    }

    /**
     * The digest of the one bundle that commands or statuses name and that begins so.
     *
     * @throws DeskException where there is none, or more than one
     */
    String meant(String digits) {
        List<String> fitting = Stream.concat(
                        commands.stream().map(ControlCommand::getDigest),
                        statuses.stream().flatMap(ControlLog::bundles))
                .filter(digest ->
                        digest.startsWith(digits) && DIGEST.matcher(digest).matches())
                .distinct()
                .sorted()
                .toList();
        if (fitting.isEmpty()) {
            throw new DeskException("no bundle that was published has a digest that begins with " + digits
                    + ": publish it first, or give all " + DIGITS + " digits");
        }
        if (fitting.size() > 1) {
            throw new DeskException(fitting.size() + " bundles have a digest that begins with " + digits + ": "
                    + fitting.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (fitting.size() > MOST_NAMED ? " and others" : ""));
        }
        return fitting.get(0);
    }

    /** Where a bundle was said to lie, the last place first; not where the job has refused to take it from. */
    public List<String> places(String digest) {
        List<String> places = new ArrayList<>();
        for (ControlCommand command : commands) {
            if (command.getAction() == ControlAction.PUBLISH
                    && command.getDigest().equals(digest)
                    && answerTo(command.getCommandId())
                            .map(ControlStatus::getAccepted)
                            .orElse(true)) {
                places.remove(command.getUri());
                places.add(0, command.getUri());
            }
        }
        return places;
    }

    /** Whether it answers a command. */
    public static boolean isAnswer(ControlStatus status) {
        return !status.getCommandId().isEmpty();
    }

    /** Whether it says that a task could not do what a command asks for. */
    public static boolean isTrouble(ControlStatus status) {
        return !isAnswer(status) && !status.getAccepted();
    }

    private Optional<ControlStatus> newest(Predicate<ControlStatus> wanted) {
        return statuses.stream().filter(wanted).reduce((before, after) -> after);
    }

    private static boolean isOfSameBundles(ControlStatus one, ControlStatus other) {
        return bundles(one).toList().equals(bundles(other).toList()) && one.getCanaryShare() == other.getCanaryShare();
    }

    private static Stream<String> bundles(ControlStatus status) {
        return Stream.of(status.getChampion(), status.getPrevious(), status.getShadow(), status.getCanary())
                .map(digest -> digest == null ? "" : digest);
    }

    private static List<ControlStatus> inOrder(List<ControlStatus> statuses, List<ControlCommand> commands) {
        Map<String, Integer> positions = new HashMap<>();
        commands.forEach(command -> positions.put(command.getCommandId(), positions.size()));
        return statuses.stream()
                .sorted(Comparator.comparing(ControlStatus::getAt)
                        .thenComparing(status -> positions.getOrDefault(status.getCommandId(), -1)))
                .toList();
    }
}
