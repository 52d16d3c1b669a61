package org.lurewatch.detection.features;

import java.util.Optional;
import org.lurewatch.detection.phrases.Signal;

/** What a phrase or a fact can contribute to a {@link Combination}. */
public enum CombinationPart {
    /** Pay far above what is usual. */
    PAY,
    /** The contact is a private chat. */
    CHAT,
    /** No skill is asked for. */
    EASY,
    /** Travel or visa are arranged. */
    TRAVEL;

    /** The part of phrases with this signal; facts have theirs in {@link FactSignal}. */
    public static Optional<CombinationPart> of(Signal signal) {
        return switch (signal) {
            case HIGH_PAY_EASY -> Optional.of(PAY);
            case MESSAGING_ONLY_CONTACT -> Optional.of(CHAT);
            case NO_SKILL -> Optional.of(EASY);
            case TRAVEL_LODGING_BUNDLE, VISA_PASSPORT_HANDLED -> Optional.of(TRAVEL);
            default -> Optional.empty();
        };
    }
}
