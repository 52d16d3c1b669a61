package org.lurewatch.detection.phrases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a phrase of the lexicon points to, with the published indicator that it rests on. */
public enum Signal {
    HIGH_PAY_EASY("C01", Strength.USEFUL),
    NO_SKILL("C02", Strength.USEFUL),
    TRAVEL_LODGING_BUNDLE("C03", Strength.WEAK),
    VISA_PASSPORT_HANDLED("C04", Strength.USEFUL),
    DECOY_ROLE("C05", Strength.WEAK),
    GAMBLING_CONTEXT("C07", Strength.USEFUL),
    TRADE_SLANG("C08", Strength.STRONG),
    MESSAGING_ONLY_CONTACT("C09", Strength.USEFUL),
    VAGUE_COMPANY("C10", Strength.USEFUL),
    DEBT_OK_ADVANCE("C11", Strength.STRONG),
    REASSURANCE("C12", Strength.STRONG),
    URGENCY("C13", Strength.WEAK),
    AGE_SEX_LIMIT("C14", Strength.WEAK),
    ILLEGAL_ROUTE("C16", Strength.STRONG),
    REFERRAL_BOUNTY("C17", Strength.USEFUL),
    CRYPTO_PAY("C18", Strength.USEFUL),
    PERSON_SALE("C21", Strength.STRONG),
    FEE_DEPOSIT("O01", Strength.STRONG),
    TASK_SCAM("O03", Strength.STRONG),
    MONEY_MULE("O07", Strength.STRONG),
    PARCEL_RESHIPPING("O08", Strength.STRONG),
    IDENTITY_DOCS("O09", Strength.USEFUL),
    SECRECY("O13", Strength.USEFUL),
    MLM("O14", Strength.USEFUL),
    /** Lowers suspicion: a named employer, a vacancy number, statutory benefits. */
    LEGIT_CHANNEL("", Strength.REASSURING),
    /** The text speaks about scams: victims, police, hotlines. */
    WARNING_CONTEXT("", Strength.CONTEXT),
    /** A place, country or nationality: found only so that it can be masked. Never scored. */
    PLACE("", Strength.NONE);

    /** How much a signal says by itself. */
    public enum Strength {
        /** Rarely seen in honest adverts. */
        STRONG,
        /** Says something together with others. */
        USEFUL,
        /** Never reaches a warning by itself or with other weak ones. */
        WEAK,
        /** Speaks for the employer. */
        REASSURING,
        /** Says what kind of text it is. */
        CONTEXT,
        /** Says nothing. */
        NONE
    }

    private final String indicator;
    private final Strength strength;

    Signal(String indicator, Strength strength) {
        this.indicator = indicator;
        this.strength = strength;
    }

    /** The name in the lexicon and on the wire, for example {@code fee_deposit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Id of the published indicator, or the empty string. */
    public String indicator() {
        return indicator;
    }

    public Strength strength() {
        return strength;
    }

    /** Whether it speaks for a scam. */
    public boolean isSuspicious() {
        return switch (strength) {
            case STRONG, USEFUL, WEAK -> true;
            case REASSURING, CONTEXT, NONE -> false;
        };
    }

    /** The signal with this code, if there is one. */
    public static Optional<Signal> ofCode(String code) {
        return Arrays.stream(values())
                .filter(signal -> signal.code().equals(code))
                .findFirst();
    }
}
