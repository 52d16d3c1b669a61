package org.lurewatch.web.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.web.http.Problem;

/**
 * What the query of a request asks for.
 *
 * @param explain how much is told of the reasons
 * @param choice the lines that decide
 * @param deadlineMillis within which an answer is wanted
 * @param remember whether the postings are also sent into the stream
 */
record AssessOptions(Explain explain, PolicyChoice choice, OptionalLong deadlineMillis, boolean remember) {
    private static final long LONGEST_DEADLINE = 60_000;
    private static final Set<String> NAMES =
            Set.of("explain", "policy", "alarmsPer1000", "baseRate", "deadlineMs", "remember");

    /** How much is told of the reasons. The members of an answer are the same. */
    enum Explain {
        /** All that {@code screen} tells. */
        FULL {
            @Override
            Assessment of(Assessment assessment) {
                return assessment;
            }
        },
        /** The decisive reasons, or the three strongest where none is decisive, and what is known besides the text. */
        BRIEF {
            @Override
            Assessment of(Assessment assessment) {
                List<Evidence> all = assessment.evidence();
                boolean anyDecisive = all.stream().anyMatch(Evidence::decisive);
                List<Evidence> shown = IntStream.range(0, all.size())
                        .filter(i -> (anyDecisive ? all.get(i).decisive() : i < SHOWN)
                                || all.get(i).quote().isEmpty())
                        .mapToObj(all::get)
                        .toList();
                return with(assessment, shown, true);
            }
        },
        /** No reasons and no questions. */
        NONE {
            @Override
            Assessment of(Assessment assessment) {
                return with(assessment, List.of(), false);
            }
        };

        private static final int SHOWN = 3;

        abstract Assessment of(Assessment assessment);

        private static Assessment with(Assessment whole, List<Evidence> evidence, boolean more) {
            return new Assessment(
                    whole.postingId(),
                    whole.source(),
                    whole.score(),
                    whole.verdict(),
                    whole.scamType(),
                    whole.otherScamType(),
                    evidence,
                    more ? whole.flip() : Optional.empty(),
                    more ? whole.questions() : List.of(),
                    whole.bundle(),
                    whole.policy(),
                    whole.thresholds(),
                    whole.language(),
                    whole.footprint(),
                    whole.notes(),
                    whole.alone(),
                    whole.unlisted());
        }
    }

    /**
     * Reads a query.
     *
     * @param bundle whose policies may be asked for
     * @throws Problem that names all that is wrong with it
     */
    static AssessOptions of(Map<String, List<String>> query, LoadedBundle bundle) {
        Reading reading = new Reading(query);
        Explain explain = reading.oneOf(
                        "explain",
                        Arrays.stream(Explain.values()).map(each -> each.name().toLowerCase(Locale.ROOT)))
                .map(code -> Explain.valueOf(code.toUpperCase(Locale.ROOT)))
                .orElse(Explain.FULL);
        String policy = reading.oneOf("policy", bundle.policies().lines().keySet().stream())
                .orElse(PolicyChoice.PLATFORM);
        OptionalDouble alarms = reading.between("alarmsPer1000", 0, 1000);
        OptionalDouble baseRate = reading.between("baseRate", 0, 1);
        OptionalLong deadline = reading.deadline();
        boolean remember = reading.oneOf("remember", Stream.of("true", "false"))
                .map(Boolean::parseBoolean)
                .orElse(false);
        reading.stop();
        PolicyChoice choice = new PolicyChoice(policy, baseRate, alarms);
        try {
            bundle.policies().choose(choice);
        } catch (IllegalArgumentException e) {
            throw problem(List.of(e.getMessage()));
        }
        return new AssessOptions(explain, choice, deadline, remember);
    }

    private static Problem problem(List<String> problems) {
        return new Problem(400, "bad-options", "Options that cannot be met", String.join("; ", problems))
                .with("problems", problems);
    }

    /** Reads values, and gathers what is wrong with them. */
    private static final class Reading {
        private final Map<String, List<String>> query;
        private final List<String> problems = new ArrayList<>();

        Reading(Map<String, List<String>> query) {
            this.query = query;
            long unknown = query.keySet().stream()
                    .filter(name -> !NAMES.contains(name))
                    .count();
            if (unknown > 0) {
                problems.add((unknown == 1 ? "one option is" : unknown + " options are") + " not known; there are "
                        + NAMES.stream().sorted().collect(Collectors.joining(", ")));
            }
        }

        private Optional<String> value(String name) {
            List<String> values = query.getOrDefault(name, List.of());
            if (values.size() > 1) {
                problems.add(name + " is given " + values.size() + " times");
                return Optional.empty();
            }
            return values.stream().findFirst();
        }

        Optional<String> oneOf(String name, Stream<String> codes) {
            List<String> known = codes.toList();
            Optional<String> value = value(name);
            if (value.isPresent() && !known.contains(value.get())) {
                problems.add(name + " is one of " + String.join(", ", known));
                return Optional.empty();
            }
            return value;
        }

        OptionalDouble between(String name, double low, double high) {
            Optional<String> value = value(name);
            if (value.isEmpty()) {
                return OptionalDouble.empty();
            }
            double number = number(value.get());
            if (number > low && number < high) {
                return OptionalDouble.of(number);
            }
            problems.add(String.format(Locale.ROOT, "%s is a number between %,.0f and %,.0f", name, low, high));
            return OptionalDouble.empty();
        }

        OptionalLong deadline() {
            Optional<String> value = value("deadlineMs");
            if (value.isEmpty()) {
                return OptionalLong.empty();
            }
            double number = number(value.get());
            if (number >= 1 && number <= LONGEST_DEADLINE && number == Math.rint(number)) {
                return OptionalLong.of((long) number);
            }
            problems.add(String.format(Locale.ROOT, "deadlineMs is a whole number from 1 to %,d", LONGEST_DEADLINE));
            return OptionalLong.empty();
        }

        private static double number(String text) {
            try {
                return text.length() > 30 ? Double.NaN : Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        void stop() {
            if (!problems.isEmpty()) {
                throw problem(problems);
            }
        }
    }
}
