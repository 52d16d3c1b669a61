package org.lurewatch.trainer.bench.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.bench.subject.Subject;

/**
 * Honest adverts whose texts an attacker borrows: of another group, in the same language where there are enough, and
 * unseen by the detector that is attacked.
 */
public final class Donors {
    private static final int FEWEST = 5;
    private static final int TRIES = 40;

    /**
     * What donors must share with the posting that borrows.
     *
     * @param detector has seen neither
     * @param language without script and region; empty for all languages
     */
    private record Key(Detector detector, String language) {}

    private final Map<Key, List<Subject>> byKey = new HashMap<>();

    public Donors(List<Subject> subjects) {
        List<Subject> honest = subjects.stream()
                .filter(subject -> subject.labelled().label() == Label.LEGITIMATE)
                .toList();
        byKey.putAll(honest.stream()
                .collect(Collectors.groupingBy(subject -> new Key(subject.detector(), subject.language()))));
        byKey.putAll(honest.stream().collect(Collectors.groupingBy(subject -> new Key(subject.detector(), ""))));
    }

    /** An honest posting's text of this field, or nothing where few have one. */
    Optional<String> text(Subject borrower, PostingField field, SplittableRandom chance) {
        List<Subject> same = byKey.getOrDefault(new Key(borrower.detector(), borrower.language()), List.of());
        return text(same.size() < FEWEST ? List.of() : same, borrower, field, chance)
                .or(() ->
                        text(byKey.getOrDefault(new Key(borrower.detector(), ""), List.of()), borrower, field, chance));
    }

    private static Optional<String> text(
            List<Subject> from, Subject borrower, PostingField field, SplittableRandom chance) {
        for (int i = 0; i < TRIES && !from.isEmpty(); i++) {
            Subject donor = TextAttack.pick(from, chance);
            Optional<String> text = donor.posting().text(field);
            if (text.isPresent()
                    && !donor.labelled().group().equals(borrower.labelled().group())) {
                return text;
            }
        }
        return Optional.empty();
    }
}
