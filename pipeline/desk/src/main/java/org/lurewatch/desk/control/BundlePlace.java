package org.lurewatch.desk.control;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a bundle lies, as a URI of Flink's file systems, which take the path in it as it stands, without escapes. */
public final class BundlePlace {
    /** One letter would be a drive. */
    private static final Pattern URI = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(//[^/]*)?(.*)", Pattern.DOTALL);

    private BundlePlace() {}

    /** The URI of a folder of this machine. */
    public static String uri(Path folder) {
        return "file://" + folder.toAbsolutePath().normalize();
    }

    /** The folder of this machine that is meant, by a path or by a URI; empty where it is not of this machine. */
    public static Optional<Path> folder(String place) {
        Matcher uri = URI.matcher(place);
        if (!uri.matches()) {
            return path(place);
        }
        boolean here = uri.group(1).equalsIgnoreCase("file")
                && (uri.group(2) == null || uri.group(2).equals("//"));
        return here ? path(uri.group(3)) : Optional.empty();
    }

    private static Optional<Path> path(String path) {
        try {
            return Optional.of(Path.of(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
