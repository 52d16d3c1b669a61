package org.lurewatch.detection.facts.contact;

import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.facts.words.Role;

/**
 * Looks for the handle behind a messenger's name: past colons, arrows, "id", "号", "number is" and the like.
 *
 * @param token the handle as written, or empty
 * @param phone digits that may be a phone number, or null
 * @param marked whether a colon, "id" or the like announced it
 * @param at whether an at sign stands before it
 * @param nextMessenger the mark of another messenger that shares the handle, or -1
 * @param end one past the last unit
 */
record HandleScan(String token, PhoneRun phone, boolean marked, boolean at, int nextMessenger, int end) {
    private static final int FARTHEST = 30;
    private static final int LONGEST = 33;
    private static final int LONGEST_PIECE = 4;

    static HandleScan behind(Marks marks, int messenger) {
        String text = marks.text();
        int from = marks.end(messenger);
        int mark = messenger + 1;
        boolean marked = false;
        boolean at = false;
        int i = from;
        while (i < text.length() && i - from < FARTHEST) {
            while (mark < marks.size() && marks.start(mark) < i) {
                mark++;
            }
            boolean markHere = mark < marks.size()
                    && marks.start(mark) == i
                    && marks.kind(mark) == Marks.WORD
                    && standsAlone(text, marks.end(mark));
            if (markHere && isMessenger(marks, mark)) {
                return new HandleScan("", null, false, false, mark, marks.end(mark));
            }
            if (markHere && (marks.is(mark, Role.ID) || marks.is(mark, Role.ADD) || marks.is(mark, Role.PHONE))) {
                marked |= announces(marks.word(mark).text());
                i = marks.end(mark);
                continue;
            }
            char c = text.charAt(i);
            if (c == '@') {
                at = true;
            } else if (c == ':' || c == '=' || c == '>' || c == '→' || c == '➡') {
                marked = true;
            } else if (c == '+' || isHandle(c) && c != '-' && c != '.' || !isFiller(c, marked)) {
                break;
            }
            i++;
        }
        return read(text, i, marked, at);
    }

    /** The name that stands exactly here. */
    static HandleScan directlyAt(String text, int from) {
        int end = tokenEnd(text, from);
        return new HandleScan(text.substring(Math.min(from, end), end), null, false, true, -1, end);
    }

    private static HandleScan read(String text, int from, boolean marked, boolean at) {
        int end = tokenEnd(text, from);
        String token = text.substring(from, end);
        boolean digitFirst =
                from < text.length() && (Letters.digit(text.charAt(from)) >= 0 || text.charAt(from) == '+');
        PhoneRun phone = digitFirst ? PhoneRun.at(text, from) : null;
        boolean runsOn = phone != null && phone.end() < end && phone.digits().length() < 7;
        if (marked
                && end - from <= 2
                && end > from
                && (phone == null || phone.digits().length() < 7)) {
            return spaced(text, from, at);
        }
        return new HandleScan(token, runsOn ? null : phone, marked, at, -1, end);
    }

    /** "a b c 1 2 3": single pieces after a colon are one handle. */
    private static HandleScan spaced(String text, int from, boolean at) {
        StringBuilder token = new StringBuilder();
        int end = from;
        int i = from;
        while (i < text.length() && token.length() < LONGEST) {
            int pieceEnd = tokenEnd(text, i);
            int length = pieceEnd - i;
            if (length == 0 || length > LONGEST_PIECE) {
                break;
            }
            token.append(text, i, pieceEnd);
            end = pieceEnd;
            if (pieceEnd == text.length() || text.charAt(pieceEnd) != ' ') {
                break;
            }
            i = pieceEnd + 1;
        }
        return new HandleScan(token.toString(), null, true, at, -1, end);
    }

    /** Letters, digits and underscore only, or with a dot or hyphen; at least one of them besides letters. */
    boolean isUnlikeAWord() {
        boolean digit = false;
        boolean letter = false;
        boolean underscore = false;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            digit |= c >= '0' && c <= '9';
            letter |= c >= 'a' && c <= 'z';
            underscore |= c == '_';
        }
        return underscore || (digit && letter);
    }

    private static boolean isMessenger(Marks marks, int mark) {
        return marks.is(mark, Role.MESSENGER) || marks.is(mark, Role.WEAK_MESSENGER);
    }

    private static boolean announces(String word) {
        return word.equals(":")
                || word.contains("id")
                || word.contains("号")
                || word.contains("user")
                || word.contains("账")
                || word.contains("帐")
                || word.contains("ไอดี")
                || word.contains("아이디")
                || word.startsWith("nick")
                || word.equals("handle")
                || word.equals("➡")
                || word.equals("→");
    }

    /** Whether a word mark ends there, rather than being the first letters of a handle. */
    private static boolean standsAlone(String text, int end) {
        return end == text.length() || !isHandle(text.charAt(end)) || !isHandle(text.charAt(end - 1));
    }

    private static int tokenEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST && isHandle(text.charAt(end))) {
            end++;
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private static boolean isHandle(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    }

    private static boolean isFiller(char c, boolean marked) {
        if (c == '\n') {
            return marked;
        }
        byte letters = Letters.of(c);
        return letters != Letters.SPACED
                && letters != Letters.UNSPACED
                && letters != Letters.HANGUL
                && letters != Letters.DIGIT
                && c != ','
                && c != ';'
                && c != '。'
                && c != '!';
    }
}
