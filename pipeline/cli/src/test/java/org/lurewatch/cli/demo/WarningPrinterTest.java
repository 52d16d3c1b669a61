package org.lurewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

class WarningPrinterTest {
    @Test
    void namesASecondKindBelowTheFirst() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setOtherScamType("task_scam");
        assertEquals(
                List.of("LIKELY SCAM  0.900  advance_fee                1", "    may also be: task_scam"),
                lines(warning).subList(0, 2));
    }

    @Test
    void saysWhereNoKindIsClear() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setScamType(null);
        assertEquals(
                "LIKELY SCAM  0.900  kind not clear             1",
                lines(warning).get(0));
    }

    @Test
    void aWarningThatWasTakenBackIsOfNoKind() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setVerdict(Verdict.NO_SIGN_FOUND);
        assertEquals(
                "NO SIGN FOUND  0.900  -                          1",
                lines(warning).get(0));
    }

    private static List<String> lines(ScamWarning warning) {
        StringWriter out = new StringWriter();
        new WarningPrinter(new PrintWriter(out), Terminal.NONE).print(warning);
        return out.toString().lines().toList();
    }
}
