package org.lurewatch.desk.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.schemas.ScamWarning;

class OutputCsvTest {
    private static final int POSTING_ID = List.of(
                    OutputCsv.header(OutputType.WARNINGS).replace("\"", "").split(","))
            .indexOf("postingId");

    @Test
    void aWarningIsALineUnderTheNamesOfItsFields() {
        assertTrue(
                OutputCsv.header(OutputType.WARNINGS).startsWith("\"assessedAt\",\"verdict\",\"score\",\"scamType\","));
        assertTrue(
                OutputCsv.line(OutputType.WARNINGS, ExampleWarnings.warning())
                        .startsWith(
                                "\"2026-11-20T09:00:00Z\",\"LIKELY_SCAM\",\"0.9\",\"advance_fee\",\"\",\"board\",\"1\","),
                OutputCsv.line(OutputType.WARNINGS, ExampleWarnings.warning()));
    }

    @Test
    void noValueIsAFormula() {
        for (String text : List.of("=1+1", "+60 11", "-2", "@handle", "  =1", "＝1", "\t=1")) {
            String cell = OutputCsv.cell(text);
            assertTrue(cell.startsWith("'") || cell.startsWith("\\t"), cell);
        }
        assertEquals("-2.0E-5", OutputCsv.cell(-2.0E-5), "a number stays one");
        assertEquals("1 = 1", OutputCsv.cell("1 = 1"));
        assertEquals("", OutputCsv.cell(null));
    }

    @Property
    void whateverAnAdvertSaysComesBackAsOneValueOfOneHarmlessLine(@ForAll String text) {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setPostingId(text);
        String line = OutputCsv.line(OutputType.WARNINGS, warning);
        assertFalse(line.chars().anyMatch(unit -> unit < ' '), line);
        List<String> read =
                CsvReader.builder().ofCsvRecord(line).iterator().next().getFields();
        assertEquals(OutputType.WARNINGS.columns().size(), read.size());
        assertEquals(OutputCsv.cell(text), read.get(POSTING_ID));
    }
}
