package org.lurewatch.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.examples.TestingDetector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.lab.Installation;
import picocli.CommandLine;

class ScreenCommandTest {
    private static final String HONEST = "{\"identifier\":\"h%d\",\"description\":\"Cook rice\"}";
    private static final String SCAM = "{\"identifier\":\"s%d\",\"description\":\"Pay a deposit\"}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private PolicyChoice choice;

    @Test
    void printsEveryAssessmentInInputOrderWithAll() throws IOException {
        List<String> lines = IntStream.range(0, 2_000)
                .mapToObj(i -> (i % 3 == 0 ? SCAM : HONEST).formatted(i))
                .toList();
        assertEquals(ExitCode.GOOD, run("screen", "--all", file("a.jsonl", String.join("\n", lines))));
        List<String> printed = out.toString().lines().toList();
        assertEquals(2_000, printed.size());
        for (int i = 0; i < 2_000; i++) {
            String id = (i % 3 == 0 ? "s" : "h") + i;
            assertTrue(printed.get(i).startsWith("{\"postingId\":\"" + id + "\""), printed.get(i));
        }
        assertEquals("", err.toString());
    }

    @Test
    void printsOnlyWarningsWithoutAll() throws IOException {
        String postings = HONEST.formatted(1) + "\n" + SCAM.formatted(2) + "\n" + HONEST.formatted(3);
        assertEquals(ExitCode.GOOD, run("screen", file("a.jsonl", postings)));
        assertEquals(1, out.toString().lines().count());
        assertTrue(out.toString().startsWith("{\"postingId\":\"s2\""), out.toString());
    }

    @Test
    void namesBadRecordsAndLosesNoOther() throws IOException {
        String postings = SCAM.formatted(1) + "\n{\"identifier\":\"x\"}\n{cut\n"
                + "{\"identifier\":\"b\",\"description\":\"breaks \\u001b[2J\"}\n" + SCAM.formatted(2);
        String file = file("\u001Ba.jsonl", postings);
        assertEquals(ExitCode.SOME_REJECTED, run("screen", file));
        assertEquals(2, out.toString().lines().count());
        String shown = TerminalText.escape(file);
        assertEquals(
                List.of(
                        shown + ", line 2: NO_TEXT: the posting has neither a title, a description nor another text",
                        shown + ", line 3: MALFORMED_JSON: the JSON is malformed at character 1",
                        shown + ", line 4: DETECTION_FAILED: scoring failed with IllegalStateException"),
                err.toString().lines().toList());
    }

    @Test
    void readsSeveralFilesAndNamesEmptyOnes() throws IOException {
        int exit = run(
                "screen", file("a", SCAM.formatted(1)), file("empty", ""), file("b", "[" + SCAM.formatted(2) + "]"));
        assertEquals(ExitCode.FAILURE, exit);
        assertEquals(2, out.toString().lines().count());
        assertTrue(err.toString().startsWith("lurewatch: no posting in "), err.toString());
        assertTrue(err.toString().endsWith("empty\n"), err.toString());
    }

    @Test
    void saysOfAllFilesAtOnceWhichAreMissing() throws IOException {
        String good = file("a", SCAM.formatted(1));
        assertEquals(ExitCode.FAILURE, run("screen", good, folder.resolve("no").toString(), folder + "/nor"));
        assertEquals(
                List.of("lurewatch: " + folder + "/no does not exist", "lurewatch: " + folder + "/nor does not exist"),
                err.toString().lines().toList());
        assertEquals("", out.toString());
    }

    @Test
    void screensEveryFileOfAFolderAndSaysWhatItTook() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("of others"));
        Files.writeString(inside.resolve("a.jsonl"), SCAM.formatted(1) + "\n");
        Files.writeString(
                inside.resolve("b.csv"),
                "Puesto,Descripción\nCocinero,Preparar la comida de cada día y ordenar la cocina al final del turno\n"
                        + "Chofer,Pagar un deposit antes de empezar y llevar paquetes por toda la ciudad\n");
        assertEquals(ExitCode.GOOD, run("screen", "--all", inside.toString()));
        assertEquals(3, out.toString().lines().count());
        assertEquals(
                inside + "/b.csv: read as CSV, UTF-8: title = Puesto, text = Descripción; 2 adverts\n", err.toString());
    }

    @Test
    void saysOnceOfAFileWhyItCannotBeRead() throws IOException {
        String table = file("rates.csv", "day,rate\n2024-01-01,1.09\n2024-01-02,1.08\n2024-01-03,1.07\n");
        assertEquals(ExitCode.FAILURE, run("screen", table));
        assertEquals("", out.toString());
        assertEquals(
                "lurewatch: " + table
                        + ": it looks like CSV without a column of titles or texts: day, rate; say which it"
                        + " is, for example --columns title=NAME,text=NAME\n",
                err.toString());
    }

    @Test
    void aWrongColumnNamesThoseThatThereAre() throws IOException {
        String table = file("a.csv", "Puesto,Empresa\nCocinero,Fonda\nChofer,Reparto\n");
        assertEquals(ExitCode.FAILURE, run("screen", "--columns", "title=Cargo", table));
        assertTrue(err.toString().endsWith("there is no column 'Cargo'; there are Empresa, Puesto\n"), err.toString());
        assertEquals(ExitCode.USAGE, run("screen", "--columns", "titel=Puesto", table));
        assertTrue(err.toString().contains("it can be title, text"), err.toString());
        assertEquals(ExitCode.USAGE, run("screen", "--input", "pdf", table));
        assertTrue(err.toString().contains("it can be json, csv"), err.toString());
        assertEquals(ExitCode.USAGE, run("screen", "--split", "words", table));
        assertTrue(err.toString().contains("it can be blank, lines or none"), err.toString());
    }

    @Test
    void printsATableOnRequest() throws IOException {
        String file = file("a", "{\"identifier\":\"\\u202Eevil\",\"description\":\"deposit\"}");
        assertEquals(ExitCode.GOOD, run("screen", "--format", "table", file));
        List<String> lines = out.toString().lines().toList();
        assertEquals(
                List.of(
                        "SCORE   VERDICT       TYPE                       POSTING",
                        "0.9000  likely scam   advance_fee                \\u202Eevil",
                        "        * +2.50 “deposit”  fee_deposit, indicator O01  (FTC)",
                        "        without those marked *: unsure"),
                lines);
    }

    @Test
    void reportsAMissingBundleWithoutAStackTrace() throws IOException {
        CommandLine commandLine = Lurewatch.commandLine(new Installation(folder), Terminal.NONE, BundleLoader::load);
        assertEquals(ExitCode.FAILURE, run(commandLine, "screen", file("a", SCAM.formatted(1))));
        assertTrue(err.toString().contains("manifest.json is missing"), err.toString());
        assertEquals(1, err.toString().lines().count());
        assertEquals(ExitCode.FAILURE, run(commandLine, "screen", "--verbose", file("a", SCAM.formatted(1))));
        assertTrue(err.toString().contains("\tat org.lurewatch"), err.toString());
    }

    @Test
    void endsQuietlyWhenTheReaderOfThePipeIsGone() throws IOException {
        String postings = (SCAM.formatted(1) + "\n").repeat(20_000);
        CommandLine commandLine = commandLine();
        commandLine.setOut(new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        }));
        commandLine.setErr(new PrintWriter(err));
        assertEquals(ExitCode.GOOD, commandLine.execute("screen", file("a", postings)));
        assertEquals("", err.toString());
    }

    @Test
    void explainsAWrongOption() throws IOException {
        assertEquals(ExitCode.USAGE, run("screen", "--fromat", "table"));
        assertTrue(err.toString().contains("--format"), err.toString());
        assertEquals(ExitCode.USAGE, run());
        assertEquals(ExitCode.USAGE, run("screen", "--base-rate", "7"));
        assertEquals(ExitCode.USAGE, run("screen", "--alarms-per-1000", "0"));
        assertTrue(err.toString().contains("--alarms-per-1000 must lie between 0 and 1,000"), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void decidesByTheLinesThatAreAskedFor() throws IOException {
        String file = file("a", SCAM.formatted(1));
        run("screen", file);
        assertEquals(PolicyChoice.DEFAULT, choice);
        run("screen", "--policy", "campaign", "--alarms-per-1000", "2.5", "--base-rate", "0.01", file);
        assertEquals(new PolicyChoice("campaign", OptionalDouble.of(0.01), OptionalDouble.of(2.5)), choice);
    }

    private int run(String... arguments) {
        return run(commandLine(), arguments);
    }

    private int run(CommandLine commandLine, String... arguments) {
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(arguments);
        commandLine.getErr().flush();
        commandLine.getOut().flush();
        return exit;
    }

    private CommandLine commandLine() {
        return Lurewatch.commandLine(new Installation(folder), Terminal.NONE, (directory, chosen) -> {
            choice = chosen;
            return new TestingDetector();
        });
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
