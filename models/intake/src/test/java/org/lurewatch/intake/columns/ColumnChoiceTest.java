package org.lurewatch.intake.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.intake.labels.Label;

class ColumnChoiceTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> SKILLS = List.of("excel, filing", "sage, vat", "grill, hygiene, stock");
    private static final List<String> MESSAGES = List.of(
            "are we still on for lunch at one, i bring the sandwiches",
            "you were picked for a home job, 250 a day, text back JOB",
            "can you send me the notes from tuesday please",
            "no skill needed, daily pay to your wallet, add our manager @demo_desk_44");

    @Property(tries = 50)
    void theOrderOfTheColumnsDecidesNothing(@ForAll long seed) {
        Columns plain = ForeignTable.plain().columns();
        Columns shuffled = ForeignTable.plain().shuffled(new Random(seed)).columns();
        for (ColumnRole role : ColumnRole.values()) {
            assertEquals(plain.of(role), shuffled.of(role), role.code());
        }
    }

    @Property(tries = 50)
    void proseIsTheTextUnderAnyName(
            @ForAll @StringLength(min = 3, max = 12) @CharRange(from = 'a', to = 'z') String name) {
        String random = "q" + name + "x";
        boolean meansSomething = NameVote.of(random).known();
        Columns columns = ForeignTable.plain().renamed("text", random).columns();
        assertTrue(meansSomething || columns.of(ColumnRole.TEXT).equals(List.of(random)), random);
    }

    @Test
    void valuesDecideWhereThereAreNoNames() {
        Columns columns = new ForeignTable()
                .counting("0")
                .with("1", ForeignTable.EMPLOYERS)
                .with("2", ForeignTable.TITLES)
                .numbered("3", "//example.org/view/%d")
                .with("4", ForeignTable.TEXTS)
                .columns();
        assertEquals("title = 2, text = 4, employer = 1, link = 3", columns.description());
    }

    @Test
    void aTitleAloneIsAnAdvertAndSaidSo() {
        Columns columns = new ForeignTable()
                .with("Puesto", ForeignTable.TITLES)
                .with("Empresa", ForeignTable.EMPLOYERS)
                .columns();
        assertEquals("title = Puesto, no text, employer = Empresa", columns.description());
        assertEquals(false, columns.hasText());
    }

    @Test
    void requirementsAreTheTextWhereTheyAreTheOnlyProse() {
        Columns columns = new ForeignTable()
                .with("Title", ForeignTable.TITLES)
                .with("Requirements", ForeignTable.TEXTS)
                .columns();
        assertEquals(List.of("Requirements"), columns.of(ColumnRole.TEXT));
        ObjectNode posting = columns.map(record("Title", "Line Cook", "Requirements", "Two years at a stove."))
                .posting();
        assertEquals("Two years at a stove.", posting.path("description").asText());
        assertTrue(posting.path("qualifications").isMissingNode());
    }

    @Test
    void aSummaryOfItsOwnStandsBeforeTheParts() throws IOException {
        String duties = ForeignTable.TEXTS.get(2);
        String summary = "This kitchen belongs to a school. Write to @mill_desk_44 before you apply.";
        for (String parts :
                List.of("'MajorDuties':['%s']", "'MajorDuties':['%s'],'Requirements':'Two years at a stove.'")) {
            ObjectNode first = json(("{'PositionTitle':'Line Cook','UserArea':{'Details':{'JobSummary':'%s',"
                            + parts.formatted(duties) + "}}}")
                    .formatted(summary));
            ObjectNode cutOff = json(("{'PositionTitle':'Line Cook','UserArea':{'Details':{'JobSummary':'%s...',"
                            + parts.formatted("<p>" + duties.replace(" covers", "<br/>covers") + "</p>") + "}}}")
                    .formatted(duties.substring(0, 60)));
            Columns columns = ColumnChoice.of(List.of(first, cutOff, first), ColumnOverrides.NONE);

            String text = columns.map(first).posting().path("description").asText();
            assertTrue(
                    text.startsWith("UserArea.Details.JobSummary:\n" + summary + "\n\nUserArea.Details.MajorDuties:\n"
                            + duties),
                    text);
            assertFalse(
                    columns.map(cutOff).posting().path("description").asText().contains("JobSummary"),
                    "it is the beginning of the duties");
        }
    }

    @Test
    void requirementsBesideATextKeepTheirField() {
        Columns columns = new ForeignTable()
                .with("Title", ForeignTable.TITLES)
                .with("details", ForeignTable.TEXTS)
                .with("Requirements", List.of("Two years at a stove and a calm way with busy evenings."))
                .columns();
        ObjectNode posting = columns.map(record("details", "Cook.", "Requirements", "Be calm."))
                .posting();
        assertEquals("Cook.", posting.path("description").asText());
        assertEquals("Be calm.", posting.path("qualifications").asText());
    }

    @Test
    void aListOfSkillsIsNoText() {
        Columns columns = new ForeignTable()
                .with("position", ForeignTable.TITLES)
                .with("requirements", SKILLS)
                .columns();
        assertEquals("title = position, no text, requirements = requirements", columns.description());
    }

    @Test
    void severalPartsAreJoinedUnderTheirNames() {
        Columns columns = new ForeignTable()
                .with("name", ForeignTable.TITLES)
                .with("duties", ForeignTable.TEXTS)
                .with(
                        "Conditions of work",
                        List.of("Two shifts in turn, meals in the house, paid from the first day on."))
                .columns();
        String text = columns.map(record("name", "Cook", "duties", "You cook.", "Conditions of work", "Free meals."))
                .posting()
                .path("description")
                .asText();
        assertEquals("duties:\nYou cook.\n\nConditions of work:\nFree meals.", text);
    }

    @ParameterizedTest
    @CsvSource({
        "fraudulent, 0, 1, LEGITIMATE",
        "is_real, 0, 1, SCAM",
        "Label, ham, spam, LEGITIMATE",
        "target, spam, ham, SCAM",
        "class, legit, fraud, LEGITIMATE",
        "is_scam, FALSE, TRUE, LEGITIMATE",
        "kategori, penipuan, normal, SCAM",
        "Email Type, Safe Email, Phishing Email, LEGITIMATE"
    })
    void labelsMeanWhatTheirColumnSays(String name, String first, String second, Label meaningOfFirst) {
        Columns columns = new ForeignTable()
                .with("text", MESSAGES)
                .with(name, List.of(first, second))
                .columns();
        assertEquals(List.of(name), columns.of(ColumnRole.LABEL));
        assertEquals(List.of(), columns.of(ColumnRole.TITLE));
        assertEquals(
                Optional.of(meaningOfFirst),
                columns.map(record("text", "a", name, first)).label());
        assertTrue(columns.map(record("text", "a", name, second)).label().isPresent());
        assertEquals(
                Optional.empty(),
                columns.map(record("text", "a", name, "perhaps")).label());
    }

    @Test
    void yesAndNoUnderAnotherNameAreNoLabels() {
        Columns columns = new ForeignTable()
                .with("title", ForeignTable.TITLES)
                .with("description", ForeignTable.TEXTS)
                .with("has_company_logo", List.of("0", "1"))
                .columns();
        assertEquals(false, columns.hasLabels());
    }

    @ParameterizedTest
    @CsvSource({"id", "job_id", "no", "Unnamed: 0"})
    void rowNumbersNameNoPosting(String name) {
        Columns columns = ForeignTable.plain().renamed("row", name).columns();
        assertEquals(List.of(), columns.of(ColumnRole.IDENTIFIER));
    }

    @Test
    void whatStandsForTwoAdvertsNamesNeither() {
        assertEquals(
                List.of("job_id"),
                ForeignTable.plain().numbered("job_id", "J-%d").columns().of(ColumnRole.IDENTIFIER));
        assertEquals(
                List.of(),
                ForeignTable.plain()
                        .with("job_id", List.of("J-1", "J-2", "J-3"))
                        .columns()
                        .of(ColumnRole.IDENTIFIER));
    }

    @Test
    void ofTheSameFieldTwiceTheFirstWithAValueCounts() {
        Columns columns = ForeignTable.plain()
                .with("Salary", List.of("", "$20 an hour", ""))
                .with("Salary announced", List.of("$19 an hour"))
                .columns();
        ObjectNode posting = columns.map(record("Salary", "", "Salary announced", "$19 an hour"))
                .posting();
        assertEquals("$19 an hour", posting.path("baseSalary").asText());
    }

    @Test
    void amountsGoWithTheirCurrencyAndPeriod() {
        Columns columns = ForeignTable.plain()
                .numbered("min_amount", "%d")
                .numbered("max_amount", "%d0")
                .with("currency", List.of("GBP"))
                .with("interval", List.of("monthly"))
                .columns();
        assertEquals(
                "{\"currency\":\"GBP\",\"value\":{\"minValue\":\"900\",\"maxValue\":\"1200\",\"unitText\":\"monthly\"}}",
                columns.map(record("min_amount", "900", "max_amount", "1200", "currency", "GBP", "interval", "monthly"))
                        .posting()
                        .path("baseSalary")
                        .toString());
    }

    @Test
    void constantsLose() {
        Columns columns = new ForeignTable()
                .with("job_title", ForeignTable.TITLES)
                .with("description", List.of("n/a"))
                .with("title", List.of("Careers"))
                .columns();
        assertEquals("title = job_title, no text", columns.description());
    }

    @Test
    void nestedValuesCountUnderTheirPath() throws IOException {
        List<ObjectNode> records = List.of(
                json("{'text':'Line Cook','categories':{'location':'Leeds','team':'Kitchen'},'descriptionPlain':'%s'}"
                        .formatted(ForeignTable.TEXTS.get(2))),
                json("{'text':'School Nurse','categories':{'location':'Perth','team':'Health'},'descriptionPlain':'%s'}"
                        .formatted(ForeignTable.TEXTS.get(4))));
        Columns columns = ColumnChoice.of(records, ColumnOverrides.NONE);
        assertEquals(
                "title = text, text = descriptionPlain, department = categories.team, place = categories.location",
                columns.description());
    }

    @Test
    void fieldsOfSchemaOrgStayWhole() throws IOException {
        ObjectNode record = json("{'title':'Cook','description':'You cook.','hiringOrganization':{'name':'Inn'},"
                + "'jobLocation':[{'address':'Leeds'}],'link':'https://example.org/1'}");
        ObjectNode posting = ColumnChoice.of(List.of(record), ColumnOverrides.NONE)
                .map(record)
                .posting();
        assertEquals(record.get("hiringOrganization"), posting.get("hiringOrganization"));
        assertEquals(record.get("jobLocation"), posting.get("jobLocation"));
        assertEquals("https://example.org/1", posting.path("url").asText());
    }

    @Test
    void aPersonOverrulesTheGuess() {
        List<ObjectNode> records = ForeignTable.plain().records();
        Columns columns = ColumnChoice.of(records, ColumnOverrides.parse("title=Company, text="));
        assertEquals(List.of("company"), columns.of(ColumnRole.TITLE));
        assertEquals(List.of(), columns.of(ColumnRole.TEXT));
        String message = assertThrows(
                        UnknownColumnException.class,
                        () -> ColumnChoice.of(records, ColumnOverrides.parse("title=firm")))
                .getMessage();
        assertEquals("there is no column 'firm'; there are company, link, location, posted, row, text, title", message);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ColumnOverrides.parse("titel=x"))
                .getMessage()
                .startsWith("a column cannot be 'titel'; it can be title, text, "));
        assertThrows(IllegalArgumentException.class, () -> ColumnOverrides.parse("title"));
    }

    @Example
    void anEmptyRecordIsNoFault() {
        Columns columns = ColumnChoice.of(List.of(MAPPER.createObjectNode()), ColumnOverrides.NONE);
        assertEquals("no title, no text", columns.description());
        assertEquals(
                Map.of(),
                MAPPER.convertValue(columns.map(MAPPER.createObjectNode()).posting(), Map.class));
    }

    private static ObjectNode json(String singleQuoted) throws IOException {
        return (ObjectNode) MAPPER.readTree(singleQuoted.replace('\'', '"'));
    }

    private static ObjectNode record(String... namesAndValues) {
        ObjectNode record = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            record.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return record;
    }
}
