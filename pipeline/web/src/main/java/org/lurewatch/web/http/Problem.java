package org.lurewatch.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A request that cannot be answered as asked, in the form of RFC 9457. What it says is in our own words, and never repeats
 * what was sent.
 */
public final class Problem extends RuntimeException {
    /** The content type of its JSON. */
    public static final String CONTENT_TYPE = "application/problem+json";

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final String code;
    private final String title;
    private final transient Map<String, Object> more = new LinkedHashMap<>();
    private long retryAfter = -1;

    /**
     * @param status the HTTP status
     * @param code tells the kind of problem to programs, for example {@code too-large}
     * @param title the kind of problem in words
     * @param detail what is wrong with this request, and what to do
     */
    public Problem(int status, String code, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = Objects.requireNonNull(code);
        this.title = Objects.requireNonNull(title);
    }

    /** What a status says by itself, where a library has refused a request. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> new Problem(404, "not-found", "Not found", "There is nothing at this address.");
            case 405 -> new Problem(405, "wrong-method", "Wrong method", "This address takes another method.");
            case 408 -> new Problem(408, "too-slow", "Too slow", "The request took too long to come.");
            case 413 -> new Problem(413, "too-large", "Too large", "The request has too many bytes. Send less in one.");
            case 414 ->
                new Problem(414, "address-too-long", "Address too long", "The address has too many characters.");
            case 415 ->
                new Problem(415, "wrong-content", "Content is not read", "Content of this type or coding is not read.");
            case 431 -> new Problem(431, "headers-too-large", "Headers too large", "The headers have too many bytes.");
            case 503 -> new Problem(503, "busy", "Busy", "The server cannot answer now.").retryAfter(1);
            default ->
                status < 500
                        ? new Problem(status, "bad-request", "Bad request", "The request cannot be understood.")
                        : new Problem(status, "failed", "Failed", "The server could not answer. Its log says why.");
        };
    }

    /** Adds a member of its own. */
    public Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    /** Says after how many seconds it is worth asking again. */
    public Problem retryAfter(long seconds) {
        retryAfter = seconds;
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** After how many seconds it is worth asking again, where that is known. */
    public OptionalLong retryAfter() {
        return retryAfter < 0 ? OptionalLong.empty() : OptionalLong.of(retryAfter);
    }

    /** The members as they are sent. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "https://lurewatch.org/problems/" + code);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", getMessage());
        members.putAll(more);
        return members;
    }

    /** The members as JSON. */
    public String json() {
        try {
            return JSON.writeValueAsString(members());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem has plain members", e);
        }
    }
}
