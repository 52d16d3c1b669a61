package org.lurewatch.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.web.api.AssessSettings;
import org.lurewatch.web.api.LatePolicy;
import org.lurewatch.web.http.RequestLimits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class ApiOptionsTest {
    @Command(name = "any")
    static final class AnyCommand implements Callable<Integer> {
        @Mixin
        private ApiOptions options;

        @Override
        public Integer call() {
            return 0;
        }
    }

    private static ApiOptions parsed(String... arguments) {
        AnyCommand command = new AnyCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.options;
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        assertEquals(AssessSettings.DEFAULT, parsed().settings());
        assertEquals(RequestLimits.DEFAULT, parsed().limits());
    }

    @Test
    void whatIsSaidHolds() {
        ApiOptions said =
                parsed("--late", "fail-open", "--how-to-dispute", "Write to us.", "--requests-per-second", "7");

        assertEquals(new AssessSettings("Write to us.", LatePolicy.FAIL_OPEN), said.settings());
        assertEquals(7, said.limits().requestsPerSecond());
        assertEquals(14, said.limits().burst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--late=open", "--requests-per-second=0", "--requests-per-second=2000000000"})
    void whatCannotBeIsRefused(String argument) {
        assertThrows(ParameterException.class, () -> parsed(argument));
    }
}
