package org.lurewatch.detection.features;

/** Two parts that say more together than each by itself. */
public enum Combination {
    PAY_AND_CHAT("pay_and_chat", CombinationPart.PAY, CombinationPart.CHAT),
    PAY_AND_EASY("pay_and_easy", CombinationPart.PAY, CombinationPart.EASY),
    TRAVEL_AND_CHAT("travel_and_chat", CombinationPart.TRAVEL, CombinationPart.CHAT),
    TRAVEL_AND_EASY("travel_and_easy", CombinationPart.TRAVEL, CombinationPart.EASY);

    private final String feature;
    private final CombinationPart one;
    private final CombinationPart other;

    Combination(String feature, CombinationPart one, CombinationPart other) {
        this.feature = feature;
        this.one = one;
        this.other = other;
    }

    /** Name of its feature. */
    public String feature() {
        return feature;
    }

    public CombinationPart one() {
        return one;
    }

    public CombinationPart other() {
        return other;
    }
}
