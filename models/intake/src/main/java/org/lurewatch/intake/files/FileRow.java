package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/** Makes records of formats that have names of their own for what a posting has, or none. */
final class FileRow {
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    /** Adds a field, unless there is nothing in it. */
    FileRow with(String name, String text) {
        if (text != null && !text.isBlank()) {
            fields.put(name, text.strip());
        }
        return this;
    }

    FileEntry at(String place) {
        return new ForeignRecord(place, fields);
    }

    static FileEntry tooLarge(String place, int maxBytes) {
        return new DamagedRecord(
                place,
                new UnusablePostingException(
                        RejectReason.POSTING_TOO_LARGE, "the record is larger than " + maxBytes + " bytes"));
    }

    static FileEntry unknown(String place, String detail) {
        return new DamagedRecord(place, new UnusablePostingException(RejectReason.UNKNOWN_FORMAT, detail));
    }
}
