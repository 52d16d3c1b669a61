package org.lurewatch.desk.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;

class OutputFilterTest {
    private static final Traits TRAITS = new Traits(
            List.of("zh-Hant", "en"),
            Optional.of("task_scam"),
            Optional.of(Verdict.LIKELY_SCAM),
            List.of("board", "chat"));

    @Test
    void anythingFitsNoFilter() {
        assertTrue(OutputFilter.ALL.accepts(TRAITS));
        assertTrue(OutputFilter.ALL.accepts(new Traits(List.of(), Optional.empty(), Optional.empty(), List.of())));
    }

    @Test
    void everyFilterMustFitByOneOfItsValues() {
        assertTrue(filter(Set.of("en", "fr"), Set.of(ScamType.TASK_SCAM), Set.of(Verdict.LIKELY_SCAM), Set.of("chat"))
                .accepts(TRAITS));
        assertFalse(filter(Set.of("fr"), Set.of(), Set.of(), Set.of()).accepts(TRAITS));
        assertFalse(filter(Set.of(), Set.of(ScamType.MONEY_MULE), Set.of(), Set.of())
                .accepts(TRAITS));
        assertFalse(filter(Set.of(), Set.of(), Set.of(Verdict.UNSURE), Set.of()).accepts(TRAITS));
        assertFalse(filter(Set.of(), Set.of(), Set.of(), Set.of("news")).accepts(TRAITS));
        assertFalse(filter(Set.of("en"), Set.of(), Set.of(), Set.of("news")).accepts(TRAITS));
    }

    @Test
    void aLanguageIsFittedByItsScriptsAndNotByOneThatBeginsLikeIt() {
        OutputFilter chinese = filter(Set.of("zh"), Set.of(), Set.of(), Set.of());
        assertTrue(chinese.accepts(TRAITS));
        OutputFilter filipino = filter(Set.of("fi"), Set.of(), Set.of(), Set.of());
        assertFalse(filipino.accepts(new Traits(List.of("fil"), Optional.empty(), Optional.empty(), List.of())));
    }

    @Test
    void aWarningWhoseLanguageIsNotClearIsFoundByUnd() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setLanguage(null);
        assertTrue(filter(Set.of("und"), Set.of(), Set.of(), Set.of()).accepts(OutputType.WARNINGS.traits(warning)));
    }

    @Test
    void aTrendIsFoundByWhatItCounts() {
        Traits ofLanguage = OutputType.TRENDS.traits(trend(TrendDimension.LANGUAGE, "en"));
        Traits ofKind = OutputType.TRENDS.traits(trend(TrendDimension.SCAM_TYPE, "task_scam"));
        assertTrue(filter(Set.of("en"), Set.of(), Set.of(), Set.of()).accepts(ofLanguage));
        assertFalse(filter(Set.of("en"), Set.of(), Set.of(), Set.of()).accepts(ofKind));
        assertTrue(
                filter(Set.of(), Set.of(ScamType.TASK_SCAM), Set.of(), Set.of()).accepts(ofKind));
        assertEquals(
                "1970-01-01T00:00:00Z/24h/LANGUAGE/en", OutputType.TRENDS.key(trend(TrendDimension.LANGUAGE, "en")));
    }

    private static Trend trend(TrendDimension dimension, String value) {
        return new Trend(Instant.EPOCH, 24, dimension, value, 3L, 2L, 1L, 1);
    }

    private static OutputFilter filter(
            Set<String> languages, Set<ScamType> types, Set<Verdict> verdicts, Set<String> sources) {
        return new OutputFilter(languages, types, verdicts, sources);
    }
}
