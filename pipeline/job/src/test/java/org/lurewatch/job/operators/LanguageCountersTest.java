package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageCountersTest {
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final LanguageCounters counters = new LanguageCounters(metrics);

    @Test
    void countsAlarmsByLanguage() {
        counters.count("zh", true);
        counters.count("zh", false);
        counters.count("und-Khmr", false);

        assertEquals(
                Map.of(
                        "language.zh.assessed", 2L,
                        "language.zh.warned", 1L,
                        "language.und-Khmr.assessed", 1L,
                        "language.und-Khmr.warned", 0L),
                metrics.counts());
    }

    @Test
    void whatAPostingNamesAsItsLanguageMakesNoNewName() {
        for (int i = 0; i < 1000; i++) {
            counters.count("no language " + i, true);
        }

        assertEquals(Map.of("language.other.assessed", 1000L, "language.other.warned", 1000L), metrics.counts());
        assertTrue(metrics.counts().keySet().stream().noneMatch(name -> name.contains("no language")));
    }
}
