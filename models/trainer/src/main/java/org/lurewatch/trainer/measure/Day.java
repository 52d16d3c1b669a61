package org.lurewatch.trainer.measure;

import java.util.List;
import java.util.Optional;

/**
 * A day at the line: scams as easily found as those of one file, among everyday adverts.
 *
 * @param file whose scams
 * @param expected by the figures as they were measured
 * @param atBest with as few false alarms as the interval of everyday adverts allows
 * @param atWorst with as many
 */
record Day(String file, Workload expected, Workload atBest, Workload atWorst) {

    /** One day for each file with scams. */
    static List<Day> of(List<Slice> files, Slice everyday, Assumptions terms) {
        Optional<Interval> falseAlarms = everyday.figure(Figure.HONEST_WARNED);
        return files.stream()
                .flatMap(file -> file
                        .figure(Figure.SCAMS_WARNED)
                        .flatMap(recall -> falseAlarms.map(alarms -> of(file.name(), recall, alarms, terms)))
                        .stream())
                .toList();
    }

    private static Day of(String file, Interval recall, Interval falseAlarms, Assumptions terms) {
        return new Day(
                file,
                Workload.of(recall.estimate(), falseAlarms.estimate(), terms),
                Workload.of(recall.estimate(), falseAlarms.low(), terms),
                Workload.of(recall.estimate(), falseAlarms.high(), terms));
    }
}
