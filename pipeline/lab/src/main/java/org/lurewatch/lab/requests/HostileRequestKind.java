package org.lurewatch.lab.requests;

import java.util.Locale;

/** What is wrong with a request. */
public enum HostileRequestKind {
    /** A hostile input of the job, as the body of a request to have it assessed. */
    INPUT_AS_BODY,
    /** The same, as it is pasted on the page. */
    INPUT_AS_FORM,
    /** The same, as a file that is uploaded there. */
    INPUT_AS_UPLOAD,
    /** A form of a page with anything in its fields. */
    FORM,
    /** A posting with a script in each of its fields. */
    SCRIPT_IN_FIELDS,
    PATH,
    QUERY,
    HEADERS,
    METHOD,
    /** A body that is not packed as is said, or unpacks to far more. */
    CODING,
    /** The length of the body is wrong, said twice, or no number. */
    LENGTH,
    /** A request that is cut off somewhere. */
    CUT_OFF,
    /** Bytes that are no request at all. */
    NOISE,
    /** Comes byte by byte, or ends to come in its midst. */
    SLOW;

    /** Whether HTTP lets the server close the connection without a word. */
    boolean mayBeClosed() {
        return this == LENGTH || this == CUT_OFF || this == NOISE || this == SLOW;
    }

    /** In words. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
