package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.intake.json.LenientJson;

/** A table in JSON, one object for each column: {@code {"title": {"0": ..., "1": ...}, "text": {"0": ...}}}. */
final class JsonColumns implements Records {
    /** The rows of such a document are complete only at its end, so it is kept in memory. */
    private static final int MAX_BYTES = 32 << 20;

    private final JsonNode columns;
    private final List<String> rows = new ArrayList<>();
    private int next;

    JsonColumns(InputStream in) throws IOException {
        try (in) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnreadableFileException(
                        "a table in JSON by column, too large to be turned",
                        "write it by row: in pandas, to_json(FILE, orient=\"records\", lines=True)");
            }
            this.columns = LenientJson.parse(new String(bytes, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new UnreadableFileException(
                            "JSON that is damaged or cut off", "write it anew, one record a line"));
        }
        columns.iterator().next().fieldNames().forEachRemaining(rows::add);
    }

    @Override
    public Optional<FileEntry> next() {
        if (next == rows.size()) {
            return Optional.empty();
        }
        String row = rows.get(next++);
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
            if (column.getValue().has(row)) {
                fields.set(column.getKey(), column.getValue().get(row));
            }
        }
        return Optional.of(new ForeignRecord("item " + next, fields));
    }

    @Override
    public String kind() {
        return "JSON by column";
    }
}
