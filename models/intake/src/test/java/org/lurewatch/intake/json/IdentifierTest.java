package org.lurewatch.intake.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;

class IdentifierTest {
    private final JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'identifier':'d-7'|d-7|``",
                "'identifier':7|7|``",
                "'identifier':['d-7']|d-7|``",
                "'identifier':{'@type':'PropertyValue','name':'Depot Ltd','value':'d-7'}|d-7|``",
                "'identifier':[{'name':'Depot Ltd'},{'name':'Depot Ltd','value':{'@value':'d-7'}}]|d-7|``",
                "'identifier':'nan','job_id':7|7|job_id",
                "'jobId':7,'url':'https://depot.example/jobs/8'|7|jobId",
                "'referencenumber':'R7'|R7|referencenumber",
                "'_id':{'$oid':'a7'}|a7|_id",
                "'id':'x7','job_id':'j7'|j7|job_id",
                "'@id':'urn:depot:7','job_id':'j7'|urn:depot:7|@id",
                "'@id':'_:b0','job_id':'j7'|j7|job_id",
                "'@id':'#posting','job_id':'j7'|j7|job_id",
                "'@id':'https://depot.example/','job_id':'j7'|j7|job_id",
                "'url':'https://depot.example/jobs/packer'|https://depot.example/jobs/packer|url",
                "'url':'https://depot.example/view?id=7'|https://depot.example/view?id=7|url",
                "'url':'//depot.example/jobs/7'|//depot.example/jobs/7|url"
            })
    void anIdentifierIsFoundWhereItIs(String fields, String identifier, String from) {
        JobPosting posting = read(fields + ",'title':'Packer'");
        assertEquals(identifier, posting.identifier());
        assertEquals(from, posting.notes().identifierFrom());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'title':'Packer'",
                "'title':'Packer','identifier':{'@type':'PropertyValue','name':'Depot Ltd','value':''}",
                "'title':'Packer','identifier':{'name':'Depot Ltd'}",
                "'title':'Packer','identifier':[]",
                "'title':'Packer','identifier':true",
                "'title':'Packer','identifier':' '",
                "'title':'Packer','url':'https://depot.example/'",
                "'title':'Packer','url':'https://depot.example/jobs'",
                "'title':'Packer','url':'https://t.me/depot7'",
                "'title':'Packer','url':'packer'"
            })
    void whereNothingNamesAPostingItIsNamedByWhatItSays(String fields) {
        JobPosting posting = read(fields);
        assertEquals("digest", posting.notes().identifierFrom());
        assertEquals(32, posting.identifier().length());
        assertEquals(posting.identifier(), read(fields).identifier());
        assertNotEquals(
                posting.identifier(), read(fields + ",'description':'Nights.'").identifier());
        assertNotEquals(posting.identifier(), read(fields + ",'source':'board'").identifier());
        assertEquals(
                posting.identifier(),
                read(fields + ",'datePosted':'2026-03-01'").identifier());
    }

    @Test
    void strangersOnOneStartPageAreTwo() {
        String site = "'url':'https://depot.example/'";
        assertNotEquals(
                read(site + ",'title':'Packer'").identifier(),
                read(site + ",'title':'Driver'").identifier());
    }

    @Test
    void anIdentifierThatIsTooLongIsReplacedByItsDigest() {
        JobPosting posting = read("'identifier':'" + "7".repeat(1_001) + "','title':'Packer'");
        assertEquals(32, posting.identifier().length());
        assertEquals("identifier", posting.notes().identifierFrom());
        assertEquals(
                posting.identifier(),
                read("'identifier':'" + "7".repeat(1_001) + "','title':'Driver'")
                        .identifier());
        assertEquals(
                1_000,
                read("'identifier':'" + "7".repeat(1_000) + "','title':'t'")
                        .identifier()
                        .length());
    }

    @ParameterizedTest
    @CsvSource({
        "board/d-7, '', board, d-7",
        "board/d-7, board, board, d-7",
        "/d-7, '', '', d-7",
        "board/en/d-7, board, board, en/d-7"
    })
    void aKeyThatReadsSourceAndIdentifierNamesAPosting(
            String key, String source, String namedSource, String identifier) {
        JobPosting posting = DerivedIdentifier.ofKey(read("'title':'Packer','source':'" + source + "'"), key);
        assertEquals(namedSource, posting.source());
        assertEquals(identifier, posting.identifier());
        assertEquals("key", posting.notes().identifierFrom());
    }

    @ParameterizedTest
    @CsvSource({
        "7, ''",
        "board, ''",
        "board/jobs, ''",
        "'board/', ''",
        "other/d-7, board",
        "'some words/d-7', ''",
        "'board/d 7', ''"
    })
    void anyOtherKeyNamesNothing(String key, String source) {
        JobPosting posting = read("'title':'Packer','source':'" + source + "'");
        assertSame(posting, DerivedIdentifier.ofKey(posting, key));
    }

    @Test
    void aKeyNeverReplacesAnIdentifier() {
        JobPosting posting = read("'identifier':'d-7','title':'Packer'");
        assertSame(posting, DerivedIdentifier.ofKey(posting, "board/d-8"));
    }

    @Test
    void aNumberThatOthersHaveTooGivesWayToADigest() {
        JobPosting posting = DerivedIdentifier.ofContent(read("'job_id':1,'title':'Packer'"));
        assertEquals("digest", posting.notes().identifierFrom());
        assertEquals(read("'title':'Packer'").identifier(), posting.identifier());
    }

    private JobPosting read(String fields) {
        return reader.read(("{" + fields + "}").replace('\'', '"')).posting();
    }
}
