package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.RecordPath;

/** An XML feed: RSS, Atom, and what job boards take, with one element for each posting. */
final class XmlRecords implements Records {
    private static final int MAX_DEPTH = 32;

    private static final Set<String> HTML = Set.of(
            "p", "br", "ul", "ol", "li", "div", "span", "b", "i", "u", "em", "strong", "a", "h1", "h2", "h3", "h4",
            "h5", "h6", "table", "tbody", "tr", "td", "font", "hr", "section");

    private static final Set<String> BLOCKS =
            Set.of("p", "br", "ul", "ol", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "section");

    private final Reader text;
    private final XMLStreamReader xml;
    private final RecordPath path;
    private final String element;
    private final boolean feed;
    private final int maxChars;
    private final Deque<RecordPath> open = new ArrayDeque<>(List.of(RecordPath.ROOT));
    private long item;
    private boolean ended;

    /**
     * Reads records.
     *
     * @param sample the beginning of the text
     * @throws UnreadableFileException if there is no element with fields in it
     */
    XmlRecords(String sample, Reader text, PostingLimits limits) throws IOException {
        ListChoice choice = new ListChoice();
        look(sample, choice);
        List<RecordPath> best = choice.best();
        if (best.isEmpty()) {
            text.close();
            throw new UnreadableFileException(
                    "XML without an element that holds fields", "give each posting an element with a title and a text");
        }
        this.text = text;
        this.path = best.get(0);
        this.element = path.toString().substring(path.toString().lastIndexOf('.') + 1);
        this.feed = element.equals("item") || element.equals("entry");
        this.maxChars = limits.maxPostingBytes();
        try {
            this.xml = XmlText.events(text);
        } catch (XMLStreamException e) {
            text.close();
            throw new UnreadableFileException("XML that is damaged at its beginning", "export it anew");
        }
    }

    /** Counts the elements that hold other elements, and the text right below them. */
    private static void look(String sample, ListChoice choice) {
        Deque<Looked> stack = new ArrayDeque<>();
        try {
            XMLStreamReader xml = XmlText.events(new StringReader(sample));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        RecordPath above = stack.isEmpty() ? RecordPath.ROOT : stack.peek().path;
                        String name = xml.getLocalName();
                        if (!stack.isEmpty()) {
                            stack.peek().children.add(name);
                        }
                        stack.push(new Looked(stack.size() < MAX_DEPTH ? above.name(name) : above));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (!stack.isEmpty()) {
                            stack.peek().text += xml.getText().strip().length();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> close(stack, choice);
                    default -> {
                        // Nothing else is counted.
                    }
                }
            }
        } catch (XMLStreamException e) {
            // The sample ends within an element, or the XML is damaged there.
            while (!stack.isEmpty()) {
                close(stack, choice);
            }
        }
    }

    private static void close(Deque<Looked> stack, ListChoice choice) {
        Looked ended = stack.pop();
        boolean html = HTML.containsAll(ended.children);
        if (!stack.isEmpty() && html) {
            stack.peek().below += Math.min(5_000, ended.text + ended.below);
        }
        if (!html) {
            Set<String> names = new HashSet<>(ended.children);
            // An element that repeats one child only is a list.
            long text = names.size() > 1 ? ended.below : 0;
            choice.add(ended.path, names, text, ended.path.toString().endsWith("JobPosting"));
        }
    }

    private static final class Looked {
        private final RecordPath path;
        private final List<String> children = new ArrayList<>();
        private long text;
        private long below;

        Looked(RecordPath path) {
            this.path = path;
        }
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    RecordPath here = open.size() <= MAX_DEPTH ? open.peek().name(xml.getLocalName()) : open.peek();
                    if (here.equals(path)) {
                        return Optional.of(record());
                    }
                    open.push(here);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                }
            }
            ended = true;
            return Optional.empty();
        } catch (XMLStreamException e) {
            ended = true;
            return Optional.of(new DamagedRecord(
                    "line " + xml.getLocation().getLineNumber(),
                    new UnusablePostingException(
                            RejectReason.UNKNOWN_FORMAT, "the XML is damaged here, nothing behind it can be read")));
        }
    }

    private FileEntry record() throws XMLStreamException {
        item++;
        String place = "item " + item + ", line " + xml.getLocation().getLineNumber();
        Budget budget = new Budget(maxChars);
        JsonNode node = value(0, budget);
        if (budget.left < 0) {
            return FileRow.tooLarge(place, maxChars);
        }
        if (!(node instanceof ObjectNode fields)) {
            return new FileRow().with("description", node.asText()).at(place);
        }
        return new ForeignRecord(place, feed ? FeedNames.applied(fields) : fields);
    }

    private static final class Budget {
        private long left;

        Budget(long left) {
            this.left = left;
        }

        boolean take(int chars) {
            left -= chars;
            return left >= 0;
        }
    }

    /** Reads the element at whose beginning the reader stands, to its end. */
    private JsonNode value(int depth, Budget budget) throws XMLStreamException {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (budget.take(xml.getAttributeValue(i).length())) {
                fields.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        int attributes = fields.size();
        StringBuilder own = new StringBuilder();
        StringBuilder all = new StringBuilder();
        boolean onlyHtml = true;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getPrefix() == null || xml.getPrefix().isEmpty()
                            ? xml.getLocalName()
                            : xml.getPrefix() + ":" + xml.getLocalName();
                    onlyHtml &= HTML.contains(name.toLowerCase(Locale.ROOT));
                    if (depth >= MAX_DEPTH) {
                        budget.left = -1;
                    }
                    JsonNode child = depth < MAX_DEPTH ? value(depth + 1, budget) : skipped();
                    all.append(BLOCKS.contains(name) ? "\n" : "").append(child.isTextual() ? child.textValue() : "");
                    if (budget.left >= 0) {
                        add(fields, name, child);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (budget.take(xml.getTextLength())) {
                        own.append(xml.getText());
                        all.append(xml.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    String entity = Parser.unescapeEntities("&" + xml.getLocalName() + ";", true);
                    if (budget.take(entity.length())) {
                        own.append(entity);
                        all.append(entity);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    boolean children = fields.size() > attributes;
                    boolean mixed = children && (onlyHtml || !own.toString().isBlank());
                    if (!children && own.toString().isBlank() && attributes > 0) {
                        return fields;
                    }
                    return children && !mixed
                            ? fields
                            : JsonNodeFactory.instance.textNode(all.toString().strip());
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    private JsonNode skipped() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private static void add(ObjectNode fields, String name, JsonNode child) {
        JsonNode present = fields.get(name);
        if (present instanceof ArrayNode list) {
            list.add(child);
        } else if (present != null && !present.asText().equals(child.asText())) {
            fields.set(name, JsonNodeFactory.instance.arrayNode().add(present).add(child));
        } else {
            fields.set(name, child);
        }
    }

    /** What RSS and Atom call things that a posting has too. */
    private static final class FeedNames {
        private static final Map<String, String> NAMES = Map.of(
                "link", "url",
                "pubDate", "datePosted",
                "published", "datePosted",
                "updated", "datePosted",
                "dc:date", "datePosted",
                "guid", "identifier",
                "id", "identifier");

        private static final Set<String> TEXTS = Set.of("description", "content:encoded", "content", "summary");

        static ObjectNode applied(ObjectNode item) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            String text = "";
            for (Map.Entry<String, JsonNode> field : item.properties()) {
                if (TEXTS.contains(field.getKey()) && field.getValue().isTextual()) {
                    String value = field.getValue().textValue();
                    text = value.length() > text.length() ? value : text;
                    fields.put("description", text);
                } else {
                    String name = NAMES.getOrDefault(field.getKey(), field.getKey());
                    JsonNode value = field.getKey().equals("link") ? link(field.getValue()) : field.getValue();
                    if (!fields.has(name)) {
                        fields.set(name, value);
                    }
                }
            }
            return fields;
        }

        /** Of the links of an Atom entry the one to the page. */
        private static JsonNode link(JsonNode link) {
            if (link.isArray()) {
                for (JsonNode each : link) {
                    if (each.path("rel").asText("alternate").equals("alternate")) {
                        return link(each);
                    }
                }
                return link(link.get(0));
            }
            return link.has("href") ? link.get("href") : link;
        }
    }

    @Override
    public String kind() {
        return feed ? element.equals("item") ? "RSS feed" : "Atom feed" : "XML, element " + element;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
