package org.lurewatch.intake.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lurewatch.intake.columns.BareTitles;

/** The names of the columns of a table, found by how its first row differs from those below it. */
final class TableHeader {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_ROWS_OF_A_TITLE = 5;

    private static final Pattern LINK = Pattern.compile("(?i)(https?:)?//\\S+|www\\.\\S+|\\S+@\\S+\\.\\S+");
    private static final Pattern NUMBER = Pattern.compile("[-+(]?[\\p{Sc}\\s]*\\d[\\d.,\\s%)]*[\\p{Sc}\\s]*");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}([T ,].*)?|\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}\\d_.]+|[\\p{L}\\d]+([_.][\\p{L}\\d]+)+");

    /** Words that name a column in one language or another, where nothing else tells. */
    private static final Pattern COLUMN_WORD = Pattern.compile(
            "(?iu)(^|[^\\p{L}])(id|url|uri|link|title|job|name|company|employer|location|city|country|salary|date|posted|desc"
                    + "|description|text|message|msg|label|category|type|source|content|email|phone|puesto|empresa|ubicaci[oó]n"
                    + "|salario|fecha|t[ií]tulo|descri[cç][aã]o|local|sal[aá]rio|vaga|cargo|poste|entreprise|lieu|intitul[eé]"
                    + "|stelle|titel|firma|ort|gehalt|beschreibung|datum|functie|bedrijf|omschrijving|stanowisko|opis|"
                    + "название|должность|компания|город|зарплата|описание|текст|職位|职位|公司|薪资|描述|標題|标题|仕事|会社|"
                    + "제목|회사|직무|judul|perusahaan|lokasi|gaji|teks|deskripsi|pekerjaan|ilan|başlık|şirket)([^\\p{L}]|$)");

    private final int rowsAbove;
    private final List<String> names;
    private final List<String> asWritten;

    private TableHeader(int rowsAbove, List<String> names, List<String> asWritten) {
        this.rowsAbove = rowsAbove;
        this.names = names;
        this.asWritten = asWritten;
    }

    /** Finds the header in the first rows of a table, none of which is blank. */
    static TableHeader of(List<List<String>> rows) {
        int first = rowsOfATitle(rows);
        if (first < rows.size() && isHeader(rows.get(first), rows.subList(first + 1, rows.size()))) {
            return new TableHeader(first + 1, unique(rows.get(first)), rows.get(first));
        }
        return new TableHeader(first, List.of(), List.of());
    }

    /** How many rows stand above the records, the header included. */
    int rowsAbove() {
        return rowsAbove;
    }

    boolean hasNames() {
        return !names.isEmpty();
    }

    boolean isRepeatedBy(List<String> cells) {
        return hasNames() && cells.equals(asWritten);
    }

    /** The name of a column, or its number, counted from 0. */
    String name(int column) {
        return column < names.size() ? names.get(column) : String.valueOf(column);
    }

    /** Rows with a single cell above a wider table: its title, who made it, when it was made. */
    private static int rowsOfATitle(List<List<String>> rows) {
        int first = 0;
        while (first < MOST_ROWS_OF_A_TITLE && first < rows.size() && filled(rows.get(first)) == 1) {
            first++;
        }
        return first + 1 < rows.size() && isBelowATitle(rows.get(first)) ? first : 0;
    }

    /** Two cells are a header below a title only if both name a column: the rows above may have lost their second cell. */
    private static boolean isBelowATitle(List<String> cells) {
        return filled(cells) > 2
                || filled(cells) == 2
                        && cells.stream().filter(cell -> !cell.isBlank()).allMatch(cell -> COLUMN_WORD
                                .matcher(words(cell))
                                .find());
    }

    private static long filled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).count();
    }

    private static boolean isHeader(List<String> first, List<List<String>> below) {
        List<String> filled = first.stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return false;
        }
        if (isCount(filled)) {
            return true;
        }
        if (filled.stream().anyMatch(TableHeader::isValue) || isRepeated(first, below)) {
            return false;
        }
        if (isListOfTitles(first, below)) {
            return BareTitles.areNamed(first.get(0)) || first.get(0).indexOf('_') > 0;
        }
        if (below.isEmpty()) {
            return filled.stream()
                    .allMatch(cell -> IDENTIFIER.matcher(cell).matches()
                            || COLUMN_WORD.matcher(words(cell)).find());
        }
        if (hasOtherValuesBelow(first, below)
                || filled.stream().allMatch(cell -> IDENTIFIER.matcher(cell).matches())
                || filled.stream()
                        .anyMatch(cell -> COLUMN_WORD.matcher(words(cell)).find())) {
            return true;
        }
        long length = length(first);
        List<Long> lengths = below.stream().map(TableHeader::length).sorted().toList();
        long usual = lengths.get(lengths.size() / 2);
        return length * 10 < usual * 6 || below.size() < 5;
    }

    /** Whether there is one column, and titles in it: the first row then may be a title like those below it. */
    private static boolean isListOfTitles(List<String> first, List<List<String>> below) {
        List<String> cells = Stream.concat(Stream.of(first), below.stream())
                .filter(row -> filled(row) == 1 && !row.get(0).isBlank())
                .map(row -> row.get(0))
                .toList();
        return cells.size() == below.size() + 1 && BareTitles.are(cells);
    }

    private static String words(String cell) {
        return cell.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").replace('_', ' ');
    }

    /** Whether the names are 0, 1, 2, as programs number columns that have none. */
    private static boolean isCount(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).equals(String.valueOf(i))) {
                return false;
            }
        }
        return cells.size() > 1;
    }

    private static boolean isValue(String cell) {
        return cell.length() > LONGEST_NAME
                || cell.indexOf('\n') >= 0
                || LINK.matcher(cell).matches()
                || NUMBER.matcher(cell).matches()
                || DATE.matcher(cell).matches();
    }

    /** Whether a cell of the first row occurs again below it. */
    private static boolean isRepeated(List<String> first, List<List<String>> below) {
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).isBlank()) {
                continue;
            }
            for (List<String> row : below) {
                if (i < row.size() && row.get(i).equals(first.get(i)) && !row.equals(first)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a column holds numbers, dates, links or prose below a first cell that is neither. */
    private static boolean hasOtherValuesBelow(List<String> first, List<List<String>> below) {
        for (int i = 0; i < first.size(); i++) {
            int values = 0;
            int cells = 0;
            for (List<String> row : below) {
                if (i < row.size() && !row.get(i).isBlank()) {
                    cells++;
                    values += isValue(row.get(i).strip()) ? 1 : 0;
                }
            }
            if (!first.get(i).isBlank() && cells > 0 && values * 10 >= cells * 8) {
                return true;
            }
        }
        return false;
    }

    private static long length(List<String> cells) {
        return cells.stream().mapToLong(String::length).sum();
    }

    private static List<String> unique(List<String> cells) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).replace("\uFEFF", "").strip().replaceAll("\\s+", " ");
            String name = cell.isEmpty() ? String.valueOf(i) : cell;
            String free = name;
            for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
                free = name + "_" + n;
            }
            names.add(free);
        }
        return List.copyOf(names);
    }
}
