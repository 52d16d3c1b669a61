package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * Reads one posting from one JSON record: flat, with the names of schema.org/JobPosting, or JSON-LD (a node, a list of
 * nodes or a {@code @graph} that holds one JobPosting). Safe to share between threads.
 *
 * <p>Fields with unknown names are ignored and counted. If a name is given twice, the last value wins, as in browsers.
 * JSON that is not strict, with a comma too many, NaN, comments or raw line breaks in strings, is read as it was meant.
 * Single surrogates, which scrapers leave when they cut an emoji, become U+FFFD, so that every offset stays valid.
 * See RATIONALE.md, "Postings are read in one place".
 */
public final class JsonPostingReader {
    private static final List<String> TEXTS = Arrays.stream(PostingField.values())
            .filter(field -> field.kind() == PostingField.Kind.PROSE)
            .map(PostingField::wireName)
            .toList();

    private final PostingLimits limits;
    private final JsonTree tree;
    private final UnaryOperator<ObjectNode> naming;

    public JsonPostingReader(PostingLimits limits) {
        this(limits, UnaryOperator.identity());
    }

    /**
     * A reader of records with names of strangers, too.
     *
     * @param naming gives an object that has no text under a name of schema.org such names
     */
    public JsonPostingReader(PostingLimits limits, UnaryOperator<ObjectNode> naming) {
        this.limits = limits;
        this.tree = new JsonTree(limits);
        this.naming = naming;
    }

    /**
     * Reads the posting from a record of UTF-8 bytes.
     *
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed
     */
    public DecodedPosting read(byte[] json) {
        return read(tree.parseLeniently(json));
    }

    /**
     * Reads the posting from a record of characters.
     *
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed
     */
    public DecodedPosting read(String json) {
        return read(tree.parseLeniently(json));
    }

    /**
     * Reads the posting from a record that is parsed already.
     *
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed
     */
    public DecodedPosting read(JsonNode root) {
        JsonNode node = theOnlyPosting(root);
        return posting(
                node instanceof ObjectNode object && isUntyped(object) && !hasText(object)
                        ? naming.apply(object)
                        : node);
    }

    private static boolean hasText(ObjectNode node) {
        JsonNode plain = JsonLdNames.plain(node);
        return TEXTS.stream().anyMatch(name -> JsonText.holdsAnything(plain.path(name)));
    }

    /**
     * Reads the posting from a record of a file; empty for a node of a {@code @graph} that describes something else,
     * such as the page around the posting.
     *
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed
     */
    public Optional<DecodedPosting> read(FileRecord record) {
        JsonNode root = tree.parseLeniently(record.json());
        if (record.isGraphNode() && !JsonLdNames.isJobPosting(root)) {
            return Optional.empty();
        }
        return Optional.of(posting(theOnlyPosting(root)));
    }

    /**
     * The posting of one object under the names of schema.org, in any of their spellings.
     *
     * @throws UnusablePostingException if it has no text, or none that can be read
     */
    public DecodedPosting posting(JsonNode node) {
        PostingAssembler assembler = new PostingAssembler(limits);
        for (Map.Entry<String, JsonNode> property : JsonLdNames.plain(node).properties()) {
            assembler.accept(property.getKey(), property.getValue());
        }
        return assembler.assemble();
    }

    private static JsonNode theOnlyPosting(JsonNode root) {
        if (JsonLdNames.isJobPosting(root) || saysSomething(root)) {
            return root;
        }
        List<JsonNode> postings = new ArrayList<>();
        collectPostings(root, JsonTree.MAX_DEPTH, postings);
        if (postings.size() == 1) {
            return postings.get(0);
        }
        JsonNode only = JsonText.only(root);
        if (postings.isEmpty() && isUntyped(only)) {
            return only;
        }
        throw new UnusablePostingException(
                RejectReason.WRONG_TYPE,
                root.has("@type") && postings.isEmpty()
                        ? "@type is not JobPosting"
                        : "one record carries one posting, but there are " + postings.size() + " in it");
    }

    /** Whether an untyped object is a posting by itself, whatever else is in it. */
    private static boolean saysSomething(JsonNode root) {
        return isUntyped(root) && (root.has("title") || root.has("description"));
    }

    private static boolean isUntyped(JsonNode node) {
        return node.isObject() && !JsonText.holdsAnything(node.path("@type")) && !node.has("@graph");
    }

    private static void collectPostings(JsonNode node, int levels, List<JsonNode> postings) {
        if (JsonLdNames.isJobPosting(node)) {
            postings.add(node);
        } else if (levels > 0) {
            node.forEach(child -> collectPostings(child, levels - 1, postings));
        }
    }
}
