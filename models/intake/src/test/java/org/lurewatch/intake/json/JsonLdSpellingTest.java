package org.lurewatch.intake.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;

class JsonLdSpellingTest {
    private final JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@type':'JobPosting','identifier':'d-7','title':'Packer','baseSalary':{'currency':'EUR','value':{'minValue':14}}}",
                "{'@type':'https://schema.org/JobPosting/','identifier':'d-7','title':'Packer','baseSalary':{'currency':'EUR','value':14}}",
                "{'@type':['schema:Thing','schema:JobPosting'],'schema:identifier':'d-7','schema:title':'Packer','schema:baseSalary':{'schema:currency':'EUR','schema:value':{'schema:minValue':14}}}",
                "{'@context':{'sc':'https://schema.org/'},'@type':'sc:JobPosting','sc:identifier':'d-7','sc:title':'Packer','sc:baseSalary':{'sc:currency':'EUR','sc:value':14}}",
                "[{'@type':['http://schema.org/JobPosting'],'http://schema.org/identifier':[{'@value':'d-7'}],'http://schema.org/title':[{'@value':'Packer'}],'http://schema.org/baseSalary':[{'http://schema.org/currency':[{'@value':'EUR'}],'http://schema.org/value':[{'http://schema.org/minValue':[{'@value':14}]}]}]}]",
                "[{'identifier':'d-7','title':'Packer','baseSalary':'14 EUR'}]",
                "{'@type':'WebPage','name':'Jobs','mainEntity':{'@type':'JobPosting','identifier':'d-7','title':'Packer','baseSalary':'14 EUR'}}",
                "{'@type':null,'identifier':'d-7','title':'Packer','baseSalary':'14 EUR'}",
                "{'schema:title':'Driver','identifier':'d-7','title':'Packer','baseSalary':'14 EUR'}"
            })
    void everySpellingIsTheSamePosting(String json) {
        JobPosting posting = reader.read(json.replace('\'', '"')).posting();
        assertEquals("d-7", posting.identifier());
        assertEquals(Map.of(PostingField.TITLE, "Packer", PostingField.BASE_SALARY, "14 EUR"), posting.texts());
    }
}
