package org.lurewatch.cli.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.cli.DocumentTable;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.lab.Installation;

class ReadCommandTest {
    private static final Path STRANGERS =
            DocumentTable.ROOT.resolve("models/intake/src/test/resources/org/lurewatch/intake/postings/strangers");
    private static final Pattern TAKEN =
            Pattern.compile(".*/(\\S+): read as (.*?): (?:title = (.*?)|no title), (?:text = (.*?)|no text)(?:,.*)?;.*?"
                    + " ?(\\d+) adverts.*");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void readsEveryShapeAsTheDocumentationSays() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(STRANGERS)) {
            for (Path file : files.sorted().toList()) {
                assertEquals(ExitCode.GOOD, run(file.toString()), err::toString);
                rows.add(row(err.toString().strip(), out.toString().lines().count()));
            }
        }
        List<String> told = new ArrayList<>();
        for (Map<String, String> row :
                DocumentTable.of("docs/platform.md", "Shapes that are read").rows()) {
            told.add("| "
                    + String.join(
                            " | ",
                            Stream.of("file", "read as", "title", "text", "adverts")
                                    .map(row::get)
                                    .toList())
                    + " |");
        }
        assertEquals(String.join("\n", rows), String.join("\n", told));
    }

    private static String row(String line, long printed) {
        Matcher taken = TAKEN.matcher(line);
        assertTrue(taken.matches(), line);
        assertEquals(Long.parseLong(taken.group(5)), printed, line);
        return "| "
                + String.join(
                        " | ",
                        taken.group(1),
                        taken.group(2),
                        name(taken.group(3)),
                        name(taken.group(4)),
                        taken.group(5))
                + " |";
    }

    private static String name(String column) {
        return column == null ? "–" : "`" + column + "`";
    }

    @Test
    void printsExamplesThatTrainTakes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("set.csv"),
                "text,label\nare we still on for lunch at one,0\nyou were picked for a home job text back JOB,1\n");
        assertEquals(ExitCode.GOOD, run("--labelled", file.toString()));
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(0).endsWith("},\"label\":\"legitimate\"}"), lines.get(0));
        assertTrue(lines.get(1).endsWith("},\"label\":\"scam\"}"), lines.get(1));
        assertTrue(err.toString().contains("label = label (0 is legitimate, 1 is scam); 2 adverts"), err.toString());
    }

    @Test
    void namesOfStrangersAreEscaped() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "title,\u001b[2Jdescription\nCook,Cook rice in the house by the river\n");
        assertEquals(ExitCode.GOOD, run(file.toString()));
        assertEquals(-1, err.toString().indexOf('\u001b'));
    }

    @Test
    void oneUnreadableFileInAFolderHidesNoOther() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "day,rate\n2024-01-01,1.09\n2024-01-02,1.08\n2024-01-03,1.07\n");
        Files.writeString(
                folder.resolve("b.jsonl"), "{\"identifier\":\"1\",\"title\":\"Cook\",\"description\":\"Cook rice\"}\n");
        assertEquals(ExitCode.SOME_REJECTED, run(folder.toString()));
        assertEquals(1, out.toString().lines().count());
        assertEquals(2, err.toString().lines().count());
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("read"));
        all.addAll(List.of(arguments));
        return CommandRun.of(new Installation(folder), out, err, all);
    }
}
