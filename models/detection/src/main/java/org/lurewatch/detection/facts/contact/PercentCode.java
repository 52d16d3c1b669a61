package org.lurewatch.detection.facts.contact;

/** Undoes the percent code of addresses, as far as ASCII goes: {@code %2B} is a plus, {@code %40} an at sign. */
final class PercentCode {

    private PercentCode() {}

    /** In lower case, as the text is; whatever is no code stays as it is. */
    static String decoded(String written) {
        if (written.indexOf('%') < 0) {
            return written;
        }
        StringBuilder plain = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            int value = written.charAt(i) == '%' && i + 2 < written.length()
                    ? 16 * Character.digit(written.charAt(i + 1), 16) + Character.digit(written.charAt(i + 2), 16)
                    : -1;
            boolean ascii = value >= ' ' && value < 0x7f && Character.digit(written.charAt(i + 2), 16) >= 0;
            plain.append(ascii ? Character.toLowerCase((char) value) : written.charAt(i));
            i += ascii ? 2 : 0;
        }
        return plain.toString();
    }
}
