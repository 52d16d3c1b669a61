package org.lurewatch.cli.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus would read at one time.
 *
 * @param text as it was sent
 * @param series every line of it
 */
record Scrape(String text, List<Series> series) {
    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /** One name with labels. */
    record Series(String name, Map<String, String> labels, double value) {}

    static Scrape of(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                .build();
        String text = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        List<Series> series = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> series.add(parse(line)));
        return new Scrape(text, series);
    }

    private static Series parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        Map<String, String> labels = new TreeMap<>();
        if (parts.group(2) != null) {
            LABEL.matcher(parts.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Series(parts.group(1), labels, Double.parseDouble(parts.group(3)));
    }

    List<Series> of(String name) {
        return series.stream().filter(each -> each.name().equals(name)).toList();
    }

    double sum(String name, Predicate<Map<String, String>> labels) {
        return of(name).stream()
                .filter(each -> labels.test(each.labels()))
                .mapToDouble(Series::value)
                .sum();
    }
}
