package org.lurewatch.detection.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The tables that lie beside their classes in the jar, so that a person can extend them without code. */
public final class JarTable {
    private JarTable() {}

    /** The text of a table beside a class. */
    public static String text(Class<?> user, String name) {
        try (InputStream in = user.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be read from the jar", e);
        }
    }

    /** The rows of a tab-separated table without its header, each as its cells. */
    public static Stream<String[]> rows(Class<?> user, String name) {
        return text(user, name).lines().skip(1).map(line -> line.split("\t", -1));
    }

    /**
     * A table as its parser reads it.
     *
     * @param parser reads the text and adds one sentence to the list for each line that cannot be used
     * @throws IllegalStateException with every problem, which would be a fault of the program
     */
    public static <T> T parsed(Class<?> user, String name, BiFunction<String, List<String>, T> parser) {
        List<String> problems = new ArrayList<>();
        T table = parser.apply(text(user, name), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(name + ": " + String.join("; ", problems));
        }
        return table;
    }
}
