package org.lurewatch.intake.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

class JsonPostingReaderTest {
    private final JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);

    @Test
    void readsAFlatPosting() {
        DecodedPosting decoded = reader.read("""
                {"identifier": "a-1", "source": "board", "title": "Cook", "description": "Cooks <b>rice</b>",
                 "postedBy": "u1", "datePosted": "2026-03-01", "scrapedAt": "2026-03-02T10:00:00+07:00"}""");
        assertEquals("a-1", decoded.posting().identifier());
        assertEquals("board", decoded.posting().source());
        assertEquals(
                Map.of(
                        PostingField.TITLE, "Cook",
                        PostingField.DESCRIPTION, "Cooks <b>rice</b>",
                        PostingField.POSTED_BY, "u1"),
                decoded.posting().texts());
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), decoded.posting().datePosted());
        assertEquals(Instant.parse("2026-03-02T03:00:00Z"), decoded.posting().scrapedAt());
        assertEquals(0, decoded.unknownFields());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-9223372036854775808",
                "9223372036854775807",
                "-9223372036854775807",
                "9223372036854775808",
                "-62135596801",
                "1e999",
                "1e2147483647",
                "\"0000-01-01\"",
                "\"+292278994-08-17T07:12:55.807Z\"",
                "\"+999999999-12-31T23:59:59-18:00\"",
                "\"-999999999-01-01T00:00:00+18:00\""
            })
    void aTimeBeyondTheYears1To9999IsUnknown(String time) {
        DecodedPosting decoded = reader.read(
                "{\"identifier\": \"1\", \"title\": \"a\", \"datePosted\": " + time + ", \"scrapedAt\": " + time + "}");
        assertNull(decoded.posting().datePosted());
        assertNull(decoded.posting().scrapedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "-1e-2147483649", "1e99999999999"})
    void aNumberThatNoExponentHoldsIsRefused(String number) {
        UnusablePostingException refused = assertThrows(
                UnusablePostingException.class,
                () -> reader.read("{\"identifier\": \"1\", \"title\": \"a\", \"unknown\": " + number + "}"));
        assertEquals(RejectReason.MALFORMED_JSON, refused.reason());
    }

    @Test
    void readsJsonLdAsJobBoardsPublishIt() {
        DecodedPosting decoded = reader.read("""
                {"@context": "https://schema.org/", "@type": "JobPosting",
                 "identifier": {"@type": "PropertyValue", "name": "Acme", "value": 123},
                 "title": {"@value": "Welder", "@language": "en"},
                 "description": "<p>Welds</p>", "validThrough": "2026-12-31",
                 "hiringOrganization": {"@type": "Organization", "name": "Acme", "sameAs": "https://acme.example",
                   "logo": {"@type": "ImageObject", "url": "https://acme.example/l.png"}},
                 "jobLocation": [
                   {"@type": "Place", "address": {"@type": "PostalAddress", "streetAddress": "1 Rue", "addressLocality": "Lyon",
                     "addressCountry": {"@type": "Country", "name": "FR"}}},
                   {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Paris", "addressCountry": "FR"}}],
                 "applicantLocationRequirements": [{"@type": "Country", "name": "FR"}, {"@type": "Country", "name": "BE"}],
                 "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR",
                   "value": {"@type": "QuantitativeValue", "minValue": 1800, "maxValue": 2200.50, "unitText": "MONTH"}},
                 "employmentType": ["FULL_TIME", "CONTRACTOR"],
                 "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
                 "educationRequirements": {"@type": "EducationalOccupationalCredential", "credentialCategory": "high school"},
                 "applicationContact": {"@type": "ContactPoint", "telephone": "+33 1", "email": "a@acme.example"},
                 "directApply": true}""");
        assertEquals("123", decoded.posting().identifier());
        Map<PostingField, String> texts = decoded.posting().texts();
        assertEquals("Welder", texts.get(PostingField.TITLE));
        assertEquals("<p>Welds</p>", texts.get(PostingField.DESCRIPTION));
        assertEquals("Acme", texts.get(PostingField.ORGANIZATION_NAME));
        assertEquals("https://acme.example/l.png", texts.get(PostingField.ORGANIZATION_LOGO));
        assertEquals("Lyon\nParis", texts.get(PostingField.ADDRESS_LOCALITY));
        assertEquals("FR", texts.get(PostingField.ADDRESS_COUNTRY));
        assertEquals("FR\nBE", texts.get(PostingField.APPLICANT_LOCATION));
        assertEquals("1800-2200.50 EUR per MONTH", texts.get(PostingField.BASE_SALARY));
        assertEquals("FULL_TIME\nCONTRACTOR", texts.get(PostingField.EMPLOYMENT_TYPE));
        assertEquals("24 months", texts.get(PostingField.EXPERIENCE_REQUIREMENTS));
        assertEquals("high school", texts.get(PostingField.EDUCATION_REQUIREMENTS));
        assertEquals("+33 1", texts.get(PostingField.CONTACT_TELEPHONE));
        assertEquals("a@acme.example", texts.get(PostingField.CONTACT_EMAIL));
        assertEquals(3, decoded.unknownFields(), "sameAs, streetAddress and directApply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":\"JobPosting\",\"identifier\":\"1\",\"title\":\"t\"}]}",
                "[{\"@type\":[\"Thing\",\"JobPosting\"],\"identifier\":\"1\",\"title\":\"t\"}]",
                "{\"@type\":\"http://schema.org/JobPosting\",\"identifier\":\"1\",\"title\":\"t\"}",
                "\uFEFF {\"@type\":\"schema:JobPosting\",\"@id\":\"9\",\"identifier\":1,\"title\":\"t\"}\n"
            })
    void findsTheOnePostingInJsonLd(String json) {
        assertEquals("1", reader.read(json).posting().identifier());
        assertEquals(
                "1",
                reader.read(json.getBytes(StandardCharsets.UTF_8)).posting().identifier());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1500 USD\"|1500 USD",
                "1500.00|1500.00",
                "{\"currency\":\"THB\",\"value\":900}|900 THB",
                "{\"currency\":\"USD\",\"value\":{\"minValue\":\"1,000\",\"unitText\":\"DAY\"}}|1,000 USD per DAY",
                "{\"currency\":\"USD\",\"value\":{\"maxValue\":9}}|9 USD",
                "{\"currency\":\"USD\",\"minValue\":5,\"maxValue\":5,\"unitText\":\"HOUR\"}|5 USD per HOUR",
                "{\"price\":5,\"priceCurrency\":\"EUR\"}|5 EUR",
                "[{\"currency\":\"USD\",\"value\":{\"value\":7,\"unitText\":\"WEEK\"}}]|7 USD per WEEK"
            })
    void writesEveryFormOfSalaryOneWay(String salary, String expected) {
        DecodedPosting decoded = reader.read("{\"identifier\":1,\"title\":\"t\",\"baseSalary\":" + salary + "}");
        assertEquals(expected, decoded.posting().texts().get(PostingField.BASE_SALARY));
    }

    @Test
    void readsPlainTextWhereSchemaOrgHasAnObject() {
        Map<PostingField, String> texts = reader.read("""
                        {"identifier": 1, "title": "t", "hiringOrganization": "Acme", "jobLocation": "Lyon, France",
                         "applicationContact": ["a@b.example", "https://b.example", "Telegram @b"]}""").posting().texts();
        assertEquals("Acme", texts.get(PostingField.ORGANIZATION_NAME));
        assertEquals("Lyon, France", texts.get(PostingField.ADDRESS_LOCALITY));
        assertEquals("a@b.example", texts.get(PostingField.CONTACT_EMAIL));
        assertEquals("https://b.example", texts.get(PostingField.CONTACT_URL));
    }

    @Test
    void readsDottedNames() {
        DecodedPosting decoded = reader.read("{\"identifier\":1,\"title\":\"t\",\"hiringOrganization.name\":\"Acme\"}");
        assertEquals("Acme", decoded.posting().texts().get(PostingField.ORGANIZATION_NAME));
    }

    @Test
    void takesNullAndAnEmptyListForUnknown() {
        DecodedPosting decoded = reader.read(
                "{\"identifier\":1,\"title\":\"t\",\"description\":null,\"industry\":[],\"jobLocation\":null,\"datePosted\":\"3 days ago\"}");
        assertEquals(Map.of(PostingField.TITLE, "t"), decoded.posting().texts());
        assertEquals(null, decoded.posting().datePosted());
    }

    @Test
    void letsTheLastOfTwoValuesStand() {
        assertEquals(
                "second",
                reader.read("{\"identifier\":1,\"title\":\"first\",\"title\":\"second\"}")
                        .posting()
                        .texts()
                        .get(PostingField.TITLE));
    }

    @Test
    void replacesHalfAnEmojiWithoutMovingAnOffset() {
        String title = reader.read("{\"identifier\":1,\"title\":\"a\\ud83db\\ud83d\\ude00\\ude00\"}")
                .posting()
                .texts()
                .get(PostingField.TITLE);
        assertEquals("a\uFFFDb\uD83D\uDE00\uFFFD", title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|EMPTY_RECORD",
                "`  `|EMPTY_RECORD",
                "hello|UNKNOWN_FORMAT",
                "42|UNKNOWN_FORMAT",
                "{\"identifier\":1,\"title\":\"cut|MALFORMED_JSON",
                "{\"identifier\":1,\"title\":\"t\"} x|MALFORMED_JSON",
                "{\"identifier\":1,\"title\":\"t\"}{\"identifier\":2,\"title\":\"t\"}|MALFORMED_JSON",
                "{\"identifier\":1,\"title\":t}|MALFORMED_JSON",
                "{\"identifier\":1,\"title\":\"t\",|MALFORMED_JSON",
                "{\"identifier\":1,\"title\":{\"a\":1}}|NO_TEXT",
                "{\"identifier\":1,\"title\":\"nan\",\"description\":\"None\"}|NO_TEXT",
                "{\"identifier\":1,\"title\":\"?????? ???\"}|BADLY_DECODED",
                "{\"@type\":\"WebSite\",\"identifier\":1,\"title\":\"t\"}|WRONG_TYPE",
                "[]|WRONG_TYPE",
                "[1,2]|WRONG_TYPE",
                "{\"@graph\":[]}|WRONG_TYPE",
                "{\"identifier\":1}|NO_TEXT",
                "{\"identifier\":1,\"title\":\" \",\"url\":\"https://a.example\"}|NO_TEXT"
            })
    void namesTheReasonForEachKindOfBadRecord(String json, RejectReason reason) {
        assertEquals(reason, reasonOf(json == null ? "" : json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'identifier': 'a1', 'title': 'Roofer'}",
                "{identifier: \"a1\", title: \"Roofer\"}",
                "{\"identifier\":\"a1\",\"title\":\"Roofer\",}",
                "{\"identifier\":\"a1\",\"title\":\"Roofer\",\"skills\":[\"slate\",],}",
                "{\"identifier\":\"a1\",\"title\":\"Roofer\"};",
                "{\"identifier\":\"a1\", // of the board\n\"title\":\"Roofer\" /* as shown */}",
                "{\"identifier\":\"a1\",\"title\":\"Roofer\",\"baseSalary\":NaN}",
                "{\"identifier\":\"a1\",\"title\":\"Roofer\",\"baseSalary\":-Infinity}",
                "{\"identifier\":\"a1\",\"title\":\"Roofer\",\"baseSalary\":None,\"remote\":False}",
                "\uFEFF{\"identifier\":\"a1\",\"title\":\"Roofer\",}"
            })
    void jsonThatIsNotStrictIsReadAsItWasMeant(String json) {
        assertEquals("a1", reader.read(json).posting().identifier());
        assertEquals(
                "Roofer",
                reader.read(json.getBytes(StandardCharsets.UTF_8))
                        .posting()
                        .texts()
                        .get(PostingField.TITLE));
    }

    @Test
    void rawControlCharactersStayInTheText() {
        assertEquals(
                "Slate\nand\ttile\u0001s",
                reader.read("{\"identifier\":1,\"description\":\"Slate\nand\ttile\u0001s\"}")
                        .posting()
                        .texts()
                        .get(PostingField.DESCRIPTION));
    }

    @Test
    void whatStrictJsonSaysIsNotReadOtherwise() {
        String text = "None, NaN, // no comment, new Date(1), it's 'so',}";
        assertEquals(
                text,
                reader.read("{\"identifier\":1,\"description\":\"" + text + "\"}")
                        .posting()
                        .texts()
                        .get(PostingField.DESCRIPTION));
    }

    @Test
    void refusesWhatIsTooDeepOrTooLarge() {
        String deep = "[".repeat(100_000);
        assertEquals(RejectReason.MALFORMED_JSON, reasonOf("{\"identifier\":1,\"title\":\"t\",\"x\":" + deep + "}"));
        assertEquals(
                RejectReason.POSTING_TOO_LARGE,
                reasonOf("{\"identifier\":1,\"title\":\"t\",\"x\":\"" + "x".repeat(1 << 20) + "\"}"));
        assertEquals(RejectReason.MALFORMED_JSON, reasonOf("{\"identifier\":" + "1".repeat(2_000) + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "title, 100000, 0, 100000, false",
        "title, 100001, 0, 100000, true",
        "description, 200000, 0, 100000, true",
        "jobBenefits, 99999, 1, 99999, true"
    })
    void cutsWhatIsTooLongBetweenTwoCharactersAndSaysSo(
            String name, int letters, int emoji, int expected, boolean truncated) {
        String text = "x".repeat(letters) + "\uD83D\uDE00".repeat(emoji);
        JobPosting posting = reader.read(
                        "{\"identifier\":1,\"qualifications\":\"q\",\"" + name + "\":\"" + text + "\"}")
                .posting();
        assertEquals(
                text.substring(0, expected),
                posting.texts().get(PostingField.ofWireName(name).orElseThrow()));
        assertEquals(truncated ? Set.of(name) : Set.of(), posting.notes().truncatedFields());
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] overlong = "{\"identifier\":1,\"title\":\"a??b\"}".getBytes(StandardCharsets.UTF_8);
        overlong[25] = (byte) 0xC0;
        overlong[26] = (byte) 0x80;
        UnusablePostingException problem = assertThrows(UnusablePostingException.class, () -> reader.read(overlong));
        assertEquals(RejectReason.MALFORMED_TEXT, problem.reason());
    }

    @Test
    void neverRepeatsScrapedTextInAReason() {
        for (String json : new String[] {
            "{\"identifier\":1,\"title\":secret}", "{\"secret\":secret}", "secret", "{\"@type\":\"secret\"}"
        }) {
            UnusablePostingException problem = assertThrows(UnusablePostingException.class, () -> reader.read(json));
            assertFalse(problem.getMessage().contains("secret"), problem.getMessage());
            assertEquals(null, problem.getCause());
        }
    }

    private RejectReason reasonOf(String json) {
        return assertThrows(UnusablePostingException.class, () -> reader.read(json))
                .reason();
    }
}
