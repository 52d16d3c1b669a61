package org.lurewatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.cluster.CommandProcess;

/** What people paste and send is neither stored nor logged, whether it can be read or not. */
class PastedTextIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final Pattern ADDRESS = Pattern.compile("Serving at (http://127\\.0\\.0\\.1:\\d+)");
    private static final String MARK = "quokkaharbour";
    private static final String ADVERT = "Clerk for the " + MARK + " desk, 1,200 EUR a month. Apply at our office. ";
    private static final int MEGABYTES_7 = 7 << 20;
    private static final int MEGABYTES_9 = 9 << 20;

    @TempDir
    private Path folder;

    private URI server;

    @Test
    void nothingOfItIsInAFileOrALog() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path log = folder.resolve("log");
        try (CommandProcess process = CommandProcess.start(
                Lurewatch.class.getName(),
                HOME,
                log,
                List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary),
                List.of("serve", "--port=0", "--data=" + folder.resolve("data")))) {
            process.await(() -> ADDRESS.matcher(process.printed()).find());
            Matcher address = ADDRESS.matcher(process.printed());
            assertThat(address.find()).isTrue();
            server = URI.create(address.group(1));
            // From now on a temporary file cannot be made: whatever needs one would fail.
            try (var left = Files.list(temporary)) {
                assertThat(left).isEmpty();
            }
            Files.delete(temporary);

            String large = ADVERT.repeat(MEGABYTES_7 / ADVERT.length());
            HttpResponse<String> shown = upload("{\"description\": \"" + ADVERT + "\"}");
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body()).as("it was read").contains(MARK);
            assertThat(upload(large).statusCode()).isEqualTo(200);
            assertThat(upload(ADVERT.repeat(MEGABYTES_9 / ADVERT.length())).statusCode())
                    .isEqualTo(413);
            assertThat(assess("{\"description\": \"" + ADVERT + "\"}")).isEqualTo(200);
            String posting = "{\"description\": \"" + ADVERT.repeat(100) + "\"}";
            assertThat(assess("[" + posting + ("," + posting).repeat(199) + "]"))
                    .isEqualTo(200);
            assertThat(assess("{\"description\": \"" + large + "\"}"))
                    .as("one that is too long")
                    .isEqualTo(413);
            assertThat(assess("{\"description\": \"" + ADVERT)).isEqualTo(400);
            assertThat(assess("{\"" + MARK + "\": \"" + MARK)).isEqualTo(400);
        }
        assertThat(temporary).doesNotExist();
        assertThat(Files.readString(log)).doesNotContain(MARK);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(log);
        }
    }

    private HttpResponse<String> upload(String content) throws Exception {
        String form = "--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + MARK
                + ".txt\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--boundary--\r\n";
        return send("/try", "multipart/form-data; boundary=boundary", form);
    }

    private int assess(String body) throws Exception {
        return send("/v1/assess", "application/json", body).statusCode();
    }

    private HttpResponse<String> send(String path, String type, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve(path))
                                .header("Content-Type", type)
                                .header("Accept", "text/html, application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }
}
