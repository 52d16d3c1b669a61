package org.lurewatch.detection.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.select.NodeVisitor;

/**
 * Reduces HTML to its text, each unit still mapped to the markup that made it.
 * See RATIONALE.md, "HTML is reduced in the text chain, not at the door".
 */
final class Markup {
    private static final int LONGEST_ENTITY = 34;
    private static final int LONGEST_ADDRESS = 300;

    /** No advert has so many. Unclosed or nested tags take the parser quadratic time. */
    private static final int MOST_TAGS = 1_000;

    /** A style, without its blanks, that shows nothing. */
    private static final Pattern HIDING = Pattern.compile(
            "(?i)(?:^|;)(?:display:none|visibility:hidden|font-size:0+(?:\\.0+)?(?:[a-z]+|%)?)(?:!important)?(?:;|$)");

    /** Feeds escape what sites have escaped before; more often than so nobody does. */
    private static final int MOST_ESCAPES = 3;

    private static final int MOST_REMEMBERED = 10_000;
    /** The parser is set up anew for each entity, so its answers are remembered. */
    private static final Remembered<String> DECODED =
            new Remembered<>(MOST_REMEMBERED, entity -> Parser.unescapeEntities(entity, true));

    private Markup() {}

    /** The text of a raw field, also of one that was escaped on its way; a field without markup comes back as it is. */
    static MappedText strip(String raw) {
        MappedText text = stripOnce(raw);
        if (raw.indexOf('&') < 0) {
            return text;
        }
        for (int i = 0; i < MOST_ESCAPES; i++) {
            String reduced = text.slice(0, text.length());
            if (!isMarkup(reduced)) {
                break;
            }
            text = stripOnce(reduced).over(text);
        }
        return text;
    }

    /** Whether a text that came out of entities is markup again: it has a tag of HTML, or another entity. */
    private static boolean isMarkup(String text) {
        int lastClose = text.lastIndexOf('>');
        for (int i = text.indexOf('<'); i >= 0 && i < lastClose; i = text.indexOf('<', i + 1)) {
            if (startsTag(text.charAt(i + 1)) && Tag.isKnownTag(tagName(text, i + 1))) {
                return true;
            }
        }
        for (int i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
            if (isEntity(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEntity(String text, int at) {
        int limit = Math.min(text.length(), at + LONGEST_ENTITY + 1);
        int semicolon = indexOf(text, ';', at, limit);
        if (semicolon <= at + 1 || semicolon == limit) {
            return false;
        }
        String entity = text.substring(at, semicolon + 1);
        return !DECODED.of(entity).equals(entity);
    }

    private static MappedText stripOnce(String raw) {
        if (hasTag(raw)) {
            String opened = withOpenAddresses(raw);
            return opened.chars().filter(c -> c == '<').limit(MOST_TAGS + 1L).count() > MOST_TAGS
                    ? betweenTags(opened)
                    : textNodes(opened);
        }
        if (raw.indexOf('&') >= 0) {
            MappedText text = new MappedText(raw.length());
            decode(raw, 0, raw.length(), text);
            return text;
        }
        return MappedText.of(raw);
    }

    /**
     * The text with blanks in place of the brackets round addresses, {@code <https://t.me/name>} or {@code Anna
     * <anna@firm.example>}: Markdown and mail write them so, and HTML would take them for tags.
     */
    private static String withOpenAddresses(String raw) {
        StringBuilder opened = null;
        for (int i = raw.indexOf('<'); i >= 0; i = raw.indexOf('<', i + 1)) {
            int end = addressEnd(raw, i + 1);
            if (end > 0) {
                opened = opened == null ? new StringBuilder(raw) : opened;
                opened.setCharAt(i, ' ');
                opened.setCharAt(end, ' ');
            }
        }
        return opened == null ? raw : opened.toString();
    }

    /** Where the bracket stands that closes an address which begins here, or -1 where none does. */
    private static int addressEnd(String raw, int from) {
        boolean address = false;
        int limit = Math.min(raw.length(), from + LONGEST_ADDRESS);
        for (int i = from; i < limit; i++) {
            char c = raw.charAt(i);
            if (c == '>') {
                return address ? i : -1;
            }
            if (c <= ' ' || c == '"' || c == '\'' || (c == '=' && !address)) {
                return -1;
            }
            address |= i > from && (c == '@' || raw.startsWith("://", i));
        }
        return -1;
    }

    private static boolean hasTag(String raw) {
        int lastClose = raw.lastIndexOf('>');
        for (int i = raw.indexOf('<'); i >= 0 && i < lastClose; i = raw.indexOf('<', i + 1)) {
            if (startsTag(raw.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsTag(char next) {
        return isLetter(next) || next == '/' || next == '!';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** What stands outside the tags, however they are nested; a line ends where a block begins or ends. */
    private static MappedText betweenTags(String raw) {
        MappedText text = new MappedText(raw.length());
        int lastClose = raw.lastIndexOf('>');
        int from = 0;
        for (int i = raw.indexOf('<'); i >= 0 && i < lastClose; i = raw.indexOf('<', i + 1)) {
            if (i >= from && startsTag(raw.charAt(i + 1))) {
                decode(raw, from, i, text);
                from = raw.indexOf('>', i) + 1;
                if (text.length() > 0 && breaksLine(raw, i + 1)) {
                    text.append('\n', i, i);
                }
            }
        }
        decode(raw, from, raw.length(), text);
        return text;
    }

    private static boolean breaksLine(String raw, int afterBracket) {
        String name = tagName(raw, afterBracket);
        return name.equals("br") || (Tag.isKnownTag(name) && Tag.valueOf(name).isBlock());
    }

    private static String tagName(String raw, int afterBracket) {
        int start = raw.charAt(afterBracket) == '/' ? afterBracket + 1 : afterBracket;
        int end = start;
        while (end < raw.length() && end - start < LONGEST_ENTITY && Character.isLetterOrDigit(raw.charAt(end))) {
            end++;
        }
        return raw.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static MappedText textNodes(String raw) {
        List<MappedText> pieces = new ArrayList<>();
        Parser.htmlParser().setTrackPosition(true).parseInput(raw, "").traverse(new NodeVisitor() {
            private Node hidden;

            @Override
            public void head(Node node, int depth) {
                if (hidden == null && isHidden(node)) {
                    hidden = node;
                }
                if (node instanceof TextNode textNode && hidden == null) {
                    addText(raw, textNode, pieces);
                } else {
                    breakLine(node, pieces);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node.equals(hidden)) {
                    hidden = null;
                }
                breakLine(node, pieces);
            }
        });
        // HTML moves some text, for example out of tables; a quote must run through the raw text in one direction.
        pieces.sort(Comparator.comparingInt(piece -> piece.start(0)));
        MappedText text = new MappedText(raw.length());
        pieces.forEach(text::append);
        return text;
    }

    /** Whether an element is shown to nobody: what it says was not written for readers. */
    private static boolean isHidden(Node node) {
        return node instanceof Element element
                && (element.hasAttr("hidden")
                        || element.hasAttr("style")
                                && HIDING.matcher(element.attr("style").replaceAll("\\s", ""))
                                        .find());
    }

    private static void addText(String raw, TextNode node, List<MappedText> pieces) {
        Range range = node.sourceRange();
        int start = Math.min(raw.length(), Math.max(0, range.startPos()));
        int end = Math.min(raw.length(), Math.max(start, range.endPos()));
        String whole = node.getWholeText();
        MappedText piece = new MappedText(whole.length());
        decode(raw, start, end, piece);
        if (!piece.slice(0, piece.length()).equals(whole)) {
            // The parser mended broken markup here: keep its text, and point at the whole run that made it.
            piece = new MappedText(whole.length());
            piece.append(whole, start, end);
        }
        if (piece.length() > 0) {
            pieces.add(piece);
        }
    }

    private static void breakLine(Node node, List<MappedText> pieces) {
        boolean breaks = node instanceof Element element && (element.isBlock() || element.nameIs("br"));
        if (breaks && !pieces.isEmpty()) {
            MappedText last = pieces.get(pieces.size() - 1);
            if (last.charAt(last.length() - 1) != '\n') {
                int at = last.end(last.length() - 1);
                last.append('\n', at, at);
            }
        }
    }

    private static void decode(String raw, int from, int to, MappedText text) {
        int i = from;
        while (i < to) {
            int plainEnd = indexOf(raw, '&', i, to);
            text.appendRaw(raw, i, plainEnd);
            if (plainEnd == to) {
                return;
            }
            i = decodeEntity(raw, plainEnd, to, text);
        }
    }

    /** Where a character stands, or the end of the span: what lies beyond is looked at in its own turn only. */
    private static int indexOf(String raw, char c, int from, int to) {
        int i = from;
        while (i < to && raw.charAt(i) != c) {
            i++;
        }
        return i;
    }

    /** Appends what an ampersand begins, an entity or itself, and answers its end. */
    private static int decodeEntity(String raw, int from, int to, MappedText text) {
        int limit = Math.min(to, from + LONGEST_ENTITY + 1);
        int semicolon = indexOf(raw, ';', from, limit);
        if (semicolon > from + 1 && semicolon < limit) {
            String entity = raw.substring(from, semicolon + 1);
            String decoded = DECODED.of(entity);
            if (!decoded.equals(entity)) {
                text.append(decoded, from, semicolon + 1);
                return semicolon + 1;
            }
        }
        text.append('&', from, from + 1);
        return from + 1;
    }
}
