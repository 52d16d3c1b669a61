package org.lurewatch.web.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.web.http.Problem;

/**
 * A place in a list that has the newest first: behind one of its rows. What is added to the list meanwhile moves nothing
 * that comes behind.
 *
 * @param millis the row's time
 * @param keyHash tells rows of one time apart
 */
record ViewCursor(long millis, String keyHash) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})\\.([0-9a-f]{32})");
    private static final int LONGEST = 100;

    /** As the caller gets it, who is to hand it back as it is. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((millis + "." + keyHash).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Problem where it is none that {@link #text} has made */
    static ViewCursor of(String text) {
        if (text.length() <= LONGEST) {
            try {
                Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
                if (form.matches()) {
                    return new ViewCursor(Long.parseLong(form.group(1)), form.group(2));
                }
            } catch (IllegalArgumentException e) {
                throw broken();
            }
        }
        throw broken();
    }

    private static Problem broken() {
        return new Problem(
                400,
                "broken-cursor",
                "Broken cursor",
                "The cursor is none that this server gave out. Begin without one, and then hand back next as it is.");
    }
}
