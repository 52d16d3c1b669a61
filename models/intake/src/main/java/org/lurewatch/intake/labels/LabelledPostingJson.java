package org.lurewatch.intake.labels;

import org.lurewatch.intake.json.PostingJson;

/** Writes an example as one line of JSON, which {@link LabelledPostingReader} reads back; its group is left out. */
public final class LabelledPostingJson {
    private LabelledPostingJson() {}

    /** The line, without a line break at the end. */
    public static String line(LabelledPosting labelled) {
        // Codes are words of ours: nothing in them needs an escape.
        String scamType = labelled.scamType()
                .map(type -> ",\"scamType\":\"" + type.code() + "\"")
                .orElse("");
        return "{\"posting\":" + PostingJson.line(labelled.posting()) + ",\"label\":\""
                + labelled.label().code() + "\"" + scamType + "}";
    }
}
