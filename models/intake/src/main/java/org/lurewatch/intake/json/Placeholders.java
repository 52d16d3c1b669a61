package org.lurewatch.intake.json;

import java.util.Set;

/** What tools write where they have no value. */
public final class Placeholders {
    /** As they are written: "Nan" is a province, "NA" a country. */
    private static final Set<String> ALL = Set.of(
            "nan",
            "NaN",
            "NAN",
            "<NA>",
            "<na>",
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
            "#n/a",
            "n.a.",
            "-",
            "--",
            "---",
            "–",
            "—");

    /** What stands for no value in a cell of a table too, where nobody has put a country or an empty list by intent. */
    private static final Set<String> OF_CELLS = Set.of("NA", "na", "[]", "{}");

    private static final int LONGEST = 9;

    private Placeholders() {}

    /** Whether a whole value says only that there is none. */
    public static boolean contain(String text) {
        return text.length() <= 2 * LONGEST && ALL.contains(text.strip());
    }

    /** Whether a cell of a table, or a value under a stranger's name, is blank or says only that there is none. */
    public static boolean fillCell(String text) {
        return text.isBlank() || contain(text) || (text.length() <= 2 * LONGEST && OF_CELLS.contains(text.strip()));
    }
}
