package org.lurewatch.intake.postings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.columns.ColumnOverrides;
import org.lurewatch.intake.files.FileOptions;
import org.lurewatch.intake.files.UnreadableFileException;
import org.lurewatch.intake.labels.Label;

class PostingFilesTest {
    private static final String PROSE =
            "You unload trailers and check deliveries against the order while the racking stays tidy.";

    private final List<String> told = new ArrayList<>();

    @Test
    void namesOfSchemaOrgNeedNoChoice() throws IOException {
        List<PostingRecord> records = read("{\"identifier\":\"1\",\"title\":\"Cook\",\"description\":\"Cook rice\"}\n"
                + "{\"identifier\":\"2\",\"title\":\"Cook\",\"description\":\"Cook rice\"}\n");
        assertEquals(List.of("1", "2"), identifiers(records));
        assertTrue(records.get(0).columns().isEmpty());
        assertEquals(List.of("a file: read as JSON lines, UTF-8: names of schema.org; 2 adverts"), told);
    }

    @Test
    void examplesOfTheProjectKeepTheirLabels() throws IOException {
        PostingRecord record =
                read("{\"posting\":{\"@type\":\"JobPosting\",\"identifier\":\"1\",\"description\":\"Cook rice\"},\"label\":\"scam\","
                                + "\"group\":\"g\"}\n")
                        .get(0);
        assertEquals(Label.SCAM, record.labelled().label());
        assertEquals("g", record.labelled().group());
    }

    @Test
    void aBadRecordStandsBetweenTwoGoodOnes() throws IOException {
        List<PostingRecord> records = read("{\"identifier\":\"1\",\"description\":\"Cook rice\"}\n"
                + "{\"identifier\":\"2\"}\n{\"identifier\":\"3\",\"description\":\"Cook rice\"}\n");
        assertEquals(3, records.size());
        assertEquals("1", records.get(0).decoded().posting().identifier());
        UnusablePostingException problem = assertThrows(
                UnusablePostingException.class, () -> records.get(1).decoded());
        assertEquals(RejectReason.NO_TEXT, problem.reason());
        assertEquals("line 2", records.get(1).place());
        assertEquals("3", records.get(2).decoded().posting().identifier());
    }

    @Test
    void rowsBesideEachOtherNeverHaveOneIdentifier() throws IOException {
        StringBuilder table = new StringBuilder("ref,title,description,link\n");
        for (int row = 0; row < 400; row++) {
            // In the sample every reference is its own; behind it, they come again with other text.
            table.append("R-")
                    .append(row % 300)
                    .append(",Cook ")
                    .append(row)
                    .append(',')
                    .append(PROSE)
                    .append(row)
                    .append(",https://example.org/jobs/")
                    .append(row % 300)
                    .append('\n');
        }
        List<PostingRecord> records = read(table.toString());
        assertEquals(400, new HashSet<>(identifiers(records)).size());
        assertEquals("R-299", records.get(299).decoded().posting().identifier());
        assertNotEquals("R-0", records.get(300).decoded().posting().identifier());
    }

    @Test
    void theSameAdvertAgainKeepsItsIdentifier() throws IOException {
        StringBuilder table = new StringBuilder("ref,title,description\n");
        for (int row = 0; row < 12; row++) {
            table.append("R-")
                    .append(row % 6)
                    .append(",Cook ")
                    .append(row % 6)
                    .append(',')
                    .append(PROSE)
                    .append('\n');
        }
        assertEquals(6, new HashSet<>(identifiers(read(table.toString()))).size());
    }

    @Test
    void aPersonOverrulesTheGuess() throws IOException {
        String table = "ref,title,note,description\nR-7,Cook,Bring an apron," + PROSE + "\nR-9,Driver,Bring a map,"
                + PROSE + " Mornings.\n";
        IntakeOptions options = new IntakeOptions(FileOptions.NONE, ColumnOverrides.parse("title=note,text=title"));
        JobPosting posting = read(table, options).get(0).decoded().posting();
        assertEquals("Bring an apron", posting.texts().get(PostingField.TITLE));
        assertEquals("Cook", posting.texts().get(PostingField.DESCRIPTION));
    }

    @Test
    void howOftenPayComesIsSaidInTheWordsOfSchemaOrg() throws IOException {
        List<PostingRecord> records = read("title,description,min_amount,max_amount,currency,interval\n" + "Cook,"
                + PROSE + ",300,,USD,daily\nDriver," + PROSE + " Mornings.,14,16,USD,hourly\n");
        assertEquals(List.of("300 USD per DAY", "14-16 USD per HOUR"), texts(records, PostingField.BASE_SALARY));
    }

    @Test
    void aJobPostingIsKnownByItsTypeHoweverThatIsWritten() throws IOException {
        for (String type : List.of(
                "\"JobPosting\"",
                "\"schema:JobPosting\"",
                "\"https://schema.org/JobPosting/\"",
                "\"https://schema.org#JobPosting\"",
                "[\"Thing\",\"http://schema.org/JobPosting\"]")) {
            List<PostingRecord> records =
                    read("{\"@type\":" + type + ",\"identifier\":\"1\",\"description\":\"Cook rice\"}\n"
                            + "{\"@type\":\"WebPage\",\"description\":\"A page\"}\n"
                            + "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":" + type
                            + ",\"identifier\":\"2\",\"description\":\"Cook beans\"}}\n");
            assertEquals("Cook rice", records.get(0).decoded().posting().texts().get(PostingField.DESCRIPTION), type);
            assertEquals(
                    "Cook beans",
                    records.get(records.size() - 1).decoded().posting().texts().get(PostingField.DESCRIPTION),
                    type);
        }
    }

    @Test
    void whatToolsWriteForNothingIsNoValue() throws IOException {
        List<PostingRecord> records = read("title,description,country,salary\nCook," + PROSE + ",NA,nan\nDriver,"
                + PROSE + " Mornings.,Peru,[]\nBaker," + PROSE + " Nights.,Nan,#N/A\n");
        assertEquals(List.of("", "", ""), texts(records, PostingField.BASE_SALARY));
        assertEquals(List.of("", "Peru", "Nan"), texts(records, PostingField.ADDRESS_COUNTRY));
    }

    @Test
    void aTableWithoutAdvertsIsOneProblem() throws IOException {
        assertEquals(List.of(), read("day,rate\n2024-01-01,1.09\n2024-01-02,1.08\n2024-01-03,1.07\n"));
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("without a column of titles or texts: day, rate"), told.get(0));
    }

    @Test
    void bareTitlesAreOneAdvertEachHoweverFewTheyAre() throws IOException {
        List<String> titles = List.of("Warehouse Assistant", "Night Porter", "School Nurse (m/f)", "Line Cook");
        for (String file : List.of(
                String.join("\n", titles),
                String.join("\n\n", titles),
                "\uFEFF" + String.join("\r\n", titles) + "\r\n")) {
            assertEquals(titles, texts(read(file), PostingField.TITLE), file);
            assertEquals(
                    "a file: read as plain text, one title a line, UTF-8: names of schema.org; a title alone says little,"
                            + " so most scams in it will not be found; 4 adverts",
                    told.get(told.size() - 1));
        }
    }

    @Test
    void bareTitlesInATableNeedNoHeader(@TempDir Path folder) throws IOException {
        for (List<String> titles : List.of(
                List.of("Content Writer", "Night Porter", "School Nurse", "Line Cook", "Forklift Driver"),
                List.of("Night Porter", "School Nurse", "Line Cook"))) {
            for (String header : List.of("", "Position\n", "name\n", "Job Title\n", "post_ttl\n")) {
                Path table = Files.writeString(folder.resolve("posts.csv"), header + String.join("\n", titles) + "\n");
                assertEquals(titles, texts(read(table), PostingField.TITLE), header);
                assertTrue(told.get(told.size() - 1).contains("a title alone says little"));
            }
        }
    }

    @Test
    void longListsOfTitlesAreTitlesToo() throws IOException {
        List<String> titles = new ArrayList<>();
        for (int shop = 1; shop <= 150; shop++) {
            titles.add("Sales Assistant, shop " + shop);
            titles.add("Night Porter, house " + shop);
            titles.add("Line Cook, kitchen " + shop);
        }
        assertEquals(titles, texts(read(String.join("\n", titles)), PostingField.TITLE));
    }

    @Test
    void anAdvertOfSeveralLinesStaysOne() throws IOException {
        for (String advert : List.of(
                "Line cook wanted\nWe cook for eighty guests a night.\nAsk for the head chef.",
                "Customer service assistant\nTyping operator\nDriver\nPay 1500 € a month",
                "Night porter\nDriver\nCook\nAsk @mill_desk_44",
                "Driver\nCook\nCall 020 7946 0018",
                "We look for:\n- drivers\n- cooks\n- cleaners",
                "Free room\nGood food\nNo fee\nStart today")) {
            assertEquals(List.of(advert), texts(read(advert), PostingField.DESCRIPTION), advert);
        }
    }

    @Test
    void aColumnOfMessagesIsNoColumnOfTitles(@TempDir Path folder) throws IOException {
        List<String> messages =
                List.of("see you at lunch", "are you home", "bring the sandwiches", "on my way", "ok then");
        Path table = Files.writeString(folder.resolve("chat.csv"), "Msg\n" + String.join("\n", messages) + "\n");
        assertEquals(messages, texts(read(table), PostingField.DESCRIPTION));
    }

    private static List<String> texts(List<PostingRecord> records, PostingField field) {
        return records.stream()
                .map(record -> record.decoded().posting().texts().getOrDefault(field, ""))
                .toList();
    }

    private static List<String> identifiers(List<PostingRecord> records) {
        return records.stream()
                .map(record -> record.decoded().posting().identifier())
                .toList();
    }

    private List<PostingRecord> read(String content) throws IOException {
        return read(content, IntakeOptions.NONE);
    }

    private List<PostingRecord> read(String content, IntakeOptions options) throws IOException {
        return all(PostingFiles.of(
                "a file",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                options,
                PostingLimits.DEFAULT,
                new Telling()));
    }

    private List<PostingRecord> read(Path path) throws IOException {
        return all(PostingFiles.of(path, IntakeOptions.NONE, PostingLimits.DEFAULT, new Telling()));
    }

    private static List<PostingRecord> all(PostingFiles opened) throws IOException {
        List<PostingRecord> records = new ArrayList<>();
        try (opened) {
            for (Optional<PostingRecord> next = opened.next(); next.isPresent(); next = opened.next()) {
                records.add(next.get());
            }
        }
        return records;
    }

    private final class Telling implements PostingFiles.Listener {
        @Override
        public void onEnd(PostingFile file) {
            told.add(file.name() + ": " + file.summary());
        }

        @Override
        public void onUnreadable(String file, UnreadableFileException problem) {
            told.add(file + ": " + problem.getMessage());
        }

        @Override
        public void onSkipped(String file) {
            told.add(file.replaceFirst(".*[/\\\\]", "") + ": skipped");
        }
    }

    @Test
    void whereAUrlIsThatOfAnotherAdvertThePostingIsNamedByWhatItSays() throws IOException {
        StringBuilder table = new StringBuilder("puesto,descripcion,link\n");
        for (int row = 0; row < 6; row++) {
            table.append("Cook ")
                    .append(row)
                    .append(',')
                    .append(PROSE)
                    .append(row)
                    .append(",https://example.org/apply/7\n");
        }
        List<PostingRecord> records = read(table.toString());
        assertEquals(6, new HashSet<>(identifiers(records)).size());
        assertEquals("digest", records.get(5).decoded().posting().notes().identifierFrom());
        assertEquals(
                identifiers(records).subList(1, 6),
                identifiers(read(table.toString())).subList(1, 6));
    }

    @Test
    void whatLiesBesideThePostingsOfAFolderIsNotRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("README.md"), "Adverts, gathered in May.");
        Files.writeString(folder.resolve("scrape.py"), "print('Cook rice')\n".repeat(9));
        Files.writeString(folder.resolve("reading-aloud.txt"), "Reader wanted: " + PROSE);
        assertEquals(1, read(folder).size());
        assertEquals(
                List.of("README.md: skipped", "scrape.py: skipped"),
                told.stream().filter(line -> line.endsWith("skipped")).sorted().toList());
        assertEquals(1, read(folder.resolve("README.md")).size());
    }
}
