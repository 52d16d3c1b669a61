package org.lurewatch.detection.deployment;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides when a bundle that has only just begun to decide is to be taken back, by comparing how often it warns with
 * the bundle before it.
 */
public final class VetoRule {
    /** Where fewer alarms were to be expected, their number is left to chance and not judged. */
    static final long FEWEST_EXPECTED = 20;

    private VetoRule() {}

    /**
     * Why the new bundle is to be taken back; empty where it is not.
     *
     * @param fresh what the new bundle has decided, by language
     * @param former what the bundle before it has decided, by language; nothing where there is no memory of it
     */
    public static Optional<String> veto(
            Map<String, AlarmCount> fresh, Map<String, AlarmCount> former, VetoLimits limits) {
        AlarmCount all = total(fresh);
        AlarmCount before = total(former);
        Optional<String> tooMany = tooMany("of all postings", all, before, limits);
        if (tooMany.isPresent()) {
            return tooMany;
        }
        for (Map.Entry<String, AlarmCount> each : new TreeMap<>(fresh).entrySet()) {
            AlarmCount same = former.getOrDefault(each.getKey(), AlarmCount.NONE);
            Optional<String> ofLanguage = tooMany(
                    "of postings in " + each.getKey(),
                    each.getValue(),
                    same.postings() >= limits.minPostings() ? same : before,
                    limits);
            if (ofLanguage.isPresent()) {
                return ofLanguage;
            }
        }
        return tooFew(all, before, limits);
    }

    private static Optional<String> tooMany(String which, AlarmCount fresh, AlarmCount former, VetoLimits limits) {
        double most = Math.max(limits.maxAlarmRate(), limits.maxRatio() * former.rate());
        return fresh.postings() >= limits.minPostings() && fresh.rate() > most
                ? Optional.of(described(which, fresh) + ", more than " + percent(most))
                : Optional.empty();
    }

    /**
     * Judges too few alarms only where the former bundle would have warned of so many that chance does not explain
     * their absence.
     */
    private static Optional<String> tooFew(AlarmCount fresh, AlarmCount former, VetoLimits limits) {
        boolean judged = fresh.postings() >= limits.minPostings()
                && former.warned() >= FEWEST_EXPECTED
                && former.rate() * fresh.postings() >= FEWEST_EXPECTED;
        double least = former.rate() / limits.maxRatio();
        return judged && fresh.rate() < least
                ? Optional.of(described("of all postings", fresh) + ", fewer than " + percent(least))
                : Optional.empty();
    }

    private static AlarmCount total(Map<String, AlarmCount> byLanguage) {
        long postings = 0;
        long warned = 0;
        for (AlarmCount each : byLanguage.values()) {
            postings += each.postings();
            warned += each.warned();
        }
        return new AlarmCount(postings, warned);
    }

    private static String described(String which, AlarmCount count) {
        return "it warns of " + percent(count.rate()) + " " + which + " (" + count.warned() + " of " + count.postings()
                + ")";
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * rate);
    }
}
