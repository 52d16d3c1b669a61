package org.lurewatch.trainer.bench.subject;

import java.util.List;
import org.lurewatch.detection.text.JarTable;

/** Tab-separated tables that lie beside the classes which use them, so that a person can extend them. */
public final class TsvResource {
    private TsvResource() {}

    /** The rows of a table with its header first, each cut into cells. */
    public static List<List<String>> rows(Class<?> user, String name) {
        return JarTable.text(user, name)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** The rows of a table without its header. */
    public static List<List<String>> body(Class<?> user, String name) {
        List<List<String>> rows = rows(user, name);
        return rows.subList(1, rows.size());
    }

    /** The entries of a cell that holds several, with a space between them. */
    public static List<String> entries(String cell) {
        return List.of(cell.split(" "));
    }
}
