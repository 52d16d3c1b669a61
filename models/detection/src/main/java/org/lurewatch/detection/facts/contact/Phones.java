package org.lurewatch.detection.facts.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Brings phone numbers to one spelling: E.164 where the country is known, else digits. One for each text. */
final class Phones {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int FEWEST_DIGITS = 7;
    /** A text may hold thousands of digit runs; past this many they are compared as they are written. */
    private static final int MOST_PARSED = 16;

    private final String region;
    private int parsed;

    Phones(String region) {
        this.region = region;
    }

    /** The spelling by which the number is compared; empty where it is masked or too short. */
    String handle(PhoneRun run, String ownRegion) {
        if (run.masked() || run.digits().length() < FEWEST_DIGITS) {
            return "";
        }
        if (run.international()) {
            String number = parse("+" + run.digits(), null, false);
            return number == null ? "+" + run.digits() : number;
        }
        String number = parse(run.digits(), ownRegion == null ? region : ownRegion, true);
        return number == null ? run.digits() : number;
    }

    /** Whether the digits are a number of the region in which the text is read. */
    boolean isNumberOfRegion(PhoneRun run) {
        return region != null && parse(run.digits(), region, true) != null;
    }

    private String parse(String number, String in, boolean mustBeValid) {
        if ((in == null && !number.startsWith("+")) || parsed >= MOST_PARSED) {
            return null;
        }
        parsed++;
        try {
            PhoneNumber parsedNumber = LIBRARY.parse(number, in);
            boolean good = mustBeValid ? LIBRARY.isValidNumber(parsedNumber) : LIBRARY.isPossibleNumber(parsedNumber);
            return good ? LIBRARY.format(parsedNumber, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }
}
