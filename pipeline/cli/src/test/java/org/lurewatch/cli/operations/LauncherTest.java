package org.lurewatch.cli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.cli.DocumentTable.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher starts, on machines that have different things; its Java and Maven are scripts that say what they got. */
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cksum",
            "cut",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "ls",
            "mkdir",
            "readlink",
            "rm",
            "sed",
            "tail",
            "touch",
            "wc");
    private static final String SAYS_ITS_ARGUMENTS = "printf '%s\\n' \"$@\"";

    @TempDir
    private Path folder;

    private Path home;
    private Path path;
    private Path java;

    @BeforeEach
    void aMachineWithALauncherAndAJre() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        Files.copy(ROOT.resolve("lurewatch"), home.resolve("lurewatch"));
        path = Files.createDirectory(folder.resolve("path"));
        for (String tool : TOOLS) {
            script(path.resolve(tool), "exec " + onThisMachine(tool) + " \"$@\"");
        }
        // The launcher sleeps only to see again whether a build has ended.
        script(path.resolve("sleep"), "");
        java = script(Files.createDirectories(folder.resolve("java/bin")).resolve("java"), SAYS_ITS_ARGUMENTS);
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");
        Files.createSymbolicLink(path.resolve("java"), java);
    }

    @Test
    void deliveredJarsNeedNoBuildAndNoJdk() throws Exception {
        Files.createFile(home.resolve("lurewatch.jar"));
        Run run = run("version");
        assertEquals("", run.errors());
        assertEquals(
                List.of("-cp", home + "/lurewatch.jar", "org.lurewatch.cli.Lurewatch", "version"), run.lastOfOutput(4));
        assertTrue(run.output().contains("-Dlurewatch.home=" + home + "\n"));
    }

    @Test
    void aQuickStartIsPreparedBesideTheDeliveredJarElseInTheCacheElseNotAtAll() throws Exception {
        Files.createFile(home.resolve("lurewatch.jar"));
        assertTrue(archive(run("screen", "file")).startsWith(home + "/cache/"));

        Files.move(home.resolve("cache"), folder.resolve("first"));
        // Nobody, root included, can make a folder where there is a file.
        Files.createFile(home.resolve("cache"));
        assertTrue(archive(run("screen", "file")).startsWith(folder + "/user-cache/lurewatch/"));

        Files.move(folder.resolve("user-cache"), folder.resolve("second"));
        Files.createFile(folder.resolve("user-cache"));
        Run without = run("screen", "file");
        assertEquals("", without.errors());
        assertFalse(without.output().contains("SharedArchiveFile"));
        assertEquals(List.of("screen", "file"), without.lastOfOutput(2));
    }

    @Test
    void theFirstDemoIsNoTrialAndKeepsWhatItLoaded() throws Exception {
        Files.createFile(home.resolve("lurewatch.jar"));
        Run first = run("demo");
        assertEquals("", first.errors());
        String kept = "-XX:ArchiveClassesAtExit=" + home + "/cache/launcher-demo.jsa";
        assertTrue(first.output().contains(kept + "\n"), first::output);
        assertTrue(first.output().contains("-Dlurewatch.keeps.start=true\n"), first::output);

        assertFalse(run("demo", "--keep").output().contains("lurewatch.keeps.start"), "which Ctrl-C ends");

        Files.createFile(home.resolve("cache/launcher-demo.jsa"));
        Run second = run("demo", "--keep");
        assertTrue(archive(second).endsWith("/cache/launcher-demo.jsa"));
        assertFalse(second.output().contains("ArchiveClassesAtExit"), second::output);
    }

    @Test
    void sourcesAreBuiltWithTheWrapperWhereThereIsNoMaven() throws Exception {
        script(java.resolveSibling("javac"), "");
        script(home.resolve("mvnw"), "echo by the wrapper >'" + folder + "/built'");
        assertRunsAfterBuilding("by the wrapper");
    }

    @Test
    void sourcesAreBuiltWithTheMachinesMavenIfItIsNewEnough() throws Exception {
        script(java.resolveSibling("javac"), "");
        script(home.resolve("mvnw"), "echo by the wrapper >'" + folder + "/built'");
        for (Map.Entry<String, String> each : Map.of(
                        "3.6.3", "by the wrapper",
                        "3.8.7", "by mvn",
                        "3.9.16", "by mvn",
                        "3.10.0", "by mvn",
                        "4.0.0", "by mvn")
                .entrySet()) {
            script(
                    path.resolve("mvn"),
                    "[ \"$1\" = --version ] && echo 'Apache Maven " + each.getKey() + " (abc)' && exit\n"
                            + "echo by mvn >'" + folder + "/built'");
            assertRunsAfterBuilding(each.getValue());
        }
    }

    @Test
    void sourcesNeedACompiler() throws Exception {
        Run run = run("version");
        assertEquals(1, run.exitCode());
        assertTrue(run.errors().contains("a JDK is needed to build Lurewatch, not only a JRE"), run::errors);
    }

    private void assertRunsAfterBuilding(String how) throws Exception {
        Path stamp = home.resolve("pipeline/cli/target/launcher.built");
        Files.deleteIfExists(stamp);
        Run run = run("version");
        assertEquals(how, Files.readString(folder.resolve("built")).strip());
        assertTrue(Files.exists(stamp));
        assertEquals(
                List.of("-cp", home + "/pipeline/cli/target/lurewatch.jar", "org.lurewatch.cli.Lurewatch", "version"),
                run.lastOfOutput(4));
    }

    private static String archive(Run run) {
        String option = "-XX:SharedArchiveFile=";
        String archive = run.output()
                .lines()
                .filter(line -> line.startsWith(option))
                .findFirst()
                .orElseThrow()
                .substring(option.length());
        assertTrue(Files.exists(Path.of(archive)), archive);
        return archive;
    }

    private Run run(String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(home.resolve("lurewatch").toString()), Stream.of(arguments))
                        .toList());
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("user-cache").toString());
        int exitCode = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Run(exitCode, Files.readString(out), Files.readString(err));
    }

    private static Path onThisMachine(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(each -> Path.of(each, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static Path script(Path file, String body) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Run(int exitCode, String output, String errors) {
        List<String> lastOfOutput(int lines) {
            List<String> all = output.lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }
}
