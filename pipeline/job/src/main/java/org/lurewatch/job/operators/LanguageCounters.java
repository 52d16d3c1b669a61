package org.lurewatch.job.operators;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.lurewatch.detection.trends.Languages;

/**
 * How many postings of each language were assessed and warned of, since the task started: {@code
 * language.CODE.assessed} and {@code language.CODE.warned}. The languages come from the closed set of {@link Languages},
 * and the counters of one are registered when the first posting in it comes.
 */
final class LanguageCounters {
    private static final String LANGUAGE = "language";

    private final MetricGroup group;
    private final Map<String, Pair> byLanguage = new HashMap<>();

    private record Pair(Counter assessed, Counter warned) {}

    LanguageCounters(MetricGroup group) {
        this.group = group;
    }

    /** @param language as in a footprint */
    void count(String language, boolean warned) {
        Pair counters = byLanguage.get(language);
        if (counters == null) {
            counters = byLanguage.computeIfAbsent(Languages.counted(language), this::register);
        }
        counters.assessed().inc();
        if (warned) {
            counters.warned().inc();
        }
    }

    private Pair register(String counted) {
        MetricGroup own = group.addGroup(LANGUAGE, counted);
        return new Pair(own.counter("assessed"), own.counter("warned"));
    }
}
