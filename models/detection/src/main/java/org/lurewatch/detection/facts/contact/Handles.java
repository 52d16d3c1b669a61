package org.lurewatch.detection.facts.contact;

/** One spelling for each handle, whatever way it was written. */
final class Handles {

    private Handles() {}

    /** A name in a messenger: no at sign, no closing dots. */
    static String name(String written) {
        int start = 0;
        int end = written.length();
        while (start < end && (written.charAt(start) == '@' || written.charAt(start) == '~')) {
            start++;
        }
        while (end > start && (written.charAt(end - 1) == '.' || written.charAt(end - 1) == '-')) {
            end--;
        }
        return written.substring(start, end);
    }

    /** Whether Telegram would have it as a name: five letters, digits and underscores or more, a letter first
     * and no underscore last.
     */
    static boolean mayBeTelegram(String name) {
        boolean possible = name.length() >= 5 && name.charAt(0) >= 'a' && name.charAt(0) <= 'z' && !name.endsWith("_");
        for (int i = 0; possible && i < name.length(); i++) {
            char c = name.charAt(i);
            possible = c != '.' && c != '-';
        }
        return possible;
    }

    /** A mailbox; the dots and tags that Gmail passes over are dropped. Empty where the name is masked. */
    static String mailbox(String localPart, String domain) {
        if (isMasked(localPart)) {
            return "";
        }
        boolean gmail = domain.equals("gmail.com") || domain.equals("googlemail.com");
        if (!gmail) {
            return localPart + "@" + domain;
        }
        int tag = localPart.indexOf('+');
        String untagged = tag > 0 ? localPart.substring(0, tag) : localPart;
        return untagged.replace(".", "") + "@gmail.com";
    }

    static boolean isMasked(String localPart) {
        for (int i = 0; i < localPart.length(); i++) {
            char c = localPart.charAt(i);
            if (c != 'x' && c != '*' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
