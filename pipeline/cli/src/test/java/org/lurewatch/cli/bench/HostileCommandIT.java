package org.lurewatch.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.lab.Installation;

class HostileCommandIT {
    private final StringWriter out = new StringWriter();

    @Test
    void theWholeJobSaysOfItsShareWhatTheBenchSays() {
        // The ratios are for a quiet machine to hold.
        assertEquals(
                0, run("--inputs=1000", "--job-every=4", "--ratio=100000", "--ratio-per-kib=100000"), out::toString);

        assertTrue(out.toString().contains("1000 inputs, crashed 0, unaccounted 0"), out::toString);
        assertTrue(out.toString().contains("0 restarts, outcomes the same as above"), out::toString);
    }

    @Test
    void aRatioThatCannotBeHeldIsTold() {
        assertEquals(4, run("--inputs=200", "--job-every=0", "--ratio=1"), out::toString);
        assertTrue(out.toString().contains("not all of it held"), out::toString);
    }

    @Test
    void oneInputIsRunAloneAndShownHarmlessly() {
        assertEquals(0, run("--only=1999"), out::toString);
        assertTrue(out.toString().startsWith("1999  giant  "), out::toString);
        assertTrue(out.toString().chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), out::toString);
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("bench", "hostile"));
        arguments.addAll(List.of(options));
        return CommandRun.of(new Installation(Path.of("../..")), out, new StringWriter(), arguments);
    }
}
