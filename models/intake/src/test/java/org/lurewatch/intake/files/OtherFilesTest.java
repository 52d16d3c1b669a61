package org.lurewatch.intake.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherFilesTest {
    private static final String PROSE =
            "We mend bicycles in a yard behind the mill. The week has four days, and tools are given.";

    @Test
    void readsThePostingThatAPageStates() throws IOException {
        ReadFile linked = ReadFile.of("<!doctype html><html><head><script type=\"application/ld+json\">//<![CDATA[\n"
                + "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Mill Ltd\"},"
                + "{\"@type\":\"JobPosting\",\"title\":\"Mender\",\"description\":\"two\nlines\",\"hiringOrganization\":{\"@id\":\"#o\"}}]}\n"
                + "//]]></script></head><body>menu</body></html>");
        assertEquals("HTML page", linked.kind());
        assertEquals(List.of("Mender"), linked.all("title"));
        assertEquals(
                "Mill Ltd",
                linked.record(0).path("hiringOrganization").path("name").asText());
        ReadFile marked = ReadFile.of(
                "<div itemscope itemtype=\"https://schema.org/JobPosting\"><h1 itemprop=\"title\">Mender</h1>"
                        + "<p itemprop=\"description\">" + PROSE
                        + "</p><span itemprop=\"hiringOrganization\" itemscope><b itemprop=\"name\">Mill Ltd</b></span>"
                        + "<meta itemprop=\"datePosted\" content=\"2026-01-02\"></div>");
        assertEquals(
                "{\"@type\":\"JobPosting\",\"title\":\"Mender\",\"description\":\"" + PROSE
                        + "\",\"hiringOrganization\":{\"name\":\"Mill Ltd\"},\"datePosted\":\"2026-01-02\"}",
                marked.record(0).toString());
    }

    @Test
    void takesTitleAndMainTextOfAPageThatStatesNone() throws IOException {
        ReadFile read = ReadFile.of("<html><head><title>Board</title></head><body><nav>Home</nav><h1>Mender</h1><p>"
                + PROSE + "</p><p>Write to the yard.</p><footer>Terms</footer></body></html>");
        assertEquals(List.of("Mender"), read.all("title"));
        assertEquals(List.of("Mender\n" + PROSE + "\nWrite to the yard."), read.all("description"));
        assertEquals(List.of("the page states no JobPosting; its title and main text are taken"), read.notes());
    }

    @Test
    void readsFeeds() throws IOException {
        ReadFile rss = ReadFile.of(
                "<?xml version=\"1.0\"?><rss><channel><title>Board</title><item><title>Mender &amp; more & so on</title>"
                        + "<link>https://example.org/1</link><guid>g1</guid><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate><description>short&nbsp;text</description>"
                        + "<content:encoded><![CDATA[<p>" + PROSE
                        + " & more</p>]]></content:encoded></item></channel></rss>");
        assertEquals("RSS feed", rss.kind());
        assertEquals(List.of("Mender & more & so on"), rss.all("title"));
        assertEquals(List.of("<p>" + PROSE + " & more</p>"), rss.all("description"));
        assertEquals(List.of("https://example.org/1"), rss.all("url"));
        assertEquals(List.of("g1"), rss.all("identifier"));
        ReadFile atom = ReadFile.of(
                "<feed><title>Board</title><entry><title>Mender</title><link rel=\"edit\" href=\"https://example.org/e\"/>"
                        + "<link href=\"https://example.org/1\"/><id>urn:1</id><content type=\"html\">" + PROSE
                        + "</content></entry></feed>");
        assertEquals("Atom feed", atom.kind());
        assertEquals(List.of("https://example.org/1"), atom.all("url"));
        assertEquals(List.of(PROSE), atom.all("description"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"job", "position", "vacancy", "annonce"})
    void readsTheFeedsOfJobBoards(String element) throws IOException {
        String job =
                "<E id=\"7\"><title><![CDATA[T]]></title><referencenumber>r</referencenumber><description><p>" + PROSE
                        + "</p><ul><li>Hull</li></ul></description><locations><location><city>Hull</city></location></locations></E>";
        ReadFile read = ReadFile.of(("<source><publisher>Board</publisher>" + job.replace("[T]", "[Mender]")
                        + job.replace("[T]", "[Baker]") + "</source>")
                .replace("E", element));
        assertEquals("XML, element " + element, read.kind());
        assertEquals(List.of("Mender", "Baker").size(), read.size());
        assertEquals(List.of("7", "7"), read.all("id"));
        assertEquals(PROSE + "\nHull", read.record(0).path("description").asText());
        assertEquals(
                "Hull",
                read.record(1).path("locations").path("location").path("city").asText());
    }

    @Test
    void readsMails() throws IOException {
        String mail =
                "From: The yard <yard@mill.example>\nSubject: =?UTF-8?Q?Caf=C3=A9?= mender\nDate: Mon, 5 Jan 2026 10:00:00 +0000\n"
                        + "Message-ID: <1@mill.example>\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\n"
                        + "Content-Type: text/html; charset=utf-8\n\n<p>html</p>\n--b\nContent-Type: text/plain; charset=utf-8\n"
                        + "Content-Transfer-Encoding: quoted-printable\n\nFour days, caf=C3=A9 beside.\n--b--\n";
        ReadFile one = ReadFile.of(mail);
        assertEquals("mail", one.kind());
        assertEquals(List.of("Café mender"), one.all("title"));
        assertEquals(List.of("Four days, café beside."), one.all("description"));
        assertEquals(List.of("yard@mill.example"), one.all("postedBy"));
        assertEquals(List.of("2026-01-05T10:00:00Z"), one.all("datePosted"));
        ReadFile many = ReadFile.of(
                "From yard@mill.example Mon Jan  5 10:00:00 2026\n" + mail
                        + "\nFrom yard@mill.example Mon Jan  5 11:00:00 2026\nSubject: second\nFrom: a@b.example\n\nA plain text.\n>From the mill.\n");
        assertEquals("mailbox", many.kind());
        assertEquals(List.of("Café mender", "second"), many.all("title"));
        assertEquals(
                "A plain text.\nFrom the mill.",
                many.record(1).path("description").asText());
    }

    @Test
    void readsChats() throws IOException {
        ReadFile read = ReadFile.of(
                "12/03/24, 10:10 - Messages and calls are encrypted.\n12/03/24, 10:11 - Ana: Mender wanted\nfour days: yes\n\n"
                        + "12/03/24, 10:12 - Ben: <Media omitted>\n12/03/24, 10:13 - Ben: thanks\n");
        assertEquals("WhatsApp chat", read.kind());
        assertEquals(List.of("Mender wanted\nfour days: yes", "thanks"), read.all("description"));
        assertEquals(List.of("Ana", "Ben"), read.all("postedBy"));
        assertEquals(
                List.of("one", "two"),
                ReadFile.of("[12.03.24, 10:11:12] Ana: one\n\u200E[12.03.24, 10:12:12] Ben: two\n")
                        .all("description"));
        assertEquals(
                List.of("one", "two"),
                ReadFile.of("3/12/24, 10:11\u202FPM - Ana: one\n3/12/24, 10:12\u202FPM - Ben: two\n")
                        .all("description"));
    }

    @Test
    void cutsPlainTextByItsLooks() throws IOException {
        String advert = "Mender wanted\n\n" + PROSE + "\n\n- four days\n- tools\n\nWrite to the yard.";
        assertEquals(List.of(advert), ReadFile.of(advert + "\n").all("description"));
        assertEquals(4, ReadFile.of((PROSE + "\n").repeat(4)).size());
        FileOptions blank =
                new FileOptions(Optional.of(FileKind.TEXT), Optional.empty(), TextSplit.BLANK, Optional.empty());
        assertEquals(
                List.of("one\nmore", "two"),
                ReadFile.of("", "one\nmore\n\n\ntwo\n".getBytes(StandardCharsets.UTF_8), blank)
                        .all("description"));
    }

    @Test
    void readsThePagesOfACrawl() throws IOException {
        String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><h1>Mender</h1><p>"
                + PROSE + "</p></body></html>";
        String image = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx";
        ReadFile read =
                ReadFile.of(response("https://example.org/logo", image) + response("https://example.org/1", page));
        assertEquals("WARC", read.kind());
        assertEquals(List.of("Mender"), read.all("title"));
        assertEquals(List.of("https://example.org/1"), read.all("url"));
        assertEquals(List.of("record 2"), read.places());
    }

    private static String response(String address, String http) {
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address
                + "\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:6e0f2b60-2d1c-4c4b-9b3e-1111111111" + http.length() % 90 + ">\r\n"
                + "Content-Type: application/http; msgtype=response\r\nContent-Length: " + http.length() + "\r\n\r\n"
                + http + "\r\n\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7|a PDF document",
                "{\\rtf1 text}|an RTF document",
                "SQLite format 3\u0000|an SQLite database",
                "PAR1 data|a Parquet file",
                "\u0089PNG\r\n|a PNG image",
                "\u00D0\u00CF\u0011\u00E0\u00A1|an old Office file (XLS, DOC or MSG)",
                "-- phpMyAdmin SQL Dump\nCREATE TABLE `jobs` (x int);|an SQL dump",
                "INSERT INTO `wp_posts` VALUES (1,'Mender');|an SQL dump",
                "_:n1 <http://schema.org/title> \"Mender\" <https://example.org/1> .\n|RDF as N-Triples or N-Quads",
                "{\"cells\":[{\"cell_type\":\"code\"}],\"nbformat\":4}|a Jupyter notebook",
                "7z\u00BC\u00AF\u0027\u001C|a 7z archive",
                "\u0001\u0002\u0003\u0004\u0005\u0006\u0007|binary data of no known kind"
            })
    void saysOnceWhatAFileIsThatCannotBeRead(String file) {
        String[] parts = file.split("\\|(?=an? |RDF|binary)");
        UnreadableFileException e = assertThrows(
                UnreadableFileException.class,
                () -> ReadFile.of("", parts[0].getBytes(StandardCharsets.ISO_8859_1), FileOptions.NONE));
        String beginning = "it looks like " + parts[1] + "; ";
        assertEquals(
                beginning,
                e.getMessage()
                        .substring(
                                0, Math.min(beginning.length(), e.getMessage().length())));
    }

    @Test
    void hasNoRecordInAnEmptyFile() throws IOException {
        assertEquals("an empty file", ReadFile.of("").kind());
        assertEquals(0, ReadFile.of(" \n\n").size());
        assertEquals(0, ReadFile.of("[]").size());
    }

    @Test
    void leavesOutWhatAChatProgramSaysUnderAName() throws IOException {
        assertEquals(
                List.of("one", "\u200Etwo\nlines"),
                ReadFile.of("[12.03.24, 10:11:12] Jobs: \u200EMessages are end-to-end encrypted.\n"
                                + "[12.03.24, 10:11:13] Ana: one\n[12.03.24, 10:12:12] Ben: \u200Etwo\nlines\n")
                        .all("description"));
    }

    @Test
    void readsTheTableThatAPageIs() throws IOException {
        String rows = "<tr><td>Mender</td><td>" + PROSE + "</td></tr><tr><td>Baker</td><td>Bake<br>bread</td></tr>"
                + "<tr><td>Tiler</td><td>" + PROSE + "</td></tr>";
        String table = "<table><tr><th>Puesto</th><th>Texto</th></tr>" + rows + "</table>";
        ReadFile read = ReadFile.of("jobs.xls", "<html><body>" + table + "</body></html>");
        assertEquals(List.of("Mender", "Baker", "Tiler"), read.all("Puesto"));
        assertEquals(List.of(PROSE, "Bake\nbread", PROSE), read.all("Texto"));
        String advert = "<html><body><h1>Mender</h1>" + ("<p>" + PROSE + "</p>").repeat(9) + table + "</body></html>";
        assertEquals(List.of("Mender"), ReadFile.of(advert).all("title"));
    }

    @Test
    void readsTheTablesOfMarkdown() throws IOException {
        ReadFile read = ReadFile.of("README.md", """
                # Internships

                We gather them here.

                | Company | Role | Apply |
                | --- | :---: | --- |
                | **[Mill](https://mill.example)** | Mender | <a href="https://mill.example/7"><img src="x"></a> |
                | Oven \\| Co | Baker | closed |

                ## Closed

                Company | Role
                --- | ---
                Roof | Tiler
                """);
        assertEquals("Markdown table", read.kind());
        assertEquals(List.of("Mender", "Baker", "Tiler"), read.all("Role"));
        assertEquals(List.of("Mill", "Oven | Co", "Roof"), read.all("Company"));
        assertEquals("https://mill.example/7", read.record(0).path("Apply link").asText());
        assertEquals(List.of("line 7", "line 8", "line 14"), read.places());
    }

    @Test
    void cutsTextIntoParagraphsThatStandByThemselves() throws IOException {
        String contact = PROSE + "\nWrite to yard@mill.example\n\n";
        assertEquals(3, ReadFile.of(contact.repeat(3)).size());
        assertEquals(
                3, ReadFile.of(("Post: Mender\n" + PROSE + "\n \n").repeat(3)).size());
        // An advert of several paragraphs says once where to apply.
        assertEquals(1, ReadFile.of((PROSE + "\n\n").repeat(3) + contact).size());
        assertEquals(
                1,
                ReadFile.of("Tasks: " + PROSE + "\n\nYou bring: tools\n\nWe pay: weekly\n\nWrite: yard@mill.example\n")
                        .size());
    }
}
