package org.lurewatch.lab.requests;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status 0 where the connection was closed without a word
 * @param head the status line and the headers
 */
record HostileAnswer(int status, String head, String body) {
    static final HostileAnswer CLOSED = new HostileAnswer(0, "", "");

    private static final Pattern TRACE =
            Pattern.compile("\\bat [\\w.$]+\\([\\w.]+:\\d+\\)|\\b(?:java|org|io|com)\\.[\\w.]+(?:Exception|Error)\\b");
    /** Elements and attributes that no page of ours has. */
    private static final Pattern FOREIGN =
            Pattern.compile("<script>|<img(?! src=\"/static/)|<iframe|<base|<style|<meta http-equiv|<form action=java");

    /** Reads an answer that has come to its end. */
    static HostileAnswer of(String text) {
        if (text.isEmpty()) {
            return CLOSED;
        }
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 4);
        String[] line = head.lines().findFirst().orElse("").split(" ");
        int status = line.length > 1 && line[0].startsWith("HTTP/1.") && line[1].matches("[0-9]{3}")
                ? Integer.parseInt(line[1])
                : -1;
        return status == 100 && !body.isEmpty() ? of(body) : new HostileAnswer(status, head, body);
    }

    /** What is wrong with it as the answer to a request; empty where nothing is. */
    Optional<String> wrong(HostileRequest request) {
        if (status == 0) {
            return request.kind().mayBeClosed() ? Optional.empty() : Optional.of("closed without an answer");
        }
        if (status < 100 || status == 500 || status > 505) {
            return Optional.of("answered with " + status);
        }
        if (TRACE.matcher(body).find()) {
            return Optional.of("the answer tells of the program's insides");
        }
        if (head.contains(request.mark()) || head.contains("Set-Cookie: a=b")) {
            return Optional.of("the headers repeat what was sent");
        }
        boolean page = head.toLowerCase(Locale.ROOT).contains("content-type: text/html");
        boolean problem = status >= 400;
        if ((page || problem) && body.contains(request.mark())) {
            return Optional.of("the answer repeats what was sent");
        }
        return page && FOREIGN.matcher(body).find()
                ? Optional.of("the page has an element that was sent")
                : Optional.empty();
    }
}
