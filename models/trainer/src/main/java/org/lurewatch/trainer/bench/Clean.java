package org.lurewatch.trainer.bench;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.bench.subject.Subject;

/** What detectors decide about postings as they are. */
final class Clean {
    private static final double RATE = 0.001;

    private final Map<Subject, BenchVerdict> outcomes = new IdentityHashMap<>();
    private final double line;

    Clean(List<Subject> subjects) {
        List<BenchVerdict> inOrder = subjects.parallelStream()
                .map(subject -> BenchVerdict.of(subject.detector(), subject.posting()))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            outcomes.put(subjects.get(i), inOrder.get(i));
        }
        line = strongestHonest(subjects);
    }

    BenchVerdict of(Subject subject) {
        return outcomes.get(subject);
    }

    /** The score that one in a thousand honest adverts of the files without scams exceeds; 1 without such files. */
    double line() {
        return line;
    }

    private double strongestHonest(List<Subject> subjects) {
        Set<String> withScams = new HashSet<>();
        subjects.stream()
                .filter(subject -> subject.labelled().label() == Label.SCAM)
                .forEach(subject -> withScams.add(subject.file()));
        double[] sorted = subjects.stream()
                .filter(subject ->
                        subject.labelled().label() == Label.LEGITIMATE && !withScams.contains(subject.file()))
                .mapToDouble(subject -> of(subject).score())
                .sorted()
                .toArray();
        return sorted.length == 0 ? 1 : sorted[sorted.length - 1 - (int) (RATE * sorted.length)];
    }
}
