package org.lurewatch.lab.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The jars that this JVM runs on, of which other processes are started.
 *
 * @param jars each by its path
 */
record LaunchedJars(List<Path> jars) {
    /** What a Flink distribution has in its own folder of jars. Everything else comes with the job, in its jar. */
    private static final Pattern FLINK = Pattern.compile(
            "(flink-(?!connector-(base|kafka)|avro|test-).*|log4j-.*|slf4j-api-.*|commons-(cli|lang3|text|io|collections"
                    + "|compress|math3).*|kryo.*|minlog-.*|objenesis-.*|snappy-java-.*|lz4-java-.*|zstd-.*|javassist-.*"
                    + "|reflectasm-.*|snakeyaml-engine-.*|frocksdbjni-.*|jsr305-.*|async-profiler-.*)\\.jar");

    private static final Pattern TESTS = Pattern.compile(".*-tests\\.jar");

    /** Those of this JVM. The jar that the launcher starts names the others in its manifest. */
    static LaunchedJars ofThisJvm() {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            jars.add(path);
            if (entry.endsWith(".jar")) {
                jars.addAll(named(path));
            }
        }
        return new LaunchedJars(List.copyOf(jars));
    }

    private static List<Path> named(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String names = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null
                    ? List.of()
                    : Pattern.compile(" +")
                            .splitAsStream(names.strip())
                            .filter(name -> !name.contains(":"))
                            .map(jar::resolveSibling)
                            .filter(path -> path.toFile().exists())
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of Flink's own processes, with nothing of the job in it. */
    String ofFlink() {
        return path(jars.stream()
                .filter(jar -> FLINK.matcher(name(jar)).matches())
                .filter(jar -> !TESTS.matcher(name(jar)).matches())
                .toList());
    }

    /** The class path of the broker. */
    String ofBroker() {
        return path(jars);
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }

    private static String path(List<Path> jars) {
        return jars.stream().map(Path::toString).distinct().collect(Collectors.joining(File.pathSeparator));
    }
}
