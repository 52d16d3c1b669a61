package org.lurewatch.desk.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.ListRecords;
import org.lurewatch.codec.json.ListEntryJson;
import org.lurewatch.desk.DeskException;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListName;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;

class ListDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    void theLastCommandAboutAValueStandsAndCommandsAboutBundlesArePassedOver() {
        ControlCommand withdraw = ControlCommand.newBuilder()
                .setCommandId("w")
                .setAction(ControlAction.WITHDRAW)
                .build();

        assertEquals(
                List.of("allow employer blue", "block employer red"),
                shown(List.of(
                        command(0, ListName.BLOCK, "Blue"),
                        withdraw,
                        command(1, ListName.BLOCK, "Green"),
                        command(2, ListName.BLOCK, "Red"),
                        remove(3, "green"),
                        command(4, ListName.ALLOW, "BLUE"))));
    }

    /** All commands are of one time: only their order on the topic counts. */
    @Property(tries = 300)
    void aCompactedTopicLeadsToTheSameListsAsTheWholeOne(
            @ForAll @Size(max = 30) List<@IntRange(max = 11) Integer> given) {
        List<ControlCommand> commands = new ArrayList<>();
        for (int each : given) {
            String employer = "employer " + each % 4;
            commands.add(
                    each < 8
                            ? command(commands.size(), each < 4 ? ListName.ALLOW : ListName.BLOCK, employer)
                            : remove(commands.size(), employer));
        }
        Map<String, Integer> newest = new HashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            newest.put(ListRecords.key(commands.get(i)), i);
        }
        List<ControlCommand> compacted =
                newest.values().stream().sorted().map(commands::get).toList();

        assertEquals(shown(commands), shown(compacted));
        List<ControlCommand> twice = new ArrayList<>(commands);
        twice.addAll(compacted);
        assertEquals(shown(commands), shown(twice), "read again from the start");
    }

    @Test
    void everyLineThatIsNoEntryIsToldAtOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("lists.jsonl");
        ListEntry good = entry(ListName.ALLOW, "Blue");
        Files.writeString(
                file,
                ListEntryJson.line(good) + "\n\n{\"list\": \"block\"}\nno json\n" + ListEntryJson.line(good) + "\n");

        DeskException told = assertThrows(DeskException.class, () -> ListFile.read(file, NOW));

        assertEquals(
                List.of(
                        file + ", line 3: kind is employer, domain or handle",
                        file + ", line 4: the record is not a JSON object"),
                told.getMessage().lines().toList());
        Files.writeString(file, ListEntryJson.line(good));
        assertEquals(List.of(good), ListFile.read(file, NOW));
        assertTrue(assertThrows(DeskException.class, () -> ListFile.read(folder.resolve("none"), NOW))
                .getMessage()
                .startsWith("there is no file"));
    }

    private static List<String> shown(List<ControlCommand> commands) {
        return ListDesk.standing(commands).build().entries().stream()
                .map(entry -> entry.list().word() + " " + entry.kind().word() + " " + entry.key())
                .toList();
    }

    private static ControlCommand command(int id, ListName list, String employer) {
        return ListRecords.put("c-" + id, entry(list, employer));
    }

    private static ControlCommand remove(int id, String employer) {
        return ListRecords.remove("c-" + id, ListedKind.EMPLOYER, employer, "", "mai", NOW);
    }

    private static ListEntry entry(ListName list, String employer) {
        return ListEntry.of(ListedKind.EMPLOYER, employer, list, "why", "mai", NOW, Optional.empty());
    }
}
