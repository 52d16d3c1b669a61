package org.lurewatch.codec.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.intake.json.JsonPostingReader;

/** Reads postings from values whose schema lies in a registry. */
public final class ForeignRecords {
    private final SchemaRegistry registry;
    private final UnaryOperator<ObjectNode> naming;
    private final JsonPostingReader json;

    /**
     * Reads with these schemas.
     *
     * @param naming gives a record of a foreign schema the names of schema.org
     */
    public ForeignRecords(SchemaRegistry registry, UnaryOperator<ObjectNode> naming, JsonPostingReader json) {
        this.registry = registry;
        this.naming = naming;
        this.json = json;
    }

    /**
     * The posting in a value.
     *
     * @param frame of the value
     * @throws UnusablePostingException with the reason, if it holds none that can be assessed
     */
    public DecodedPosting read(byte[] value, ValueFrame frame) {
        RegisteredSchema schema = registry.find(frame.schema());
        return schema.avro()
                .map(avro -> json.posting(naming.apply(tree(avro, value, frame))))
                .orElseGet(() -> json.read(Arrays.copyOfRange(value, frame.bodyStart(), value.length)));
    }

    private static ObjectNode tree(Schema schema, byte[] value, ValueFrame frame) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new UnusablePostingException(
                    RejectReason.WRONG_TYPE, "a posting is a record, and " + frame.schema() + " is none");
        }
        try {
            return AvroTree.read(schema, value, frame.bodyStart());
        } catch (AvroRuntimeException e) {
            throw new UnusablePostingException(
                    RejectReason.MALFORMED_AVRO, "the bytes do not fit the Avro schema that they name", e);
        }
    }
}
