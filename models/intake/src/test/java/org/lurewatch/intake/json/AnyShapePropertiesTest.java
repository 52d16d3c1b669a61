package org.lurewatch.intake.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;

class AnyShapePropertiesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_CHARS = 500;

    private final JsonPostingReader reader = new JsonPostingReader(new PostingLimits(1 << 20, MOST_CHARS));

    @Property
    void noTreeInASideFieldCostsThePosting(@ForAll("sideFields") String name, @ForAll("trees") JsonNode tree) {
        ObjectNode record = JSON.objectNode().put("identifier", "d-7").put("title", "Packer");
        record.set(name, tree);
        DecodedPosting read = reader.posting(record);
        assertEquals("Packer", read.posting().texts().get(PostingField.TITLE));
        assertTrue(DecodedPosting.namesOfUnreadFields().containsAll(read.unreadFields()));
    }

    @Property
    void offsetsLieInsideTheJoinedText(@ForAll("fields") PostingField field, @ForAll("trees") JsonNode tree) {
        ObjectNode record =
                JSON.objectNode().put("responsibilities", "Packs boxes.").put("title", "Packer");
        record.set(field.wireName(), tree);
        JobPosting posting = reader.posting(record).posting();
        posting.texts().values().forEach(text -> {
            assertTrue(text.length() <= MOST_CHARS);
            ComparableText comparable = TextChain.comparable(text);
            for (int i = 0; i < comparable.text().length(); i++) {
                int start = comparable.rawStart(i);
                int end = comparable.rawEnd(i + 1);
                assertTrue(0 <= start && start <= end && end <= text.length(), text);
            }
        });
    }

    @Property
    void everyTextInADescriptionIsRead(@ForAll("proseTrees") JsonNode tree) {
        ObjectNode record = JSON.objectNode().put("title", "Packer");
        record.set("description", tree);
        String read = new JsonPostingReader(PostingLimits.DEFAULT)
                .posting(record)
                .posting()
                .texts()
                .getOrDefault(PostingField.DESCRIPTION, "");
        tree.findValuesAsText("say").forEach(said -> assertTrue(read.contains(said), read));
    }

    @Property
    void anyTreeAsAWholeRecordGivesAPostingOrAReason(@ForAll("trees") JsonNode tree) throws Exception {
        String json = new ObjectMapper().writeValueAsString(Map.of("title", "Packer", "identifier", tree));
        assertEquals("Packer", reader.read(json).posting().texts().get(PostingField.TITLE));
    }

    @Provide
    Arbitrary<String> sideFields() {
        return Arbitraries.of(DecodedPosting.namesOfUnreadFields())
                .filter(name -> !name.equals("title"))
                .flatMap(name -> Arbitraries.of(
                        name,
                        "identifier",
                        "source",
                        "hiringOrganization",
                        "jobLocation",
                        "applicationContact",
                        "schema:baseSalary",
                        "@id",
                        "@context",
                        "job_id"));
    }

    @Provide
    Arbitrary<PostingField> fields() {
        return Arbitraries.of(PostingField.class);
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(List.of(
                Arbitraries.strings().all().ofMaxLength(30).map(JSON::textNode),
                Arbitraries.of("nan", "-", "Ã©", "Â£", "&amp;lt;b&amp;gt;", "????", "\\u0430\\u0431", "x".repeat(300))
                        .map(JSON::textNode),
                Arbitraries.longs().map(JSON::numberNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode())));
        return nested(
                leaves,
                Arbitraries.of(
                        "value",
                        "name",
                        "text",
                        "children",
                        "content",
                        "type",
                        "minValue",
                        "currency",
                        "address",
                        "country",
                        "a",
                        "@value",
                        "@type",
                        "@id",
                        "schema:name",
                        "$date",
                        "url",
                        "telephone"));
    }

    /** Trees whose texts stand under one name. */
    @Provide
    Arbitrary<JsonNode> proseTrees() {
        Arbitrary<JsonNode> said = Arbitraries.strings()
                .alpha()
                .ofMinLength(6)
                .ofMaxLength(12)
                .map(text -> JSON.objectNode().put("say", text));
        return nested(said, Arbitraries.of("blocks", "children", "data", "en", "0", "__html"));
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<? extends JsonNode> leaves, Arbitrary<String> names) {
        Arbitrary<JsonNode> plain = leaves.map(leaf -> leaf);
        return Arbitraries.recursive(
                () -> plain,
                inner -> Arbitraries.oneOf(List.of(
                        inner.list().ofMaxSize(3).map(list -> JSON.arrayNode().addAll(list)),
                        Arbitraries.maps(names, inner).ofMaxSize(3).map(map -> JSON.objectNode()
                                .setAll(map)))),
                0,
                4);
    }
}
