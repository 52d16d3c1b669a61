package org.lurewatch.intake.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lurewatch.intake.json.JsonLayout;
import org.lurewatch.intake.json.LenientJson;
import org.lurewatch.intake.json.RecordPath;

/**
 * What the beginning of a JSON file tells of the rest: whether lines end records, and where the postings lie.
 *
 * @param layout how the file is to be cut
 * @param rowNames the names of the values of records that are lists, if the document gives them
 * @param byColumn whether the document has an object for each column, as pandas writes tables
 * @param postingsOnly whether records that say that they are something else are to be left out
 * @param where for people: what the file is
 */
record JsonLook(JsonLayout layout, List<String> rowNames, boolean byColumn, boolean postingsOnly, String where) {
    private static final int MAX_ROOTS = 300;
    private static final int MAX_LINES = 300;
    private static final int MAX_DEPTH = 64;
    private static final int LONGEST_COUNTED_TEXT = 5_000;

    /** What may stand before JSON: a call, an assignment, a comment, the shell of a script. */
    private static final Pattern BEFORE =
            Pattern.compile("(?s)\\A(?:\\s++|\\x1e|//\\s*<!\\[CDATA\\[|<!--|//[^\\n]*|/\\*.{0,500}?\\*/|"
                    + "\\)\\]\\}'|for ?\\(;;\\);|while ?\\(1\\);|(?:(?:var|let|const)\\s+)?[\\w.$]{1,80}(?:\\[[\"'][\\w.-]{1,80}[\"']\\])?\\s*=|"
                    + "export\\s+default|[\\w.$]{1,80}\\()*+(?=[\\[{])");

    private static final Pattern JSON_BEHIND_BRACKET = Pattern.compile(
            "(?s)\\A(?:\\{\\s*(?:[\"'}]|[\\w$]+\\s*:|/[/*])|\\[\\s*(?:[\\[{\\]\"']|/[/*])|[\\[{]\\s*\\z).*");

    /** Whether a text is JSON, or was meant to be. */
    static boolean isJson(String text) {
        Matcher before = BEFORE.matcher(text.substring(0, Math.min(text.length(), 2_000)));
        if (before.find()) {
            String behind = text.substring(before.end(), Math.min(text.length(), before.end() + 200));
            if (JSON_BEHIND_BRACKET.matcher(behind).matches()) {
                return true;
            }
        }
        long lines =
                text.lines().limit(MAX_LINES).filter(line -> !line.isBlank()).count();
        return lines > 1 && closedLines(text) * 2 > lines;
    }

    /**
     * Looks at the beginning of a file.
     *
     * @param whole whether that is all of the file
     * @param path where the records lie, if a person says so
     * @throws UnreadableFileException if they do not
     */
    static JsonLook at(String text, boolean whole, Optional<RecordPath> path) throws UnreadableFileException {
        boolean lines = isLines(text, whole);
        boolean breaks = !lines && hasBreaksInStrings(text);
        List<JsonNode> roots = lines ? rootsOfLines(text) : rootsOf(text);
        ListChoice choice = new ListChoice();
        roots.forEach(root -> visit(root, RecordPath.ROOT, 0, choice));
        if (path.isPresent()) {
            if (whole && !leadsSomewhere(roots, path.get())) {
                throw new UnreadableFileException(
                        "JSON without a list under " + path.get(),
                        "lists are under "
                                + choice.paths().stream()
                                        .filter(each -> each.length() > 0)
                                        .limit(10)
                                        .map(RecordPath::toString)
                                        .reduce((a, b) -> a + ", " + b)
                                        .orElse("no name at all"));
            }
            return new JsonLook(
                    new JsonLayout(lines, breaks, true, List.of(path.get())),
                    List.of(),
                    false,
                    false,
                    "JSON, list under " + path.get());
        }
        if (!lines && roots.size() == 1 && isByColumn(roots.get(0))) {
            return new JsonLook(
                    new JsonLayout(false, breaks, true, List.of()), List.of(), true, false, "JSON by column");
        }
        return of(lines, breaks, roots, choice);
    }

    private static JsonLook of(boolean lines, boolean breaks, List<JsonNode> roots, ListChoice choice) {
        List<RecordPath> best = choice.best();
        List<String> rowNames = List.of();
        if (best.isEmpty() || best.equals(List.of(RecordPath.ROOT))) {
            Optional<RecordPath> rows =
                    roots.size() == 1 ? listOfRows(roots.get(0), RecordPath.ROOT, 0) : Optional.empty();
            if (rows.isPresent() && !choice.holdsPostings(RecordPath.ROOT)) {
                best = List.of(rows.get());
                rowNames = rowNames(roots.get(0));
            }
        }
        boolean postingsOnly = best.stream().anyMatch(choice::holdsPostings);
        // Without a path the cutter finds lists, one after the other, and JSON-LD graphs by itself.
        boolean plain = best.stream().allMatch(path -> path.length() == 0 || path.equals(RecordPath.ROOT.items()));
        JsonLayout layout = new JsonLayout(lines, breaks, true, plain ? List.of() : best);
        String shape = lines ? "JSON lines" : "JSON";
        String where = plain
                ? shape
                : shape + ", list under "
                        + best.stream()
                                .limit(3)
                                .map(JsonLook::shown)
                                .reduce((a, b) -> a + " and " + b)
                                .orElse("");
        return new JsonLook(layout, rowNames, false, postingsOnly, where);
    }

    /** Whether the records are those of one list, and not of several lists in a list. */
    boolean isOneList() {
        return layout.paths().stream()
                .noneMatch(path -> shown(path).contains("[]") || shown(path).contains("*"));
    }

    /** The path without the brackets at its end. */
    private static String shown(RecordPath path) {
        return path.toString().replaceAll("(\\[\\])+$", "");
    }

    /** Whether most lines are records by themselves. */
    private static boolean isLines(String text, boolean whole) {
        // A single line is one document; and programs of old ended lines in a way that no JSON tool does.
        boolean one = text.lines().filter(line -> !line.isBlank()).limit(2).count() < 2;
        if ((one && whole) || (text.indexOf('\n') < 0 && text.indexOf('\r') >= 0)) {
            return false;
        }
        Matcher before = BEFORE.matcher(text.substring(0, Math.min(text.length(), 2_000)));
        String json = before.find() ? text.substring(before.end()) : text;
        String first = json.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        if (first.startsWith("[") && !isClosed(first)) {
            return false;
        }
        long begun = text.lines()
                .limit(MAX_LINES)
                .filter(line -> line.stripLeading().startsWith("{")
                        || line.stripLeading().startsWith("["))
                .count();
        long other =
                text.lines().limit(MAX_LINES).filter(line -> !line.isBlank()).count() - begun;
        long closed = closedLines(text);
        return closed * 2 > begun && closed >= other && closed > 0;
    }

    private static long closedLines(String text) {
        return text.lines().limit(MAX_LINES).filter(JsonLook::isClosed).count();
    }

    /** Whether a line is one value from its first to its last bracket. */
    private static boolean isClosed(String line) {
        String value = line.strip();
        if (value.isEmpty() || (value.charAt(0) != '{' && value.charAt(0) != '[')) {
            return false;
        }
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return value.substring(i + 1)
                        .chars()
                        .allMatch(behind -> behind == ',' || behind == ';' || behind == ' ');
            }
        }
        return false;
    }

    /** Whether a string goes on behind a line break, and the JSON with it. */
    private static boolean hasBreaksInStrings(String text) {
        boolean open = false;
        int broken = 0;
        int closedByBreak = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                open = !open;
            } else if (c == '\n' && open) {
                // Behind a quote that is missing comes a name or a bracket, behind a break in a string comes prose.
                String next =
                        text.substring(i + 1, Math.min(text.length(), i + 200)).stripLeading();
                if (next.matches("(?s)(\"[^\"\\n]{1,80}\"\\s*:|[}\\]]).*")) {
                    closedByBreak++;
                    open = false;
                } else {
                    broken++;
                }
            }
        }
        return broken > closedByBreak;
    }

    private static List<JsonNode> rootsOfLines(String text) {
        List<JsonNode> roots = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).limit(MAX_LINES).forEach(line -> LenientJson.parse(line)
                .ifPresent(roots::add));
        return roots;
    }

    private static List<JsonNode> rootsOf(String text) {
        Matcher before = BEFORE.matcher(text.substring(0, Math.min(text.length(), 2_000)));
        String json = before.find() ? text.substring(before.end()) : text;
        List<JsonNode> roots = parsed(json);
        boolean read = roots.stream().anyMatch(root -> root.size() > 0);
        return read && roots.get(0).size() > 0 && !json.contains("None")
                ? roots
                : longer(roots, parsed(LenientJson.inJson(json)));
    }

    private static List<JsonNode> longer(List<JsonNode> a, List<JsonNode> b) {
        return b.toString().length() > a.toString().length() ? b : a;
    }

    /** Reads values up to the end of the text or the first fault, and keeps what was read. */
    private static List<JsonNode> parsed(String json) {
        List<JsonNode> roots = new ArrayList<>();
        try (JsonParser parser = LenientJson.mapper().createParser(json)) {
            JsonToken token = parser.nextToken();
            while (token != null && roots.size() < MAX_ROOTS) {
                if (token.isStructStart()) {
                    read(parser, roots);
                }
                token = parser.nextToken();
            }
        } catch (IOException e) {
            return roots;
        }
        return roots;
    }

    private static void read(JsonParser parser, List<JsonNode> roots) throws IOException {
        JsonNode root = container(parser.currentToken());
        roots.add(root);
        List<JsonNode> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            JsonNode inner = open.get(open.size() - 1);
            if (token.isStructEnd()) {
                open.remove(open.size() - 1);
            } else if (token.isStructStart()) {
                JsonNode child = container(token);
                add(inner, parser.currentName(), child);
                open.add(child);
            } else if (token != JsonToken.FIELD_NAME) {
                add(inner, parser.currentName(), scalar(parser, token));
            }
        }
    }

    private static JsonNode scalar(JsonParser parser, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NULL
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(parser.getText());
    }

    private static JsonNode container(JsonToken token) {
        return token == JsonToken.START_ARRAY
                ? JsonNodeFactory.instance.arrayNode()
                : JsonNodeFactory.instance.objectNode();
    }

    private static void add(JsonNode to, String name, JsonNode child) {
        if (to instanceof ArrayNode array) {
            array.add(child);
        } else {
            ((ObjectNode) to).set(name, child);
        }
    }

    private static void visit(JsonNode node, RecordPath path, int depth, ListChoice choice) {
        if (depth > MAX_DEPTH || path.length() > 12) {
            return;
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                visit(item, path.items(), depth + 1, choice);
            }
        } else if (node.isObject()) {
            count(node, path, choice);
            boolean dictionary = isDictionary(node);
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                RecordPath below = dictionary ? path.anyName() : path.name(field.getKey());
                if (field.getValue().isArray() || dictionary) {
                    visit(field.getValue(), below, depth + 1, choice);
                } else if (field.getValue().isObject() && !isPosting(field.getValue())) {
                    visitWithin(field.getValue(), below, depth + 1, choice);
                }
            }
        }
    }

    /** Goes through an object that belongs to the one around it, to the lists in it. */
    private static void visitWithin(JsonNode object, RecordPath path, int depth, ListChoice choice) {
        if (depth > MAX_DEPTH || path.length() > 12) {
            return;
        }
        boolean dictionary = isDictionary(object);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            RecordPath below = dictionary ? path.anyName() : path.name(field.getKey());
            if (field.getValue().isArray() || dictionary) {
                visit(field.getValue(), below, depth + 1, choice);
            } else if (field.getValue().isObject()) {
                visitWithin(field.getValue(), below, depth + 1, choice);
            }
        }
    }

    private static boolean isPosting(JsonNode node) {
        return JobPostingNodes.isPosting(node);
    }

    private static void count(JsonNode object, RecordPath path, ListChoice choice) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        boolean posting = isPosting(object)
                || object.properties().stream()
                        .anyMatch(field -> field.getValue().isObject() && isPosting(field.getValue()));
        choice.add(path, names.size() > 200 ? names.subList(0, 200) : names, ownText(object, 0), posting);
    }

    /** The text of an object and of the objects in it, but not of those in its lists. */
    private static long ownText(JsonNode node, int depth) {
        if (node.isTextual()) {
            return Math.min(LONGEST_COUNTED_TEXT, node.textValue().length());
        }
        long text = 0;
        if (depth < 6 && !isDictionary(node)) {
            for (JsonNode child : node) {
                text += node.isArray() && child.isContainerNode() ? 0 : ownText(child, depth + 1);
            }
        }
        return text;
    }

    /** Whether an object is a list by another means: objects of one kind under names that are numbers or keys. */
    private static boolean isDictionary(JsonNode object) {
        if (!object.isObject() || object.size() < 3) {
            return false;
        }
        int keys = 0;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            keys += field.getKey().chars().anyMatch(Character::isDigit) ? 1 : 0;
        }
        if (object.size() < 10 && keys * 10 < object.size() * 8) {
            return false;
        }
        Set<String> common = null;
        int widest = 0;
        for (JsonNode value : object) {
            if (!value.isObject() || value.isEmpty()) {
                return false;
            }
            Set<String> names = new HashSet<>();
            value.fieldNames().forEachRemaining(names::add);
            widest = Math.max(widest, names.size());
            if (common == null) {
                common = names;
            } else {
                common.retainAll(names);
            }
        }
        return common != null && common.size() > 1 && common.size() * 2 >= widest && !isByColumn(object);
    }

    /** Whether an object has an object for each column, with the same numbers as names in each. */
    private static boolean isByColumn(JsonNode root) {
        if (!root.isObject() || root.isEmpty()) {
            return false;
        }
        for (JsonNode column : root) {
            if (!column.isObject() || !column.has("0") || column.get("0").isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    /** The largest list of lists in a document: a table, row by row. */
    private static Optional<RecordPath> listOfRows(JsonNode node, RecordPath path, int depth) {
        if (node.isArray()
                && node.size() > 1
                && node.get(0).isArray()
                && node.get(1).isArray()) {
            return Optional.of(path.items());
        }
        if (node.isObject() && depth < 4) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                Optional<RecordPath> found = listOfRows(field.getValue(), path.name(field.getKey()), depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> rowNames(JsonNode root) {
        for (String name : List.of("columns", "fields", "header", "headers", "cols")) {
            if (root.path(name).isArray()) {
                List<String> names = new ArrayList<>();
                for (JsonNode column : root.get(name)) {
                    names.add(column.isObject() ? column.path("name").asText() : column.asText());
                }
                return names;
            }
        }
        return List.of();
    }

    private static boolean leadsSomewhere(List<JsonNode> roots, RecordPath path) {
        String pointer = "/" + shown(path).replace("[]", "/0").replace('.', '/').replace("*", "");
        return path.toString().contains("*")
                || roots.stream()
                        .flatMap(root ->
                                root.isArray() ? StreamSupport.stream(root.spliterator(), false) : Stream.of(root))
                        .anyMatch(root -> !root.at(pointer).isMissingNode());
    }
}
