package org.lurewatch.detection.assess;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of fake offer, named as FTC, BBB, UNODC and ILO name them. */
public enum ScamType {
    COMPOUND_TRAFFICKING,
    TRAFFICKING_MARKET_POST,
    ILLEGAL_GAMBLING_FRONT,
    ILLEGAL_MIGRANT_BROKER,
    ADVANCE_FEE,
    TASK_SCAM,
    MONEY_MULE,
    PARCEL_RESHIPPING,
    IDENTITY_THEFT,
    GHOST_EMPLOYER,
    IMPERSONATED_EMPLOYER,
    MLM_PAID_COURSE,
    SEXUAL_EXPLOITATION_DECOY,
    FAKE_CHECK_EQUIPMENT,
    INVESTMENT_BAIT;

    /** The code on the wire, for example {@code task_scam}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this code, if there is one. */
    public static Optional<ScamType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
