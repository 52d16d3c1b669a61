package org.lurewatch.intake.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.text.Legibility;

class PostingJsonTest {
    private final JsonPostingReader reader = new JsonPostingReader(PostingLimits.DEFAULT);

    @Test
    void writesEveryFieldWhereSchemaOrgHasIt() {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        for (PostingField field : PostingField.values()) {
            texts.put(field, "text of " + field);
        }
        JobPosting posting = new JobPosting(
                "1", "board", texts, Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-03T00:00:00.5Z"));
        DecodedPosting read = reader.read(PostingJson.line(posting));
        assertEquals(posting, read.posting());
        assertEquals(0, read.unknownFields());
    }

    @Property
    void anyPostingReadsBackTheSame(@ForAll("texts") Map<PostingField, String> texts) {
        texts.put(PostingField.TITLE, "t");
        JobPosting posting = new JobPosting("1", "", texts, null, null);
        assertEquals(posting, reader.read(PostingJson.line(posting)).posting());
    }

    @Provide
    Arbitrary<Map<PostingField, String>> texts() {
        Arbitrary<String> text = Arbitraries.strings()
                .all()
                .ofMaxLength(20)
                .map(JsonText::withoutSingleSurrogates)
                .filter(each -> !Placeholders.contain(each) && Legibility.of(each) == Legibility.WHOLE);
        return Arbitraries.maps(Arbitraries.of(PostingField.class), text);
    }
}
