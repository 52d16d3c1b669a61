package org.lurewatch.intake.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {
    private static final String PROSE =
            "We mend bicycles in a yard behind the mill. The week has four days, and tools are given.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title,text\nMender,\"P\nand, so on\"\nBaker,\"P\"\n",
                "\uFEFFtitle,text\r\nMender,\"P\r\nand, so on\"\r\nBaker,\"P\"\r\n",
                "title\ttext\nMender\t\"P\nand, so on\"\nBaker\tP\n",
                "title;text\nMender;\"P\nand, so on\"\nBaker;\"P\"\n",
                "title|text\nMender|\"P\nand, so on\"\nBaker|\"P\"\n",
                "sep=;\ntitle;text\nMender;\"P\nand, so on\"\nBaker;\"P\"\n",
                "title,text\rMender,\"P\nand, so on\"\rBaker,\"P\"",
                "Jobs of May,\ntitle,text,place\nMender,\"P\nand, so on\",Hull\nBaker,\"P\",Hull\n"
            })
    void readsTablesHoweverTheyAreSeparated(String table) throws IOException {
        ReadFile read = ReadFile.of("jobs.csv", table.replace("P", PROSE));
        assertEquals(List.of("Mender", "Baker"), read.all("title"));
        assertEquals(List.of(PROSE + "\nand, so on", PROSE), read.all("text"));
        assertEquals(List.of(), read.notes());
    }

    @Test
    void saysWhereARowIsFound() throws IOException {
        assertEquals(
                List.of("line 2", "line 4"),
                ReadFile.of("title,text\nMender,\"two\nlines\"\nBaker,one\n").places());
    }

    @Test
    void noticesThatThereIsNoHeader() throws IOException {
        ReadFile read = ReadFile.of(
                "jobs.csv",
                "\"Mender\",//example.org/1,\"" + PROSE + "\"\n\"Baker\",//example.org/2,\"" + PROSE + "\"\n");
        assertEquals(List.of("Mender", "Baker"), read.all("0"));
        assertEquals(List.of("the first row has no names"), read.notes());
        ReadFile messages = ReadFile.of("ham\t" + PROSE + "\nspam\t" + PROSE + "\nham\t" + PROSE + "\n");
        assertEquals(List.of("ham", "spam", "ham"), messages.all("0"));
    }

    @Test
    void keepsHeadersInAnyLanguage() throws IOException {
        for (String header : List.of(
                "Puesto,Empresa,Ubicación,Link",
                "title_clean,company_clean,source,link",
                ",name,duties,url",
                "職位,公司,地點,連結",
                "근무회사,직무,지역,링크")) {
            ReadFile read = ReadFile.of(
                    "x.csv",
                    header
                            + "\nMender,Mill Ltd,Hull,https://example.org/1\nBaker,Mill Ltd,Hull,https://example.org/2\n");
            assertEquals(2, read.size(), header);
            assertEquals(List.of(), read.notes(), header);
        }
    }

    @Test
    void namesColumnsWithoutANameAndOnesOfTheSameName() throws IOException {
        ReadFile read = ReadFile.of("x.csv", ",Pay,pay,Pay\n1,a,b,c\n2,d,e,f,g\n");
        assertEquals(
                "{\"0\":\"1\",\"Pay\":\"a\",\"pay_2\":\"b\",\"Pay_3\":\"c\"}",
                read.record(0).toString());
        assertEquals("g", read.record(1).path("4").asText());
    }

    @Test
    void dropsAHeaderThatIsRepeated() throws IOException {
        assertEquals(
                List.of("A", "B"),
                ReadFile.of("x.csv", "title,text\nA,x\ntitle,text\nB,y\n").all("title"));
    }

    @Test
    void losesOneRowToAQuoteThatIsNotClosed() throws IOException {
        ReadFile read = ReadFile.of(
                "x.csv",
                "title,text,place\nA,x,Hull\nB,\"y,Hull\nC,z,Hull\nD,5\" nails,Hull\nE,\"say \"hi\" twice\",Hull\n");
        assertEquals(List.of("A", "line 3: UNKNOWN_FORMAT", "C", "D", "E"), read.all("title"));
        assertEquals("say \"hi\" twice", read.record(4).path("text").asText());
    }

    @Test
    void readsAColumnOfTextAlone() throws IOException {
        ReadFile read = ReadFile.of("x.csv", "Msg\n\"" + PROSE + "\"\n\"" + PROSE + "\nmore\"\n");
        assertEquals(List.of(PROSE, PROSE + "\nmore"), read.all("Msg"));
    }

    @Test
    void readsTheCharsetsOfTheWorld() throws IOException {
        Map<String, String> texts = Map.ofEntries(
                Map.entry("UTF-16LE", "title,text\nMender," + PROSE.replace(",", "")),
                Map.entry("UTF-16BE", "title,text\nMender," + PROSE.replace(",", "")),
                Map.entry(
                        "windows-1252",
                        "Título,Descripción\nMecánico,Reparamos bicicletas en un patio detrás del molino. Formación incluida y jornada de mañana.\n"),
                Map.entry(
                        "windows-1250",
                        "Stanowisko,Opis\nMechanik,Naprawiamy rowery na podwórzu za młynem. Szkolenie jest płatne a umowę zawieramy na piśmie.\n"),
                Map.entry(
                        "windows-1251",
                        "Должность,Описание\nМеханик,Чиним велосипеды во дворе за мельницей. Обучение оплачивается и договор заключаем письменно.\n"),
                Map.entry(
                        "windows-1253",
                        "Θέση,Περιγραφή\nΜηχανικός,Επισκευάζουμε ποδήλατα στην αυλή πίσω από τον μύλο. Η εκπαίδευση πληρώνεται και η σύμβαση είναι γραπτή.\n"),
                Map.entry(
                        "windows-1254",
                        "İlan,Açıklama\nTamirci,Değirmenin arkasındaki avluda bisiklet tamir ediyoruz. Eğitim ücretlidir ve sözleşme yazılı yapılır.\n"),
                Map.entry(
                        "windows-1256",
                        "الوظيفة,الوصف\nميكانيكي,نصلح الدراجات في الفناء خلف الطاحونة. التدريب مدفوع والعقد مكتوب والراتب شهري.\n"),
                Map.entry("GB18030", "职位,描述\n修理工,我们在磨坊后面的院子里修理自行车，每周工作四天，提供工具，签订劳动合同。\n"),
                Map.entry("Big5", "職位,描述\n修理工,我們在磨坊後面的院子裡修理自行車，每週工作四天，提供工具，簽訂勞動合約。\n"),
                Map.entry("Shift_JIS", "仕事,説明\n修理工,水車小屋の裏庭で自転車を修理する仕事です。未経験でも歓迎します。週に四日の勤務です。\n"),
                Map.entry("CP949", "직무,설명\n수리공,방앗간 뒤 마당에서 자전거를 수리합니다. 경력이 없어도 지원할 수 있으며 공구를 드립니다.\n"));
        for (Map.Entry<String, String> each : texts.entrySet()) {
            String charset = each.getKey().equals("CP949") ? "x-windows-949" : each.getKey();
            ReadFile read = ReadFile.of(each.getValue(), Charset.forName(charset));
            assertEquals(each.getKey(), read.charset().orElseThrow());
            String[] lines = each.getValue().split("\n");
            assertEquals(List.of(lines[1].split(",")[0]), read.all(lines[0].split(",")[0]), each.getKey());
        }
    }

    @Test
    void replacesOnlyTheBytesThatAreDamaged() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ("title,text\n" + "Mender,café and crème brûlée\n".repeat(20)).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {'B', ',', 'x', (byte) 0x92, 's', '\n'});
        ReadFile read = ReadFile.of("x.csv", bytes.toByteArray(), FileOptions.NONE);
        assertEquals("UTF-8", read.charset().orElseThrow());
        assertEquals("x\uFFFDs", read.record(20).path("text").asText());
        assertEquals("café and crème brûlée", read.record(19).path("text").asText());
        assertEquals(List.of("1 places hold bytes that are no text in this charset"), read.notes());
    }

    @Test
    void readsEverySheetOfAWorkbook() throws IOException {
        ReadFile read = ReadFile.of("x.xlsx", workbook("Jobs", "Trial"), FileOptions.NONE);
        assertEquals("XLSX, every sheet", read.kind());
        assertEquals(List.of("Mender", "Baker", "Mender", "Baker"), read.all("Title"));
        assertEquals(List.of(PROSE, "12.5", PROSE, "12.5"), read.all("Text"));
        assertEquals("2026-01-02", read.record(0).path("Posted").asText());
        assertEquals(
                List.of("row 2 of sheet Jobs", "row 3 of sheet Jobs", "row 2 of sheet Trial", "row 3 of sheet Trial"),
                read.places());
        assertTrue(ReadFile.of("", workbook("Jobs"), FileOptions.NONE).kind().equals("XLSX, sheet Jobs"));
    }

    @Test
    void leavesOutTheTitleAboveASheet() throws IOException {
        byte[] titled = workbookBelow(List.of("Vacancies 2026", "Mill Ltd"), "Jobs");
        ReadFile read = ReadFile.of("x.xlsx", titled, FileOptions.NONE);
        assertEquals(List.of("Mender", "Baker"), read.all("Title"));
        assertEquals(List.of("row 5 of sheet Jobs", "row 6 of sheet Jobs"), read.places());
    }

    @Test
    void leavesOutTheTitleAboveATable() throws IOException {
        String table = "No,Post,Duties\n1,Mender," + PROSE.replace(",", "") + "\n2,Baker,bread\n3,Tiler,roofs\n";
        for (String title : List.of(
                "",
                "Open posts,,\n",
                "Vacancies 2026,,\n,,\n",
                "Open posts\nas of May\n\nMill Ltd\n",
                "Open posts,,\nas of May,,\n,,\nMill Ltd,,\nYard,,\n")) {
            for (String name : List.of("x.csv", "")) {
                ReadFile read = ReadFile.of(name, title + table);
                assertEquals(List.of("Mender", "Baker", "Tiler"), read.all("Post"), title);
                assertEquals(List.of(), read.notes(), title);
            }
        }
        assertEquals(
                List.of("Mender", "Baker"),
                ReadFile.of("x.csv", "Vacancies 2026\n\nTitle,Text\nMender,bicycles\nBaker,bread\n")
                        .all("Title"));
    }

    @Test
    void aRowThatHasLostACellIsNoTitle() throws IOException {
        ReadFile read = ReadFile.of(
                "x.csv",
                "Mender,\nBaker," + PROSE.replace(",", "") + "\nTiler,roofs\nCook,soup\nCook,bread\nSmith,iron\n");
        assertEquals(List.of("Mender", "Baker", "Tiler", "Cook", "Cook", "Smith"), read.all("0"));
    }

    @Test
    void readsAWorkbookWithoutStyles() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook("Jobs")));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals("xl/styles.xml")) {
                    put(out, entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertEquals(
                List.of("Mender", "Baker"),
                ReadFile.of("x.xlsx", bytes.toByteArray(), FileOptions.NONE).all("Title"));
    }

    static byte[] workbook(String... sheets) throws IOException {
        return workbookBelow(List.of(), sheets);
    }

    /** A workbook as small as the format allows, with the same table in each sheet, a row below a title of some rows. */
    private static byte[] workbookBelow(List<String> title, String... sheets) throws IOException {
        StringBuilder above = new StringBuilder();
        for (int i = 1; i <= title.size(); i++) {
            above.append("<row r=\"" + i + "\">" + text("A" + i, title.get(i - 1)) + "</row>");
        }
        int header = title.isEmpty() ? 1 : title.size() + 2;
        int one = header + 1;
        int two = header + 2;
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            for (int i = 1; i <= sheets.length; i++) {
                names.append("<sheet name=\"" + sheets[i - 1] + "\" sheetId=\"" + i + "\" r:id=\"r" + i + "\"/>");
                relations.append("<Relationship Id=\"r" + i + "\" Type=\"" + links
                        + "/worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>");
                put(
                        zip,
                        "xl/worksheets/sheet" + i + ".xml",
                        "<worksheet xmlns=\"" + main + "\"><sheetData>" + above
                                + "<row r=\"" + header + "\">" + text("A" + header, "Title")
                                + text("B" + header, "Text") + text("C" + header, "Posted") + "</row>"
                                + "<row r=\"" + one + "\">" + text("A" + one, "Mender") + text("B" + one, PROSE)
                                + "<c r=\"C" + one + "\" s=\"1\"><v>46024</v></c></row>"
                                + "<row r=\"" + two + "\">" + text("A" + two, "Baker")
                                + "<c r=\"B" + two + "\"><v>12.5</v></c></row></sheetData></worksheet>");
            }
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + main
                            + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                            + "<Relationship Id=\"s\" Type=\"" + links
                            + "/styles\" Target=\"styles.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + links + "\"><sheets>" + names
                            + "</sheets></workbook>");
        }
        return bytes.toByteArray();
    }

    private static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
