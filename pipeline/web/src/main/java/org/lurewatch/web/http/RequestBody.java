package org.lurewatch.web.http;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpException;

/** Takes in the bodies of requests, within the limits of the server. Safe to share between threads. */
public final class RequestBody {
    static final Key<RequestBody> KEY = new Key<>("lurewatch.body");

    private final int most;
    private final int awaited;
    private final Semaphore readers;

    /** @param awaited bytes that have come before a thread begins to read */
    RequestBody(RequestLimits limits, int awaited) {
        this.most = limits.mostBytes();
        this.awaited = awaited;
        this.readers = new Semaphore(limits.threads() / 2);
    }

    /**
     * All bytes of the body, unpacked.
     *
     * @throws Problem where there are too many, they are packed in a way that is not read, they do not come, or what
     *     comes is damaged
     */
    public static byte[] read(Context request) {
        return request.appData(KEY).bytesOf(request);
    }

    /** Refuses a body that says itself that it is too large, whoever is going to read it. */
    static void requireSize(Context request) {
        request.appData(KEY).requireLength(request);
    }

    private long requireLength(Context request) {
        long length = request.req().getContentLengthLong();
        if (length > most) {
            throw tooLarge();
        }
        return length;
    }

    /** Whoever sends much slowly holds a thread, so not all threads may read such a body. */
    private byte[] bytesOf(Context request) {
        long length = requireLength(request);
        if (length >= 0 && length <= awaited) {
            return unpacked(request);
        }
        if (!readers.tryAcquire()) {
            throw Problem.ofStatus(503);
        }
        try {
            return unpacked(request);
        } finally {
            readers.release();
        }
    }

    private byte[] unpacked(Context request) {
        String coding = request.header("Content-Encoding");
        try {
            return switch (coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT)) {
                case "identity", "" -> bounded(request.req().getInputStream());
                case "gzip", "x-gzip" -> unpacked(request.req().getInputStream());
                default ->
                    throw new Problem(
                            415,
                            "wrong-coding",
                            "Content coding is not read",
                            "Send the body as it is, or packed with gzip.");
            };
        } catch (IOException e) {
            throw unread(e);
        }
    }

    private byte[] unpacked(InputStream packed) throws IOException {
        try (InputStream in = new GZIPInputStream(packed, 1 << 14)) {
            return bounded(in);
        } catch (ZipException | EOFException e) {
            throw new Problem(
                    400, "damaged-gzip", "Damaged gzip", "The body is not what gzip makes, or it is cut off.");
        }
    }

    private byte[] bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(most);
        if (bytes.length == most && in.read() >= 0) {
            throw tooLarge();
        }
        return bytes;
    }

    private Problem tooLarge() {
        return new Problem(
                413,
                "too-large",
                "Too large",
                "A request may have " + (most >= 1 << 20 ? (most >> 20) + " MiB" : most + " bytes")
                        + ", also when it is unpacked. Send the rest in another one.");
    }

    /** What Jetty throws has the cause somewhere within. */
    private static Problem unread(IOException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return Problem.ofStatus(408);
            }
            if (cause instanceof HttpException http) {
                return Problem.ofStatus(http.getCode());
            }
        }
        return new Problem(400, "cut-off", "Cut off", "The body of the request is cut off or damaged.");
    }
}
