package org.lurewatch.detection.facts.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
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

    /** Whether nothing says in which country a number without a country code is dialled. */
    boolean isRegionUnknown() {
        return region == null;
    }

    /** The spelling by which the number is compared; empty where it is masked or too short. */
    String handle(PhoneRun run, String ownRegion) {
        if (run.masked() || run.digits().length() < FEWEST_DIGITS) {
            return "";
        }
        if (run.international()) {
            PhoneNumber number = parse("+" + run.digits(), null);
            return number != null && LIBRARY.isPossibleNumber(number) ? e164(number) : run.digits();
        }
        PhoneNumber number = parse(run.digits(), ownRegion == null ? region : ownRegion);
        return number != null && LIBRARY.isValidNumber(number) ? e164(number) : run.digits();
    }

    /** Whether a number with a country code may exist. */
    boolean isPossible(PhoneRun run) {
        PhoneNumber number = run.international() ? parse("+" + run.digits(), null) : null;
        return number != null && LIBRARY.isPossibleNumber(number);
    }

    /**
     * Whether the digits are a number of the region in which the text is read, and written as its people write them: with
     * the nought that is dialled first, where one is, or as a mobile number, or in groups.
     */
    boolean isWrittenAsInRegion(PhoneRun run) {
        PhoneNumber number = region == null ? null : parse(run.digits(), region);
        if (number == null || !LIBRARY.isValidNumber(number)) {
            return false;
        }
        boolean trunkNought = "0".equals(LIBRARY.getNddPrefixForRegion(region, true));
        boolean nought = run.digits().startsWith("0");
        boolean mobile = LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE;
        return nought || (run.parts() != 2 && (mobile || (!trunkNought && run.parts() > 2)));
    }

    private static String e164(PhoneNumber number) {
        return LIBRARY.format(number, PhoneNumberFormat.E164);
    }

    private PhoneNumber parse(String number, String in) {
        if ((in == null && !number.startsWith("+")) || parsed >= MOST_PARSED) {
            return null;
        }
        parsed++;
        try {
            return LIBRARY.parse(number, in);
        } catch (NumberParseException notANumber) {
            return null;
        }
    }
}
