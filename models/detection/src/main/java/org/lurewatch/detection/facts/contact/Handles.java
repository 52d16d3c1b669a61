package org.lurewatch.detection.facts.contact;

import org.lurewatch.detection.facts.words.ContactKind;

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

    /** Whether Telegram would have it as a name: five letters, digits and underscores or more, a letter first. */
    static boolean mayBeTelegram(String name) {
        boolean possible = name.length() >= 5 && name.charAt(0) >= 'a' && name.charAt(0) <= 'z';
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

    /** The handle that a messenger's link leads to. */
    static String ofLink(ContactKind kind, WebAddress link, Phones phones) {
        String path = link.plainPath();
        return switch (kind) {
            case TELEGRAM -> name(withoutPrefixes(path, "/s/", "/joinchat/", "/+", "/"));
            case LINE ->
                link.host().equals("lin.ee")
                        ? "lin.ee" + path
                        : name(withoutPrefixes(path, "/r/ti/p/", "/ti/p/", "/ti/g2/", "/ti/g/", "/"));
            case WHATSAPP -> whatsApp(link, path, phones);
            case ZALO -> zalo(path, phones);
            default -> link.host() + path;
        };
    }

    private static String whatsApp(WebAddress link, String path, Phones phones) {
        int query = link.path().indexOf("phone=");
        String number = digits(query >= 0 ? link.path().substring(query + 6) : withoutPrefixes(path, "/"));
        if (number.length() >= 7) {
            return phones.handle(new PhoneRun(number, true, false, false, 1, 0, 0), null);
        }
        String rest = withoutPrefixes(path, "/");
        return link.host().startsWith("chat.") ? "group/" + rest : rest;
    }

    private static String zalo(String path, Phones phones) {
        String rest = withoutPrefixes(path, "/");
        String number = digits(rest);
        return number.length() >= 9
                ? phones.handle(new PhoneRun(number, number.startsWith("84"), false, false, 1, 0, 0), "VN")
                : rest;
    }

    /** The digits that a text begins with. */
    private static String digits(String text) {
        int end = text.startsWith("+") ? 1 : 0;
        int start = end;
        while (end < text.length() && end < 17 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return text.substring(start, end);
    }

    private static String withoutPrefixes(String path, String... prefixes) {
        for (String prefix : prefixes) {
            if (path.startsWith(prefix)) {
                return path.substring(prefix.length());
            }
        }
        return path;
    }
}
