package org.lurewatch.lab.requests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.lurewatch.lab.hostile.HostileInputs;

/** Makes hostile requests. The same seed and number give the same one. For one thread at a time. */
final class HostileRequests {
    /** One in so many is slow: it takes as long as the server lets it. */
    private static final int SLOW_EVERY = 100;

    private static final int UNPACKED = 48 << 20;
    private static final List<HostileRequestKind> QUICK = List.of(
            HostileRequestKind.INPUT_AS_BODY,
            HostileRequestKind.INPUT_AS_BODY,
            HostileRequestKind.INPUT_AS_FORM,
            HostileRequestKind.INPUT_AS_UPLOAD,
            HostileRequestKind.FORM,
            HostileRequestKind.SCRIPT_IN_FIELDS,
            HostileRequestKind.PATH,
            HostileRequestKind.QUERY,
            HostileRequestKind.HEADERS,
            HostileRequestKind.METHOD,
            HostileRequestKind.CODING,
            HostileRequestKind.LENGTH,
            HostileRequestKind.CUT_OFF,
            HostileRequestKind.NOISE);
    private static final List<String> PATHS = List.of(
            "/",
            "/try",
            "/warnings",
            "/trends",
            "/trends.csv",
            "/model",
            "/login",
            "/password",
            "/campaigns/0",
            "/version",
            "/warnings/0",
            "/v1/postings",
            "/v1/postings/board/1",
            "/v1/warnings",
            "/v1/campaigns",
            "/v1/trends",
            "/v1/campaigns/0",
            "/v1/warnings/stream",
            "/v1/accounts",
            "/v1/tokens",
            "/health/ready",
            "/metrics",
            "/openapi.yaml",
            "/static/0/page.css");
    private static final List<String> PATH_PIECES = List.of(
            "..",
            "/",
            "//",
            "\\",
            "%2e%2e",
            "%2f",
            "%5c",
            "%00",
            "%",
            "%zz",
            "%c0%af",
            "%u0041",
            ";",
            ";a=b",
            "?",
            "#",
            "*",
            ":",
            "@",
            "{id}",
            "<id>",
            "~",
            "|",
            "\"",
            "^",
            "`",
            "[",
            "]",
            "%0d%0aSet-Cookie:%20a=b",
            "%e2%80%ae",
            "\u00ff",
            ".",
            "...",
            "WEB-INF/web.xml",
            "etc/passwd",
            "http://127.0.0.1/");
    private static final List<String> PARAMETERS = List.of(
            "explain",
            "policy",
            "alarmsPer1000",
            "baseRate",
            "deadlineMs",
            "remember",
            "cursor",
            "limit",
            "language",
            "lang",
            "kind",
            "scamType",
            "campaign",
            "verdict",
            "source",
            "postingId",
            "from",
            "to",
            "link",
            "since",
            "by",
            "q",
            "id");
    private static final List<String> FORMS = List.of(
            "/try",
            "/login",
            "/logout",
            "/password",
            "/warnings/0/contacts",
            "/campaigns/0/contacts",
            "/v1/accounts",
            "/v1/tokens",
            "/v1/reviews",
            "/v1/accounts/a/link");
    private static final List<String> FIELDS =
            List.of("text", "file", "user", "password", "csrf", "link", "secret", "again", "name", "%", "%zz", "");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "Authorization",
            "Content-Type",
            "Cookie",
            "Expect",
            "Forwarded",
            "From",
            "Host",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Last-Event-ID",
            "Origin",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "Transfer-Encoding",
            "TE",
            "Trailer",
            "Upgrade",
            "User-Agent",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "HX-Request",
            "X-CSRF-Token",
            "Connection",
            "HTTP2-Settings");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "00",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e999",
            "1e-999",
            "9223372036854775808",
            "null",
            "true",
            "\u0000",
            "\t",
            "\"",
            "'",
            "' OR 1=1 --",
            "'; DROP TABLE warning; --",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "<%= 7 %>",
            "../../../etc/passwd",
            "http://127.0.0.1:1/",
            "*/*;q=NaN",
            "*;q=1e999",
            "x-" + "a".repeat(300),
            "zh-Hant-TW-u-co-stroke",
            "de;q=0.5;q=2,,,",
            "en\u202e",
            "\u00ff\u00fe",
            "%",
            "%00",
            "bytes=0-,-1,5-2",
            "100-continue",
            "chunked",
            "gzip, chunked",
            "identity;q=0",
            "application/json; charset=utf-7",
            "text/html; charset=",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded; charset=\"",
            "Bearer ",
            "Bearer " + "a".repeat(5_000),
            "Basic Og==",
            "lurewatch=1; lurewatch=2; =; ;",
            "h2c",
            "close, keep-alive",
            "2026-13-45T99:99:99Z",
            "-999999999-01-01T00:00:00Z",
            "[::1",
            "evil.example",
            "127.0.0.1@evil.example");
    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "G T",
            "",
            "POST ",
            "\u0000",
            "A".repeat(9_000),
            "POST\t",
            "\"GET\"",
            "PRI");
    private static final List<String> LENGTHS = List.of(
            "-1",
            "-9223372036854775808",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999",
            "1e3",
            "0x10",
            "+5",
            " ",
            "5,5",
            "5, 6",
            "abc",
            "2147483648",
            "\u0661",
            "",
            "8388609",
            "0");
    private static final List<String> CHUNKS = List.of(
            "ffffffffffffffff\r\n",
            "-1\r\n{}\r\n",
            "7fffffff\r\n{}",
            "zz\r\n{}\r\n0\r\n\r\n",
            "2\r\n{}",
            "2\n{}\n0\n\n",
            "2;" + "a".repeat(20_000) + "\r\n{}\r\n0\r\n\r\n",
            "2\r\n{}\r\n0\r\nContent-Length: 5\r\n\r\n",
            "\r\n",
            "0\r\n\r\n",
            "00000000000000000000002\r\n{}\r\n0\r\n\r\n");
    private static final List<String> CODINGS = List.of(
            "gzip", "gzip", "gzip", "x-gzip", "gzip, gzip", "br", "deflate", "zstd", "identity", "GZIP ", "\u00ff");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-ndjson",
            "application/octet-stream",
            "text/plain",
            "text/csv",
            "text/html",
            "application/xml",
            "application/zip",
            "application/pdf",
            "");

    private final HostileInputs inputs;
    private final long seed;
    private final String host;

    /**
     * @param examples folder of the written examples
     * @param host and port of the server, as a request names it
     */
    public HostileRequests(Path examples, long seed, String host) {
        this.inputs = new HostileInputs(examples, seed);
        this.seed = seed;
        this.host = host;
    }

    /** The request of a number. */
    public HostileRequest request(long number) {
        RandomGenerator random = new SplittableRandom(seed * 1_000_003 + number);
        String mark = "<lw" + number + "\"'>";
        if (number % SLOW_EVERY == SLOW_EVERY - 1) {
            return slow(number, mark, random);
        }
        HostileRequestKind kind = QUICK.get((int) (number % QUICK.size()));
        return switch (kind) {
            case CUT_OFF -> {
                HostileRequest whole = HostileRequest.quick(
                        number, kind, post("/v1/assess", "application/json", postingWith(mark, random)), mark);
                yield whole.cutOff(1 + random.nextInt(whole.bytes().length - 1));
            }
            default -> HostileRequest.quick(number, kind, bytes(kind, number, mark, random), mark);
        };
    }

    private byte[] bytes(HostileRequestKind kind, long number, String mark, RandomGenerator random) {
        return switch (kind) {
            case INPUT_AS_BODY ->
                post(
                        random.nextInt(4) == 0 ? "/v1/assess?explain=brief" : "/v1/assess",
                        any(TYPES, random),
                        inputs.input(number).bytes());
            case INPUT_AS_FORM ->
                post(
                        "/try",
                        "application/x-www-form-urlencoded",
                        ("text="
                                        + URLEncoder.encode(
                                                new String(inputs.input(number).bytes(), UTF_8) + mark, UTF_8)
                                        + "&file=" + URLEncoder.encode(mark, UTF_8))
                                .getBytes(UTF_8));
            case FORM -> form(mark, random);
            case INPUT_AS_UPLOAD -> upload(inputs.input(number).bytes(), mark, random);
            case SCRIPT_IN_FIELDS -> script(mark, random);
            case PATH -> head("GET", path(mark, random), "");
            case QUERY -> query(mark, random);
            case HEADERS -> headers(mark, random);
            case METHOD -> head(any(METHODS, random), any(PATHS, random), "X-Mark: " + mark + "\r\n");
            case CODING -> coded(mark, random);
            case LENGTH -> length(mark, random);
            default -> noise(random);
        };
    }

    private byte[] head(String method, String path, String headers) {
        return (method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n")
                .getBytes(UTF_8);
    }

    private byte[] post(String path, String type, byte[] body) {
        return post(path, type, "", body);
    }

    private byte[] post(String path, String type, String headers, byte[] body) {
        String named = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        return joined(head("POST", path, headers + named + "Content-Length: " + body.length + "\r\n"), body);
    }

    private byte[] form(String mark, RandomGenerator random) {
        String fields = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> any(FIELDS, random) + "=" + value(mark, random))
                .collect(Collectors.joining("&"));
        return post(any(FORMS, random), "application/x-www-form-urlencoded", fields.getBytes(UTF_8));
    }

    private byte[] upload(byte[] file, String mark, RandomGenerator random) {
        String boundary = "lw" + Long.toHexString(random.nextLong());
        String name = random.nextBoolean()
                ? mark.replace("\"", "")
                : any(VALUES, random).replace("\u0000", "");
        byte[] begin = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + any(TYPES, random) + "\r\n\r\n")
                .getBytes(UTF_8);
        String end = random.nextInt(8) == 0 ? "" : "\r\n--" + boundary + "--\r\n";
        return post(
                "/try", "multipart/form-data; boundary=" + boundary, joined(joined(begin, file), end.getBytes(UTF_8)));
    }

    private byte[] script(String mark, RandomGenerator random) {
        byte[] posting = postingWith(mark + ScriptTexts.any(random), random);
        return random.nextBoolean()
                ? post("/v1/assess", "application/json", posting)
                : post(
                        "/try",
                        "application/x-www-form-urlencoded",
                        ("text=" + URLEncoder.encode(new String(posting, UTF_8), UTF_8)).getBytes(UTF_8));
    }

    private static byte[] postingWith(String text, RandomGenerator random) {
        return ScriptTexts.posting(text, text, "Online task " + random.nextInt(100) + " " + text);
    }

    private static String path(String mark, RandomGenerator random) {
        if (random.nextInt(16) == 0) {
            return "/" + "a".repeat(random.nextInt(40_000));
        }
        String piece = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> any(PATH_PIECES, random))
                .collect(Collectors.joining(random.nextBoolean() ? "/" : ""));
        return any(PATHS, random)
                + (random.nextBoolean() ? "/" : "")
                + piece
                + (random.nextBoolean() ? URLEncoder.encode(mark, UTF_8) : mark.replace("\"", ""));
    }

    private byte[] query(String mark, RandomGenerator random) {
        String query = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> any(PARAMETERS, random) + "=" + value(mark, random))
                .collect(Collectors.joining("&"));
        return random.nextInt(3) == 0
                ? post("/v1/assess?" + query, "application/json", postingWith(mark, random))
                : head("GET", any(PATHS, random) + "?" + query, "");
    }

    private static String value(String mark, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> URLEncoder.encode(mark, UTF_8);
            case 2 -> any(PATH_PIECES, random);
            default -> URLEncoder.encode(any(VALUES, random), UTF_8);
        };
    }

    private byte[] headers(String mark, RandomGenerator random) {
        StringBuilder headers = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            headers.append(any(HEADERS, random)).append(": ");
            headers.append(
                    switch (random.nextInt(12)) {
                        case 0 -> mark + "\r\n folded " + mark;
                        case 1 -> "a".repeat(random.nextInt(40_000));
                        case 2 -> mark + ("," + mark).repeat(random.nextInt(100));
                        case 3 -> mark;
                        default -> any(VALUES, random);
                    });
            headers.append("\r\n");
        }
        if (random.nextInt(20) == 0) {
            headers.append("X-More: 1\r\n".repeat(random.nextInt(3_000)));
        }
        return random.nextBoolean()
                ? head("GET", any(PATHS, random), headers.toString())
                : post("/v1/assess", "application/json", headers.toString(), postingWith(mark, random));
    }

    private byte[] coded(String mark, RandomGenerator random) {
        byte[] posting = postingWith(mark, random);
        byte[] body =
                switch (random.nextInt(6)) {
                    case 0 -> posting;
                    case 1 -> packed(new byte[random.nextInt(UNPACKED)]);
                    case 2 -> packed(packed(posting));
                    case 3 -> packed("[".repeat(1 << 20).getBytes(UTF_8));
                    case 4 -> {
                        byte[] damaged = packed(posting);
                        damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
                        yield damaged;
                    }
                    default -> packed(posting);
                };
        String path = random.nextInt(3) == 0 ? "/try" : "/v1/assess";
        String type = path.equals("/try") ? "application/x-www-form-urlencoded" : "application/json";
        return post(path, type, "Content-Encoding: " + any(CODINGS, random) + "\r\n", body);
    }

    private byte[] length(String mark, RandomGenerator random) {
        byte[] posting = postingWith(mark, random);
        String type = "Content-Type: application/json\r\n";
        return switch (random.nextInt(5)) {
            case 0 ->
                joined(head("POST", "/v1/assess", type + "Content-Length: " + any(LENGTHS, random) + "\r\n"), posting);
            case 1 ->
                joined(
                        head(
                                "POST",
                                "/v1/assess",
                                type + "Content-Length: " + posting.length + "\r\nContent-Length: "
                                        + (posting.length + random.nextInt(3) - 1) + "\r\n"),
                        posting);
            case 2 ->
                joined(
                        head("POST", "/v1/assess", type + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"),
                        "0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n".getBytes(UTF_8));
            case 3 ->
                joined(
                        head("POST", "/v1/assess", type + "Transfer-Encoding: chunked\r\n"),
                        any(CHUNKS, random).getBytes(UTF_8));
            default -> joined(head("POST", "/v1/assess", type), posting);
        };
    }

    private static byte[] noise(RandomGenerator random) {
        byte[] noise = new byte[1 + random.nextInt(3_000)];
        random.nextBytes(noise);
        return switch (random.nextInt(4)) {
            case 0 -> noise;
            case 1 -> joined("GET ".getBytes(UTF_8), noise);
            // A greeting of TLS, and one of HTTP/2.
            case 2 -> joined(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}, noise);
            default -> joined("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8), noise);
        };
    }

    /** Headers that drip, a body that drips, a body that does not come, or nothing at all. */
    private HostileRequest slow(long number, String mark, RandomGenerator random) {
        byte[] bytes = post("/v1/assess", "application/json", postingWith(mark, random));
        int body = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n") + 4;
        HostileRequestKind kind = HostileRequestKind.SLOW;
        return switch (random.nextInt(4)) {
            case 0 -> new HostileRequest(number, kind, bytes, random.nextInt(body), false, mark);
            case 1 -> new HostileRequest(number, kind, bytes, body + random.nextInt(9), false, mark);
            case 2 -> {
                byte[] some = Arrays.copyOf(bytes, body + random.nextInt(9));
                yield new HostileRequest(number, kind, some, some.length, false, mark);
            }
            default -> new HostileRequest(number, kind, new byte[0], 0, false, mark);
        };
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written to", e);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
