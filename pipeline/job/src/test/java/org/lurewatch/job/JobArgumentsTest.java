package org.lurewatch.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobArgumentsTest {
    @Test
    void valuesMayStandBehindASpaceOrAnEqualsSign() {
        JobArguments apart = JobArguments.of("--config", "job.yaml", "--metrics-port", "9249", "--verbose");
        JobArguments joined = JobArguments.of("--config=job.yaml", "--metrics-port=9249", "--verbose");
        assertEquals(new JobArguments(Optional.of(Path.of("job.yaml")), OptionalInt.of(9249), true, List.of()), apart);
        assertEquals(apart, joined);
    }

    @Test
    void aValueMayHoldAnEqualsSign() {
        assertEquals(
                Optional.of(Path.of("a=b.yaml")),
                JobArguments.of("--config=a=b.yaml").config());
    }

    @Test
    void withoutAConfigTheJobDoesNotRun() {
        assertEquals(
                List.of("Missing required option: '--config=FILE'"),
                JobArguments.of().problems());
    }

    @Test
    void helpNeedsNothingElse() {
        JobArguments help = JobArguments.of("--config", "job.yaml", "--help");
        assertTrue(help.config().isEmpty());
        assertTrue(help.problems().isEmpty());
        assertFalse(JobArguments.USAGE.isBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--config | --config needs a value",
                "--metrics-port=nine | --metrics-port must be a number, not nine",
                "--confg=job.yaml | Unknown argument: --confg=job.yaml",
                "job.yaml | Unknown argument: job.yaml"
            })
    void everyProblemIsNamed(String argument, String problem) {
        assertEquals(problem, JobArguments.of(argument).problems().get(0));
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        assertEquals(
                2, JobArguments.of("--metrics-port=x", "--other").problems().size());
    }
}
