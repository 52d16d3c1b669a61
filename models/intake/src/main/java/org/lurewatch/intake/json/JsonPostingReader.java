package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * Reads one posting from one JSON record: flat, with the names of schema.org/JobPosting, or JSON-LD (a node, a list of
 * nodes or a {@code @graph} that holds one JobPosting). Safe to share between threads.
 *
 * <p>Fields with unknown names are ignored and counted. If a name is given twice, the last value wins, as in browsers.
 * Single surrogates, which scrapers leave when they cut an emoji, become U+FFFD, so that every offset stays valid.
 * See RATIONALE.md, "Postings are read in one place".
 */
public final class JsonPostingReader {
    private final PostingLimits limits;
    private final JsonTree tree;

    public JsonPostingReader(PostingLimits limits) {
        this.limits = limits;
        this.tree = new JsonTree(limits);
    }

    /**
     * Reads the posting from a record of UTF-8 bytes.
     *
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed
     */
    public DecodedPosting read(byte[] json) {
        return posting(theOnlyPosting(tree.parse(json)));
    }

    /**
     * Reads the posting from a record of characters.
     *
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed
     */
    public DecodedPosting read(String json) {
        return posting(theOnlyPosting(tree.parse(json)));
    }

    /**
     * Reads the posting from a record of a file; empty for a node of a {@code @graph} that describes something else,
     * such as the page around the posting.
     *
     * @throws UnusablePostingException with the reason, if the record is not a posting that can be assessed
     */
    public Optional<DecodedPosting> read(FileRecord record) {
        JsonNode root = tree.parse(record.json());
        if (record.isGraphNode() && !isJobPosting(root)) {
            return Optional.empty();
        }
        return Optional.of(posting(theOnlyPosting(root)));
    }

    public DecodedPosting posting(JsonNode node) {
        PostingAssembler assembler = new PostingAssembler(limits);
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            assembler.accept(property.getKey(), property.getValue());
        }
        return assembler.assemble();
    }

    private static JsonNode theOnlyPosting(JsonNode root) {
        if (!root.isArray() && !root.has("@graph")) {
            if (root.has("@type") && !isJobPosting(root)) {
                throw new UnusablePostingException(RejectReason.WRONG_TYPE, "@type is not JobPosting");
            }
            return root;
        }
        List<JsonNode> postings = new ArrayList<>();
        for (JsonNode node : root.isArray() ? root : root.get("@graph")) {
            if (isJobPosting(node)) {
                postings.add(node);
            }
        }
        if (postings.size() != 1) {
            throw new UnusablePostingException(
                    RejectReason.WRONG_TYPE,
                    "one record carries one posting, but there are " + postings.size() + " in it");
        }
        return postings.get(0);
    }

    private static boolean isJobPosting(JsonNode node) {
        JsonNode type = node.path("@type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (namesJobPosting(one)) {
                    return true;
                }
            }
            return false;
        }
        return namesJobPosting(type);
    }

    /** Whether a type is JobPosting, under its short name, a prefix ({@code schema:}) or its full address. */
    private static boolean namesJobPosting(JsonNode type) {
        String name = type.asText();
        return name.equals("JobPosting") || name.endsWith("/JobPosting") || name.endsWith(":JobPosting");
    }
}
