package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.lurewatch.intake.json.JsonLdNames;
import org.lurewatch.intake.json.LenientJson;

/**
 * The postings of a web page: those that it states as JSON-LD, microdata or RDFa; of a page without any, the rows of the
 * table that it is, or its title and main text.
 *
 * @param postings the postings
 * @param taken what they were taken from
 */
record PageText(List<ObjectNode> postings, Taken taken) {
    /** What postings are taken from. */
    enum Taken {
        /** The page itself says that they are postings. */
        STATED,
        TABLE,
        TEXT
    }

    private static final int MAX_ROWS = 100_000;
    private static final int MAX_COLUMNS = 1_000;
    private static final int FEWEST_ROWS = 3;
    private static final int MAX_DEPTH = 12;
    private static final int MAX_POSTINGS = 1_000;

    /**
     * Reads a page.
     *
     * @param address where the page was found, or the empty string
     */
    static PageText of(String html, String address) {
        Document page = Jsoup.parse(html, address);
        List<ObjectNode> postings = new ArrayList<>();
        for (Element script : page.select("script[type*=ld+json]")) {
            LenientJson.parse(withoutShell(script.data()))
                    .ifPresent(json -> postings.addAll(JobPostingNodes.allIn(json)));
        }
        if (postings.isEmpty()) {
            addMarked(page, "itemtype", "itemprop", postings);
        }
        if (postings.isEmpty()) {
            addMarked(page, "typeof", "property", postings);
        }
        for (ObjectNode posting : postings) {
            if (!posting.has("url") && !address.isEmpty()) {
                posting.put("url", address);
            }
        }
        if (!postings.isEmpty()) {
            return new PageText(postings.subList(0, Math.min(postings.size(), MAX_POSTINGS)), Taken.STATED);
        }
        // The pages of a crawl are of one kind, and are named by their address.
        List<ObjectNode> rows = address.isEmpty() ? rows(page) : List.of();
        return rows.isEmpty() ? new PageText(mainText(page, address), Taken.TEXT) : new PageText(rows, Taken.TABLE);
    }

    private static String withoutShell(String script) {
        return script.strip()
                .replaceFirst("\\A(//)?\\s*(<!\\[CDATA\\[|<!--)", "")
                .replaceFirst("(//)?\\s*(\\]\\]>|-->)\\s*;?\\z", "");
    }

    private static void addMarked(Document page, String type, String property, List<ObjectNode> postings) {
        for (Element element : page.select("[" + type + "]")) {
            if (JsonLdNames.namesJobPosting(element.attr(type).strip())) {
                ObjectNode posting = JsonNodeFactory.instance.objectNode();
                posting.put("@type", "JobPosting");
                addProperties(element, type, property, posting, 0);
                postings.add(posting);
            }
        }
    }

    private static void addProperties(Element within, String type, String property, ObjectNode to, int depth) {
        for (Element child : within.children()) {
            boolean object = child.hasAttr("itemscope") || child.hasAttr(type);
            String name = child.attr(property).strip().replaceFirst("^.*[:/]", "");
            if (name.isEmpty()) {
                if (!object && depth < MAX_DEPTH * 4) {
                    addProperties(child, type, property, to, depth + 1);
                }
            } else if (object && depth < MAX_DEPTH * 4) {
                ObjectNode value = JsonNodeFactory.instance.objectNode();
                addProperties(child, type, property, value, depth + 1);
                add(to, name, value);
            } else {
                add(to, name, JsonNodeFactory.instance.textNode(value(child)));
                addProperties(child, type, property, to, depth + 1);
            }
        }
    }

    private static void add(ObjectNode to, String name, JsonNode value) {
        JsonNode present = to.get(name);
        if (present instanceof ArrayNode list) {
            list.add(value);
        } else if (present != null) {
            to.set(name, JsonNodeFactory.instance.arrayNode().add(present).add(value));
        } else {
            to.set(name, value);
        }
    }

    private static String value(Element element) {
        for (String attribute : List.of("content", "datetime", "href", "src")) {
            boolean link = attribute.equals("href") || attribute.equals("src");
            if (element.hasAttr(attribute) && (!link || element.text().isBlank() || element.hasAttr("itemprop"))) {
                return link
                        ? element.absUrl(attribute).isEmpty() ? element.attr(attribute) : element.absUrl(attribute)
                        : element.attr(attribute);
            }
        }
        return element.html().contains("<") ? element.html() : element.text();
    }

    /** The rows of a table that is most of the page, as programs save tables; empty if there is none. */
    private static List<ObjectNode> rows(Document page) {
        Element table = page.select("table").stream()
                .filter(each -> each.select("table").size() == 1)
                .max(Comparator.comparingInt(each -> each.text().length()))
                .orElse(null);
        if (table == null || table.text().length() * 10L < page.body().text().length() * 6L) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        int wide = 0;
        for (Element row : table.select("tr")) {
            List<String> cells = row.children().stream()
                    .filter(cell -> cell.is("td,th"))
                    .limit(MAX_COLUMNS)
                    .map(PageText::wholeText)
                    .toList();
            if (rows.size() < MAX_ROWS && cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(cells);
                wide += cells.size() > 1 ? 1 : 0;
            }
        }
        TableHeader header = TableHeader.of(rows.subList(0, Math.min(rows.size(), MAX_POSTINGS)));
        // A page that is laid out by a table, or an advert that has its terms in one, is no list.
        if (rows.size() <= FEWEST_ROWS || wide * 2 < rows.size() || !header.hasNames()) {
            return List.of();
        }
        List<ObjectNode> records = new ArrayList<>();
        for (List<String> cells : rows.subList(header.rowsAbove(), rows.size())) {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < cells.size(); i++) {
                put(record, header.name(i), cells.get(i));
            }
            records.add(record);
        }
        return records;
    }

    private static List<ObjectNode> mainText(Document page, String address) {
        String heading = text(page.selectFirst("h1"));
        String title = !heading.isEmpty() ? heading : first(page, "meta[property=og:title]", page.title());
        String url = first(page, "link[rel=canonical]", first(page, "meta[property=og:url]", address));
        page.select("script,style,noscript,template,nav,header,footer,aside,form,iframe,svg,button,[role=navigation],"
                        + "[aria-hidden=true],[hidden]")
                .remove();
        Element main = page.selectFirst("main,[role=main],article,#content,.job-description,.description");
        String text = main == null || main.text().length() < 200 ? wholeText(page.body()) : wholeText(main);
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        put(record, "title", title);
        put(record, "description", text.isEmpty() ? first(page, "meta[name=description]", "") : text);
        put(record, "url", url);
        return record.has("title") || record.has("description") ? List.of(record) : List.of();
    }

    private static String first(Document page, String query, String otherwise) {
        Element element = page.selectFirst(query);
        String value = element == null
                ? ""
                : element.attr(element.hasAttr("content") ? "content" : "href").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static String text(Element element) {
        return element == null ? "" : element.text().strip();
    }

    /** The text of an element, a line for each block. */
    private static String wholeText(Element element) {
        Element copy = element.clone();
        copy.select("br").after("\n");
        copy.select("p,div,li,tr,h1,h2,h3,h4,h5,h6,ul,ol,section,dt,dd").after("\n");
        return copy.wholeText()
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    private static void put(ObjectNode record, String name, String text) {
        if (!text.isBlank()) {
            record.put(name, text);
        }
    }
}
