package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.JsonTree;
import org.lurewatch.intake.json.LenientJson;
import org.lurewatch.intake.json.RecordStream;

/** JSON in all its forms: lines, lists, documents with a list somewhere in them. */
final class JsonRecords implements Records {
    private final RecordStream records;
    private final JsonTree strict;
    private final JsonLook look;
    private boolean chat;
    private boolean lenient;

    /**
     * Reads records.
     *
     * @param in plain UTF-8
     */
    JsonRecords(InputStream in, JsonLook look, PostingLimits limits) throws IOException {
        this.records = RecordStream.of(in, limits, look.layout());
        this.strict = new JsonTree(limits);
        this.look = look;
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        for (Optional<FileRecord> record = records.next(); record.isPresent(); record = records.next()) {
            Optional<FileEntry> entry = entry(record.get());
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    private Optional<FileEntry> entry(FileRecord record) {
        JsonNode node;
        try {
            node = parsed(record.json());
        } catch (UnusablePostingException e) {
            return Optional.of(new DamagedRecord(record.place(), e));
        }
        if (node instanceof ObjectNode object) {
            if (TelegramMessage.isOne(object)) {
                chat = true;
                return TelegramMessage.fields(object, look.isOneList())
                        .map(fields -> new ForeignRecord(record.place(), fields));
            }
            ObjectNode fields = JobPostingNodes.unwrapped(object);
            boolean other = look.postingsOnly() && JobPostingNodes.isSomethingElse(fields);
            return other ? Optional.empty() : Optional.of(new ForeignRecord(record.place(), fields));
        }
        return Optional.of(new ForeignRecord(record.place(), row(node)));
    }

    private JsonNode parsed(byte[] json) {
        try {
            return strict.parse(json);
        } catch (UnusablePostingException e) {
            String text = new String(json, StandardCharsets.UTF_8);
            boolean bare =
                    e.reason() == RejectReason.UNKNOWN_FORMAT && !text.strip().matches("(?s)[\"'].*[\"']");
            if ((e.reason() != RejectReason.MALFORMED_JSON && e.reason() != RejectReason.UNKNOWN_FORMAT) || bare) {
                throw e;
            }
            JsonNode node = LenientJson.parse(text).orElseThrow(() -> e);
            lenient = true;
            return node;
        }
    }

    private ObjectNode row(JsonNode node) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        if (node instanceof ArrayNode cells) {
            for (int i = 0; i < cells.size(); i++) {
                boolean named = look.rowNames().size() == cells.size();
                fields.set(named ? look.rowNames().get(i) : String.valueOf(i), cells.get(i));
            }
        } else {
            fields.set("0", node);
        }
        return fields;
    }

    @Override
    public String kind() {
        return chat ? "Telegram export" : look.where();
    }

    @Override
    public List<String> notes() {
        return lenient ? List.of("some of it is not strict JSON") : List.of();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
