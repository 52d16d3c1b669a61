package org.lurewatch.detection.text;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reduces HTML to its text, each unit still mapped to the markup that made it. */
final class Markup {
    private static final int LONGEST_ENTITY = 34;

    private Markup() {}

    /** The text of a raw field; a field without markup comes back as it is. */
    static MappedText strip(String raw) {
        if (hasTag(raw)) {
            return textNodes(raw);
        }
        if (raw.indexOf('&') >= 0) {
            MappedText text = new MappedText(raw.length());
            decode(raw, 0, raw.length(), text);
            return text;
        }
        return MappedText.of(raw);
    }

    private static boolean hasTag(String raw) {
        for (int i = raw.indexOf('<'); i >= 0 && i + 1 < raw.length(); i = raw.indexOf('<', i + 1)) {
            char next = raw.charAt(i + 1);
            boolean tagStart =
                    (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!';
            if (tagStart && raw.indexOf('>', i) > 0) {
                return true;
            }
        }
        return false;
    }

    private static MappedText textNodes(String raw) {
        MappedText text = new MappedText(raw.length());
        Parser.htmlParser().setTrackPosition(true).parseInput(raw, "").traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode textNode) {
                    appendNode(raw, textNode, text);
                } else {
                    breakLine(node, text);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                breakLine(node, text);
            }
        });
        return text;
    }

    private static void appendNode(String raw, TextNode node, MappedText text) {
        Range range = node.sourceRange();
        int start = Math.min(raw.length(), Math.max(0, range.startPos()));
        int end = Math.min(raw.length(), Math.max(start, range.endPos()));
        String whole = node.getWholeText();
        MappedText decoded = new MappedText(whole.length());
        decode(raw, start, end, decoded);
        if (decoded.slice(0, decoded.length()).equals(whole)) {
            for (int i = 0; i < decoded.length(); i++) {
                text.append(decoded.charAt(i), decoded.start(i), decoded.end(i));
            }
        } else {
            // The parser mended broken markup here: keep its text, and point at the whole run that made it.
            text.append(whole, start, end);
        }
    }

    private static void breakLine(Node node, MappedText text) {
        boolean breaks = node instanceof Element element && (element.isBlock() || element.nameIs("br"));
        if (breaks && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            int at = text.end(text.length() - 1);
            text.append('\n', at, at);
        }
    }

    private static void decode(String raw, int from, int to, MappedText text) {
        int i = from;
        while (i < to) {
            char unit = raw.charAt(i);
            int semicolon = unit == '&' ? raw.indexOf(';', i) : -1;
            if (semicolon > i + 1 && semicolon < to && semicolon - i <= LONGEST_ENTITY) {
                String entity = raw.substring(i, semicolon + 1);
                String decoded = Parser.unescapeEntities(entity, true);
                if (!decoded.equals(entity)) {
                    text.append(decoded, i, semicolon + 1);
                    i = semicolon + 1;
                    continue;
                }
            }
            text.append(unit, i, i + 1);
            i++;
        }
    }
}
