package org.lurewatch.trainer.bench.attack;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.bench.subject.Subject;

/**
 * Honest adverts whose descriptions an attacker borrows: in the language of the posting and of another group. The
 * detector may have learnt from them, as an attacker copies from boards that anybody reads; that helps the attacker. See
 * RATIONALE.md, "Kept warnings are those that were there".
 */
public final class Donors {
    private static final String BREAK = "\n\n";

    private final Map<String, List<Subject>> byLanguage;

    public Donors(List<Subject> subjects) {
        this.byLanguage = subjects.stream()
                .filter(subject -> subject.labelled().label() == Label.LEGITIMATE)
                .filter(subject ->
                        subject.posting().text(PostingField.DESCRIPTION).isPresent())
                .collect(groupingBy(Subject::language));
    }

    /**
     * Honest text of this length, of as many adverts as it takes; empty where the language has none.
     *
     * @param length in UTF-16 units; one less where that would cut a character in two
     */
    Optional<String> text(Subject borrower, int length, SplittableRandom chance) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            Optional<String> description = description(borrower, chance);
            if (description.isEmpty()) {
                return Optional.empty();
            }
            text.append(text.isEmpty() ? "" : BREAK).append(description.get());
        }
        boolean cuts = length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
        return Optional.of(text.substring(0, cuts ? length - 1 : length));
    }

    /** That of the first advert that may lend, from anywhere in the list on. */
    private Optional<String> description(Subject borrower, SplittableRandom chance) {
        List<Subject> donors = byLanguage.getOrDefault(borrower.language(), List.of());
        int from = donors.isEmpty() ? 0 : chance.nextInt(donors.size());
        for (int i = 0; i < donors.size(); i++) {
            Subject donor = donors.get((from + i) % donors.size());
            if (!donor.labelled().group().equals(borrower.labelled().group())) {
                return donor.posting().text(PostingField.DESCRIPTION);
            }
        }
        return Optional.empty();
    }
}
