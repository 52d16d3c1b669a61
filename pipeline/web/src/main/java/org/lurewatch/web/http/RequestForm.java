package org.lurewatch.web.http;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.jetty.http.HttpException;

/** What stands in the form that a request carries. A form that cannot be read is the sender's fault, whoever finds out. */
public final class RequestForm {
    private RequestForm() {}

    /** The value of a field. @throws Problem where the form is too large, or cannot be read */
    public static Optional<String> value(Context request, String name) {
        RequestBody.requireSize(request);
        return read(() -> request.formParam(name));
    }

    /** The file of a field. @throws Problem where the form is too large, or cannot be read */
    public static Optional<UploadedFile> file(Context request, String name) {
        RequestBody.requireSize(request);
        return read(() -> request.uploadedFile(name));
    }

    /** What Jetty throws has the cause somewhere within. */
    private static <T> Optional<T> read(Callable<T> part) {
        try {
            return Optional.ofNullable(part.call());
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpException refused) {
                    throw refused.getCode() == 400 ? damaged() : Problem.ofStatus(refused.getCode());
                }
            }
            throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        }
    }

    private static Problem damaged() {
        return new Problem(400, "damaged-form", "Damaged form", "The form is cut off, or not encoded as forms are.");
    }
}
