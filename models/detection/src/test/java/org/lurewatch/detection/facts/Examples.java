package org.lurewatch.detection.facts;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.lurewatch.detection.facts.words.Marks;
import org.lurewatch.detection.text.TextChain;

/** The written examples: tab-separated, one header line. A person adds a line to add a test. */
public final class Examples {

    private Examples() {}

    public static Stream<List<String>> of(String file) {
        try (InputStream in = Examples.class.getResourceAsStream(file)) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().skip(1).map(line -> List.of(line.split("\t", -1)));
        } catch (IOException e) {
            throw new IllegalStateException(file + " could not be read", e);
        }
    }

    public static Marks marks(String raw) {
        return Marks.of(TextChain.comparable(raw).text());
    }

    /** A country code or nothing. */
    public static String region(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    public static String orDash(List<String> found) {
        return found.isEmpty() ? "-" : String.join("; ", found);
    }

    public static String plain(double number) {
        return new BigDecimal(number)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    public static String orDash(String code) {
        return code == null ? "-" : code;
    }
}
