package org.lurewatch.desk.lists;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lurewatch.codec.ListRecords;
import org.lurewatch.desk.control.CommandIssuer;
import org.lurewatch.desk.control.ControlTopics;
import org.lurewatch.detection.lists.ListChange;
import org.lurewatch.detection.lists.ListDecision;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.ControlCommand;

/** Reads the lists from the topic of commands, and changes them there. */
public final class ListDesk {
    private final ControlTopics topics;
    private final Clock clock;

    public ListDesk(ControlTopics topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
    }

    /** The lists as the topic has them now, with entries that have ended. */
    public PostingLists read() {
        return standing(topics.read().commands()).build();
    }

    /** The lists to which commands lead, given in the order of the topic; those about bundles are passed over. */
    static PostingLists.Builder standing(List<ControlCommand> commands) {
        PostingLists.Builder lists = new PostingLists.Builder();
        commands.forEach(command -> carryOut(command, lists));
        return lists;
    }

    /** Carries a command out as the job does; answers whether it was one about lists that is accepted. */
    static boolean carryOut(ControlCommand command, PostingLists.Builder lists) {
        if (!ListRecords.isOfLists(command)) {
            return false;
        }
        Optional<ListChange> change = ListRecords.kept(command)
                .filter(asked -> ListDecision.of(asked, lists.find(asked.id()), lists.size())
                        .accepted());
        change.ifPresent(lists::change);
        return change.isPresent();
    }

    /**
     * Puts an entry on its list: Kafka has it when this returns.
     *
     * @throws org.lurewatch.desk.DeskException where the broker does not answer or does not take it
     */
    public CommandIssuer.Issued put(ListEntry entry) {
        return new CommandIssuer(topics, clock).issue(ListRecords.put(newId(), entry));
    }

    /**
     * Takes a value off both lists: Kafka has it when this returns.
     *
     * @param reason why
     * @param author who says so
     * @throws org.lurewatch.detection.posting.UnusablePostingException where the value cannot be on a list
     * @throws org.lurewatch.desk.DeskException where the broker does not answer or does not take it
     */
    public CommandIssuer.Issued remove(ListedKind kind, String value, String reason, String author) {
        return new CommandIssuer(topics, clock)
                .issue(ListRecords.remove(newId(), kind, value, reason, author, clock.instant()));
    }

    /** Puts those entries on their lists that do not stand there already, in their order; answers how many. */
    public int putAll(List<ListEntry> entries) {
        Set<ListEntry> standing = Set.copyOf(read().entries());
        List<ControlCommand> commands = new ArrayList<>();
        for (ListEntry entry : entries) {
            if (!standing.contains(entry)) {
                commands.add(ListRecords.put(newId(), entry));
            }
        }
        topics.sendAll(commands);
        return commands.size();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
