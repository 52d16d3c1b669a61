package org.lurewatch.detection.facts.contact;

/**
 * A web address or mailbox as it stands in a text.
 *
 * @param host lower case, without "www."; empty where there is none
 * @param path with its leading slash, query included; empty where there is none
 * @param start first unit
 * @param end one past the last unit
 */
record WebAddress(String host, String path, int start, int end) {
    private static final int LONGEST_SCHEME = 12;
    private static final int LONGEST_HOST = 100;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_LOCAL_PART = 64;

    /** The address whose "://" stands here. */
    static WebAddress afterScheme(String text, int colon) {
        return fromHost(text, colon - scheme(text, colon).length(), colon + 3);
    }

    /** The address whose top-level domain stands at this dot. */
    static WebAddress aroundDot(String text, int dot) {
        int start = dot;
        while (start > 0 && dot - start < LONGEST_HOST && isHost(text.charAt(start - 1))) {
            start--;
        }
        return fromHost(text, start, start);
    }

    static WebAddress fromHost(String text, int start, int hostStart) {
        int hostEnd = hostEnd(text, hostStart);
        int end = hostEnd;
        if (end < text.length() && (text.charAt(end) == '/' || text.charAt(end) == '?' || text.charAt(end) == ':')) {
            while (end < text.length()
                    && end - hostEnd < LONGEST_PATH
                    && isPath(text.charAt(end))
                    && !isLinkText(text, end)) {
                end++;
            }
            while (end > hostEnd && isClosing(text.charAt(end - 1))) {
                end--;
            }
        }
        String host = text.substring(hostStart, hostEnd);
        return new WebAddress(
                host.startsWith("www.") ? host.substring(4) : host, text.substring(hostEnd, end), start, end);
    }

    /** The letters before "://", which stand at the start of the address; empty where there is no scheme. */
    static String scheme(String text, int colon) {
        int start = colon;
        while (start > 0 && colon - start < LONGEST_SCHEME && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, colon);
    }

    /** The value of a parameter of the query; empty where there is none. */
    String parameter(String name) {
        int from = path.indexOf('?');
        while (from >= 0) {
            int equals = from + 1 + name.length();
            if (path.startsWith(name + "=", from + 1)) {
                int end = equals + 1;
                while (end < path.length() && path.charAt(end) != '&' && path.charAt(end) != '#') {
                    end++;
                }
                return path.substring(equals + 1, end);
            }
            from = path.indexOf('&', from + 1);
        }
        return "";
    }

    /** The path without query, fragment and closing slash. */
    String plainPath() {
        int end = path.length();
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            if (c == '?' || c == '#') {
                end = i;
            }
        }
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** Where the part of a mailbox before its at sign begins. */
    static int localPartStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_LOCAL_PART && isLocalPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where a host that begins here ends, without a closing dot. */
    static int hostEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_HOST && isHost(text.charAt(end))) {
            end++;
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    static boolean isDomain(String host) {
        int dot = host.lastIndexOf('.');
        return dot > 0 && host.length() - dot > 2 && isLetter(host.charAt(dot + 1));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isAlphanumeric(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isHost(char c) {
        return isAlphanumeric(c) || c == '.' || c == '-';
    }

    private static boolean isLocalPart(char c) {
        return isAlphanumeric(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c == '*';
    }

    private static boolean isPath(char c) {
        return c > ' ' && c < 0x7f && c != '"' && c != '<' && c != '>' && c != '\'' && c != '|' && c != '\\';
    }

    /** In Markdown the text of a link ends here, and its address follows: {@code [t.me/name](https://t.me/name)}. */
    private static boolean isLinkText(String text, int index) {
        char c = text.charAt(index);
        return (c == ']'
                        && index + 1 < text.length()
                        && (text.charAt(index + 1) == '(' || text.charAt(index + 1) == '['))
                || (c == '*' && index + 1 < text.length() && text.charAt(index + 1) == '*');
    }

    private static boolean isClosing(char c) {
        return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == ')' || c == ']' || c == '}' || c == '?'
                || c == '*' || c == '`';
    }
}
