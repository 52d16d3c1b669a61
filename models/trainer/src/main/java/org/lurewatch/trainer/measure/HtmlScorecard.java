package org.lurewatch.trainer.measure;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.lurewatch.detection.posting.TerminalText;

/** A measurement as one page that needs nothing else: no script, no network. Everything from files is escaped. */
public final class HtmlScorecard {
    private static final String STYLE = """
            body { font: 15px/1.45 sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em; color: #222; }
            .wide { overflow-x: auto; margin: .5em 0 1.5em; }
            table { border-collapse: collapse; font-size: 13px; }
            th, td { border-bottom: 1px solid #ddd; padding: .25em .7em; text-align: left; vertical-align: top; }
            th { background: #f4f4f4; }
            figure { display: inline-block; margin: .5em 0; width: 100%; max-width: 38em; }
            svg { display: block; width: 100%; height: auto; }
            figcaption { font-weight: bold; }
            """;

    private HtmlScorecard() {}

    /** The page. */
    public static String page(Measurement measurement) {
        Document page = page("Scorecard");
        Element body = page.body();
        body.appendElement("h1").text("Scorecard");
        measurement.run().ifPresent(run -> append(run, body));
        TextScorecard.notes(measurement).forEach(note -> body.appendElement("p").text(note));
        measurement.unseen().forEach(unseen -> {
            body.appendElement("h2").text(TerminalText.escape(unseen.name()));
            UnseenTables.of(unseen).forEach(table -> append(table, body));
        });
        for (int i = 0; i < measurement.views().size(); i++) {
            append(measurement.views().get(i), measurement.terms(), "view" + i + "chart", body);
        }
        measurement.errors().forEach(errors -> {
            body.appendElement("h2").text("Errors. " + TerminalText.escape(errors.name()));
            errors.tables().forEach(table -> append(table, body));
        });
        return page.outerHtml() + "\n";
    }

    /** A page of tables alone. */
    public static String page(String title, Run run, List<String> notes, List<FigureTable> tables) {
        Document page = page(title);
        Element body = page.body();
        body.appendElement("h1").text(title);
        append(run, body);
        notes.forEach(note -> body.appendElement("p").text(TerminalText.escape(note)));
        tables.forEach(table -> append(table, body));
        return page.outerHtml() + "\n";
    }

    private static void append(Run run, Element body) {
        body.appendElement("p").text(TerminalText.escape(run.words()));
    }

    private static Document page(String title) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false).charset("UTF-8");
        page.prependChild(new DocumentType("html", "", ""));
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        page.head()
                .appendElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", "default-src 'none'; style-src 'unsafe-inline'");
        page.title(title);
        page.head().appendElement("style").appendChild(new DataNode(STYLE));
        return page;
    }

    private static void append(View view, Assumptions terms, String prefix, Element body) {
        body.appendElement("h2").text(TerminalText.escape(view.name()));
        for (Charts.Chart chart : new Charts(view, terms).draw(prefix)) {
            Element figure = body.appendElement("figure");
            figure.appendElement("figcaption").text(chart.title());
            figure.appendChild(svg(chart));
        }
        FigureTables.of(view, terms).forEach(table -> append(table, body));
    }

    /** An element tree of its own, which needs no XML namespaces in a page. */
    private static Element svg(Charts.Chart chart) {
        Element svg = Jsoup.parse(chart.svg(), "", Parser.xmlParser()).expectFirst("svg");
        List.of("xmlns", "xmlns:xlink", "xmlns:jfreesvg").forEach(svg::removeAttr);
        return svg.attr("role", "img").attr("aria-label", chart.title());
    }

    private static void append(FigureTable table, Element body) {
        body.appendElement("h3").text(TerminalText.escape(table.title()));
        Element element = body.appendElement("div").addClass("wide").appendElement("table");
        Element head = element.appendElement("thead").appendElement("tr");
        table.header().forEach(cell -> head.appendElement("th").text(TerminalText.escape(cell)));
        Element rows = element.appendElement("tbody");
        table.rows().forEach(row -> {
            Element line = rows.appendElement("tr");
            row.forEach(cell -> line.appendElement("td").text(TerminalText.escape(cell)));
        });
    }
}
