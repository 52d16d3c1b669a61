package org.lurewatch.job.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupFolderTest {
    private static final Instant FINISHED = Instant.parse("2026-11-30T10:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void theNewestFinishedCheckpointIsFoundAmongUnfinishedOnesAndOtherFiles() throws IOException {
        finished("run-2/chk-9");
        finished("run-2/chk-10");
        Files.createDirectories(group().resolve("run-2/chk-11"));
        Files.writeString(group().resolve("run-2/chk-11").resolve("._metadata.inprogress.1"), "half");
        Files.createDirectories(group().resolve("run-2/shared"));
        finished("run-2/chk-x");
        finished("run-1/chk-40");

        FoundCheckpoint newest = folder().newest(2).orElseThrow();

        assertEquals(10, newest.number());
        assertEquals("checkpoint 10, 14 s old", newest.words(FINISHED.plusSeconds(14)));
        assertEquals(40, folder().newest(1).orElseThrow().number());
        assertEquals(3, folder().newRun());
    }

    @Test
    void thereIsNothingToGoOnFromInAnEmptyFolderOrInNone() throws IOException {
        assertEquals(Optional.empty(), folder().newest(1));
        assertEquals(1, folder().newRun());
        Files.createDirectories(group().resolve("run-1/chk-1"));
        assertEquals(Optional.empty(), folder().newest(1));
    }

    @Test
    void whatAKilledProcessCouldNotFinishIsDeletedAndNothingElse() throws IOException {
        finished("run-1/chk-7");
        Files.createDirectories(group().resolve("run-1/chk-8"));
        Files.writeString(group().resolve("run-1/chk-8/state"), "half");
        Files.createDirectories(group().resolve("run-1/shared"));
        Files.createDirectories(group().resolve("run-2/chk-8"));

        folder().deleteUnfinished(1);

        assertTrue(Files.exists(group().resolve("run-1/chk-7/_metadata")));
        assertFalse(Files.exists(group().resolve("run-1/chk-8")));
        assertTrue(Files.exists(group().resolve("run-1/shared")));
        assertTrue(Files.exists(group().resolve("run-2/chk-8")), "of another run");
    }

    @Test
    void checkpointsOfEarlierVersionsLieBesideTheGroup() throws IOException {
        finished("run-1/chk-1");
        assertFalse(folder().hasNeighboursOfEarlierVersions());
        Files.createDirectories(directory.resolve("0123456789abcdef0123456789abcdef"));
        assertTrue(folder().hasNeighboursOfEarlierVersions());
    }

    @Test
    void agesAreToldInTheUnitThatFits() {
        FoundCheckpoint checkpoint = new FoundCheckpoint(folder().run(1), 3, FINISHED);
        assertEquals("checkpoint 3, 0 s old", checkpoint.words(FINISHED.minusSeconds(5)));
        assertEquals("checkpoint 3, 119 s old", checkpoint.words(FINISHED.plusSeconds(119)));
        assertEquals("checkpoint 3, 2 min old", checkpoint.words(FINISHED.plusSeconds(120)));
        assertEquals("checkpoint 3, 2 h old", checkpoint.words(FINISHED.plusSeconds(7200)));
        assertEquals("checkpoint 3, 3 days old", checkpoint.words(FINISHED.plusSeconds(3 * 86_400)));
    }

    @Test
    void groupsWithOddNamesHaveFoldersWithPlainOnes() {
        assertEquals("team-a_1.eu", GroupFolder.fileName("team-a_1.eu"));
        assertEquals("=2E=2E", GroupFolder.fileName(".."));
        assertEquals("a=2Fb", GroupFolder.fileName("a/b"));
    }

    @Property
    void differentGroupsHaveDifferentFolders(
            @ForAll @StringLength(max = 12) String one, @ForAll @StringLength(max = 12) String other) {
        String name = GroupFolder.fileName(one);
        assertTrue(name.matches("[A-Za-z0-9=_.-]*"), name);
        if (!one.equals(other) && isText(one) && isText(other)) {
            assertNotEquals(GroupFolder.fileName(other), name);
        }
    }

    /** Others have no bytes of their own. */
    private static boolean isText(String text) {
        return text.codePoints().noneMatch(each -> each >= 0xD800 && each <= 0xDFFF);
    }

    private GroupFolder folder() {
        return GroupFolder.of(directory.toUri().toString(), "lurewatch");
    }

    private Path group() {
        return directory.resolve("lurewatch");
    }

    private void finished(String checkpoint) throws IOException {
        Path metadata = Files.createDirectories(group().resolve(checkpoint)).resolve("_metadata");
        Files.writeString(metadata, "all");
        Files.setLastModifiedTime(metadata, FileTime.from(FINISHED));
    }
}
