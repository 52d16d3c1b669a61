package org.lurewatch.detection.facts.words;

import java.util.Locale;
import java.util.Optional;

/** What a word of the table can mean in a text; a word may have several roles. */
public enum Role {
    CURRENCY,
    /** A letter that names a currency only where it touches the figure: P50,000. */
    GLUED_CURRENCY,
    /** A word that names a currency only behind a figure and where pay is spoken of: 4500 lei, 550 000 Ft. */
    CURRENCY_BEHIND,
    /** Multiplies all that stands before it: two hundred thousand. */
    SCALE,
    /** Multiplies the last figure only, so that several can follow each other: 3 hundred 2 ten. */
    DIGIT_SCALE,
    /** May stand before its figure: elfu hamsini. */
    SCALE_FIRST,
    NUMERAL,
    /** Indonesian belas: adds ten. */
    BELAS,
    HALF,
    /** An amount of its own: over ten thousand. */
    AMOUNT,
    /** Between the two ends of a range; not looked for by itself. */
    TO,
    BETWEEN,
    /** Between the ends of a range that a word has announced; not looked for by itself. */
    AND,
    TIME,
    PERIOD,
    PAY,
    NOT_PAY,
    /** Says of a period beside it that pay can come so, and not that it does: weekly possible. */
    POSSIBLE,
    COUNTED,
    /** What grammar hangs on the names that the table marks with an asterisk; no word by itself. */
    ENDING,
    MESSENGER,
    /** An everyday word that means a messenger only beside a handle or behind "add". */
    WEAK_MESSENGER,
    ADD,
    ID,
    SAME_NUMBER,
    PHONE,
    /** Says that the digits behind it number a document, a firm or a vacancy. */
    DOCUMENT_NUMBER,
    /** A name that many can be called by, such as "admin"; not looked for by itself. */
    NOBODYS_NAME,
    /** A messenger's host name; not looked for by itself. */
    HOST,
    /** The scheme of a messenger's own links, as in {@code tg://}; not looked for by itself. */
    SCHEME,
    SPACED_HOST,
    TLD,
    MASKED,
    /** A domain of free mailboxes; not looked for by itself. */
    FREE_MAIL,
    FEE,
    NO,
    EMPLOYER_PAYS,
    AGE,
    AGE_UNIT,
    AGE_MAX,
    AGE_MIN,
    SEX,
    ONLY,
    /** Travel: an air ticket. */
    TRAVEL,
    VISA,
    /** A proof of identity. */
    DOCUMENT,
    /** Says that the employer provides what stands beside it; looked for only there. */
    PROVIDED,
    /** Says that the applicant is to hand in what stands beside it; looked for only there. */
    HAND_IN;

    int bit() {
        return ordinal();
    }

    /** Whether the scan looks for it; the others are looked up where they are expected. */
    boolean scanned() {
        return switch (this) {
            case TO, AND, ENDING, HOST, SCHEME, NOBODYS_NAME, FREE_MAIL, PROVIDED, HAND_IN -> false;
            default -> true;
        };
    }

    static Optional<Role> ofName(String name) {
        for (Role role : values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
