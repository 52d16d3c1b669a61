package org.lurewatch.detection.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.campaign.Standing;

/**
 * What reviewers have said of one posting or campaign.
 *
 * @param opinions the newest of each reviewer, at most {@link #MOST_OPINIONS}, in the order in which they came
 */
public record TargetMemory(List<Opinion> opinions) {
    /** Where more reviewers have spoken, the newest opinions decide. */
    public static final int MOST_OPINIONS = 16;

    public static final TargetMemory EMPTY = new TargetMemory(List.of());

    public TargetMemory {
        opinions = List.copyOf(opinions);
    }

    TargetMemory with(Opinion opinion) {
        List<Opinion> more = new ArrayList<>(opinions);
        more.removeIf(earlier -> earlier.reviewer().equals(opinion.reviewer()));
        more.add(opinion);
        return new TargetMemory(more.subList(Math.max(0, more.size() - MOST_OPINIONS), more.size()));
    }

    /** The standing that follows: that of the majority of opinions that count, or a dispute in case of a tie. */
    public Standing standing() {
        Map<Judgement, Integer> votes = new EnumMap<>(Judgement.class);
        for (Opinion opinion : opinions) {
            if (opinion.alone() || hasASecond(opinion)) {
                votes.merge(opinion.judgement(), 1, Integer::sum);
            }
        }
        int most = votes.values().stream().max(Integer::compare).orElse(0);
        List<Judgement> leading = votes.keySet().stream()
                .filter(judgement -> votes.get(judgement) == most)
                .toList();
        return switch (leading.size()) {
            case 0 -> Standing.OPEN;
            case 1 -> leading.get(0).standing();
            default -> Standing.DISPUTED;
        };
    }

    private boolean hasASecond(Opinion opinion) {
        return opinions.stream()
                .anyMatch(other ->
                        !other.reviewer().equals(opinion.reviewer()) && other.judgement() == opinion.judgement());
    }
}
