package org.lurewatch.detection.facts.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.detection.facts.words.Letters;

/**
 * The calling code that a telephone number was written with, by the table of libphonenumber.
 *
 * @param code as ITU-T E.164 has it, such as 49
 * @param region two-letter code of the number's country; empty where countries share the code and the number does not tell
 */
public record CallingCode(int code, Optional<String> region) {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private static final Set<String> REGIONS = LIBRARY.getSupportedRegions();

    /** What the library has for numbers of no country, such as those of satellites. */
    private static final String NO_COUNTRY = PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY;

    /**
     * The code of a contact, whichever messenger the number belongs to; nothing where it is no number, or was written
     * without a code and only read by the country of the posting.
     *
     * @param text the comparable text that the contact was read from
     */
    public static Optional<CallingCode> of(Contact contact, String text) {
        if (!contact.handle().startsWith("+")) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = LIBRARY.parse(contact.handle(), null);
            List<String> sharing = LIBRARY.getRegionCodesForCountryCode(number.getCountryCode());
            return sharing.contains(NO_COUNTRY) || !isWrittenWithCode(contact, text, number.getCountryCode())
                    ? Optional.empty()
                    : Optional.of(new CallingCode(number.getCountryCode(), region(number, sharing)));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Calling code of a country by its two-letter code; 0 where it has none. */
    public static int ofRegion(String region) {
        return REGIONS.contains(region) ? LIBRARY.getCountryCodeForRegion(region) : 0;
    }

    /** Whether the text has the whole number; a nought that is dialled at home may stand behind the code. */
    private static boolean isWrittenWithCode(Contact contact, String text, int code) {
        StringBuilder digits = new StringBuilder();
        for (int i = contact.start(); i < contact.end(); i++) {
            int digit = Letters.digit(text.charAt(i));
            if (digit >= 0) {
                digits.append(digit);
            }
        }
        int start = digits.indexOf("00") == 0 ? 2 : 0;
        String whole = contact.handle().substring(1);
        String withNought = code + "0" + whole.substring(Integer.toString(code).length());
        return digits.indexOf(whole, start) == start || digits.indexOf(withNought, start) == start;
    }

    private static Optional<String> region(PhoneNumber number, List<String> sharing) {
        return sharing.size() == 1
                ? Optional.of(sharing.get(0))
                : Optional.ofNullable(LIBRARY.getRegionCodeForNumber(number));
    }
}
