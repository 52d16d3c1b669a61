package org.lurewatch.intake.json;

import java.util.Set;

/** What tools write where they have no value. */
final class Placeholders {
    /** As they are written: "Nan" is a province, "NA" a country. */
    private static final Set<String> ALL = Set.of(
            "nan",
            "NaN",
            "NAN",
            "<NA>",
            "NaT",
            "None",
            "none",
            "NONE",
            "null",
            "NULL",
            "Null",
            "(null)",
            "\\N",
            "nil",
            "undefined",
            "N/A",
            "n/a",
            "N/a",
            "#N/A",
            "n.a.",
            "-",
            "--",
            "---",
            "–",
            "—");

    private static final int LONGEST = 9;

    private Placeholders() {}

    /** Whether a whole value says only that there is none. */
    static boolean contain(String text) {
        return text.length() <= 2 * LONGEST && ALL.contains(text.strip());
    }
}
