package org.lurewatch.intake.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;

/** Fields of a shape that schema.org does not have. In the tables, {@code ~} stands for a line break. */
class SideFieldsTest {
    private final JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'currency':'EUR','value':{'unitText':'MONTH'}}|``",
                "{'currency':'EUR'}|``",
                "[{'currency':'EUR','value':{'minValue':14,'maxValue':16,'unitText':'HOUR'}},{'currency':'EUR','value':300}]|14-16 EUR per HOUR~300 EUR",
                "{'min':{'amount':1800,'currency':'EUR'},'max':{'amount':2100,'currency':'EUR'}}|1800-2100",
                "{'base':{'min':1800,'max':2100},'bonus':{'amount':90},'currency':'EUR'}|1800-2100 EUR~90 EUR",
                "{'currency':'EUR','value':'1800 to 2100','unitText':'MONTH'}|1800 to 2100 EUR per MONTH",
                "{'value':1900,'unitText':'MONTH','currency':'EUR'}|1900 EUR per MONTH",
                "{'currency':'EUR','value':{'value':300,'unitText':'daily'}}|300 EUR per DAY",
                "{'currency':'EUR','value':{'minValue':14,'maxValue':16},'interval':'Hourly'}|14-16 EUR per HOUR",
                "[{'value':700,'unitText':'WEEKLY'},{'value':1900,'unit':'monthly'},{'value':9000,'period':'yearly'}]|700 per WEEK~1900 per MONTH~9000 per YEAR",
                "{'value':1900,'unitText':'fortnightly'}|1900 fortnightly",
                "{'currency':'EUR','value':{'value':1900,'unitText':'MONTH'},'note':'ask @example_pay'}|1900 EUR per MONTH~ask @example_pay",
                "{'minValue':-1,'maxValue':-1,'currency':'EUR'}|``",
                "{'minValue':0,'maxValue':2100,'currency':'EUR'}|2100 EUR",
                "{'minValue':1800,'maxValue':9999999,'currency':'EUR'}|1800 EUR",
                "[1800,2100]|1800-2100",
                "0|``",
                "-1|``",
                "false|``",
                "'nan'|``",
                "'by agreement'|by agreement"
            })
    void payOfAnyShapeIsReadOrUnknown(String salary, String expected) {
        assertReads("baseSalary", salary, PostingField.BASE_SALARY, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'geo':{'@type':'GeoCoordinates','latitude':47.1,'longitude':8.2}}|``",
                "{'@type':'Place','address':null}|``",
                "{'@type':'Place','name':'Mill Lane depot','address':{}}|Mill Lane depot",
                "{'streetAddress':'3 Mill Lane'}|3 Mill Lane",
                "{'city':'Bern','state':'BE','country':'CH'}|Bern",
                "['Bern','Biel']|Bern~Biel",
                "[{'address':{'addressLocality':['Bern']}},'Biel']|Bern~Biel",
                "'Bern'|Bern"
            })
    void placesOfAnyShapeAreReadOrUnknown(String place, String expected) {
        assertReads("jobLocation", place, PostingField.ADDRESS_LOCALITY, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jobBenefits|{'bus':true,'meals':2}|``",
                "jobBenefits|{'first':{'label':'free meals'},'second':['bus','bus']}|free meals~bus",
                "jobBenefits|[{'id':7,'title':'free meals'}]|free meals",
                "qualifications|{'@type':'EducationalOccupationalCredential','educationalLevel':'forklift licence'}|forklift licence",
                "experienceRequirements|{'@type':'OccupationalExperienceRequirements','experienceInPlaceOfEducation':true}|``",
                "experienceRequirements|{'monthsOfExperience':12}|12 months",
                "industry|{'id':'LOG','name':'Logistics','note':'write to @example_pay'}|Logistics~write to @example_pay",
                "occupationalCategory|{'@type':'CategoryCode','codeValue':'53-7065'}|``",
                "employmentType|{'id':'PART','label':'part time'}|part time",
                "employmentType|['N/A','part time','-']|part time",
                "inLanguage|{'@type':'Language','name':'German','alternateName':'de'}|de",
                "inLanguage|{'@type':'Language','name':'German'}|German",
                "applicantLocationRequirements|{'@type':'State','address':{'addressRegion':'BE'}}|BE",
                "hiringOrganization.name|'None'|``",
                "title|['Packer']|Packer"
            })
    void fieldsOfAnyShapeAreReadOrUnknown(String name, String value, String expected) {
        assertReads(name, value, PostingField.ofWireName(name).orElseThrow(), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['Pack boxes.','Lift 10 kg.']|Pack boxes.~Lift 10 kg.",
                "{'__html':'<p>Pack boxes.</p>'}|<p>Pack boxes.</p>",
                "{'@value':'Pack boxes.','@language':'en'}|Pack boxes.",
                "{'en':'Pack boxes.','de':'Kisten packen.'}|Pack boxes.~Kisten packen.",
                "[{'type':'paragraph','data':{'text':'Pack boxes.'}}]|Pack boxes.",
                "{'blocks':[{'key':'a1','type':'unstyled','depth':0,'text':'Pack boxes.'},{'key':'b2','text':'Lift 10 kg.'}]}|Pack boxes.~Lift 10 kg.",
                "[{'type':'paragraph','children':[{'text':'Pack '},{'text':'boxes','bold':true},{'text':'.'}]}]|Pack boxes.",
                "{'type':'doc','content':[{'type':'paragraph','content':[{'type':'text','text':'Pack '},{'type':'text','text':'boxes.','marks':[{'type':'link','attrs':{'href':'see https://depot.example'}}]}]}]}|Pack boxes.~see https://depot.example",
                "{'ops':[{'insert':'Pack '},{'insert':'boxes','attributes':{'bold':true}},{'insert':'.'}]}|Pack boxes."
            })
    void descriptionsInWrappersAreReadAsText(String description, String expected) {
        assertReads("description", description, PostingField.DESCRIPTION, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'$date':'2026-03-01T08:00:00Z'}|2026-03-01T08:00:00Z",
                "{'$date':{'$numberLong':'1772352000000'}}|2026-03-01T08:00:00Z",
                "1772352000|2026-03-01T08:00:00Z",
                "1772352000000|2026-03-01T08:00:00Z",
                "'1772352000'|2026-03-01T08:00:00Z",
                "1772352000.0|2026-03-01T08:00:00Z",
                "['2026-03-01']|2026-03-01T00:00:00Z",
                "20260301|2026-03-01T00:00:00Z",
                "'2026-03-01T09:00:00+0100'|2026-03-01T08:00:00Z",
                "'2026-03-01 08:00:00 UTC'|2026-03-01T08:00:00Z",
                "'Sun, 1 Mar 2026 08:00:00 GMT'|2026-03-01T08:00:00Z",
                "'2 days ago'|",
                "2026|",
                "true|",
                "{'a':{'b':1}}|"
            })
    void timesAreReadOrUnknown(String time, Instant expected) {
        DecodedPosting read = reader.read(posting("datePosted", time));
        assertEquals(expected, read.posting().datePosted());
        assertEquals(expected == null ? Set.of("datePosted") : Set.of(), read.unreadFields());
    }

    @Test
    void anOrganisationOfAnyShapeIsRead() {
        assertReads("hiringOrganization", "[{'legalName':'Depot Ltd'}]", PostingField.ORGANIZATION_NAME, "Depot Ltd");
        assertReads(
                "hiringOrganization",
                "{'name':'Depot Ltd','department':{'@type':'Organization','name':'Packing','telephone':'1'}}",
                PostingField.ORGANIZATION_DEPARTMENT,
                "Packing");
        DecodedPosting logo =
                reader.read(posting("hiringOrganization", "{'name':'Depot Ltd','logo':{'width':90,'height':40}}"));
        assertEquals(Set.of("hiringOrganization.logo"), logo.unreadFields());
    }

    @Test
    void contactsOfAnyShapeAreFound() {
        Map<PostingField, String> texts = reader.read(posting(
                        "applicationContact", "{'email':{'user':'depot'},'messenger':'@example_pay','hours':'9 to 5'}"))
                .posting()
                .texts();
        assertEquals("depot", texts.get(PostingField.CONTACT_EMAIL));
        assertEquals("@example_pay", texts.get(PostingField.CONTACT_TELEPHONE));
        assertReads(
                "applicationContact",
                "{'mail':'depot@depot.example'}",
                PostingField.CONTACT_EMAIL,
                "depot@depot.example");
    }

    @Test
    void whatHoldsNothingIsMissingAndWhatHoldsNoTextIsCounted() {
        assertEquals(
                Set.of(),
                reader.read(
                                "{'identifier':1,'title':'t','industry':{},'jobBenefits':{'@type':'X'},'url':null,'baseSalary':'nan'}"
                                        .replace('\'', '"'))
                        .unreadFields());
        assertEquals(
                Set.of("industry", "baseSalary", "jobLocation.address.addressLocality"),
                reader.read(
                                "{'identifier':1,'title':'t','industry':{'a':1},'baseSalary':{'currency':'EUR'},'jobLocation':{'geo':{'a':1}}}"
                                        .replace('\'', '"'))
                        .unreadFields());
    }

    @Test
    void aBadFieldStandsBetweenTwoGoodOnes() {
        DecodedPosting read = reader.read(
                "{'identifier':'d-7','title':'Packer','baseSalary':{'currency':{'a':[]}},'industry':'Logistics'}"
                        .replace('\'', '"'));
        assertEquals("d-7", read.posting().identifier());
        assertEquals(
                Map.of(PostingField.TITLE, "Packer", PostingField.INDUSTRY, "Logistics"),
                read.posting().texts());
    }

    private void assertReads(String name, String value, PostingField field, String expected) {
        DecodedPosting read = reader.read(posting(name, value));
        if (expected.isEmpty()) {
            assertNull(read.posting().texts().get(field));
        } else {
            assertEquals(expected.replace('~', '\n'), read.posting().texts().get(field));
        }
    }

    private static String posting(String name, String value) {
        String json = "{'identifier':1,'responsibilities':'r','" + name + "':" + value + "}";
        return json.replace('\'', '"');
    }
}
