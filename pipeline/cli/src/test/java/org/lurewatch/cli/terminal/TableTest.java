package org.lurewatch.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.terminal.Table.Column;

class TableTest {
    private static final List<Column<String>> COLUMNS = List.of(
            Column.of("NAME", 4, 8, text -> text),
            Column.ofNumbers("LENGTH", String::length),
            Column.of("AGAIN", 5, 100, text -> text));

    @Test
    void columnsShareTheRoomThatIsLeft() {
        Table<String> table = new Table<>(COLUMNS, 23);
        assertEquals("NAME    LENGTH  AGAIN", table.header());
        assertEquals("abcde…       8  abcdef…", table.row("abcdefgh"));
    }

    @Test
    void aWideTableStopsWhereItsColumnsAreWideEnough() {
        assertEquals("abcdefgh       8  abcdefgh", new Table<>(COLUMNS, 1_000).row("abcdefgh"));
    }

    @Test
    void columnsWithoutRoomAreLeftOutFromTheRight() {
        assertEquals("NAME    LENGTH", new Table<>(COLUMNS, 14).header());
        assertEquals("abc…", new Table<>(COLUMNS, 4).row("abcde"));
        assertEquals("abc…", new Table<>(COLUMNS, 1).row("abcde"), "the first is always there");
    }

    @Test
    void wideCharactersKeepTheColumnsInLine() {
        Table<String> table = new Table<>(COLUMNS, 14);
        assertEquals("客服…" + " ".repeat(8) + "4", table.row("客服人员"));
        assertEquals("abcd" + " ".repeat(9) + "4", table.row("abcd"));
    }
}
