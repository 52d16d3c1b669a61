package org.lurewatch.detection.facts.contact;

import java.util.List;
import java.util.Objects;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.facts.words.Marks;

/**
 * A way to reach the poster.
 *
 * @param kind how
 * @param handle the one spelling of this contact, whatever way it was written; empty where the text only names the
 *     messenger or masks the handle
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 */
public record Contact(ContactKind kind, String handle, int start, int end) {

    public Contact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(handle, "handle");
    }

    /** Whether it is an account in a messenger, which can be written to. */
    public boolean isMessengerAccount() {
        return kind.isMessenger() && hasHandle();
    }

    /** Whether it can be followed from one posting to another. */
    public boolean hasHandle() {
        return !handle.isEmpty();
    }

    /**
     * The contacts of a comparable text, in reading order: each handle once, and once a messenger that is named without
     * any handle.
     *
     * @param contactField whether the text is a contact field, where a bare number is a phone number
     * @param region country by which a phone number without a country code is understood, or null
     */
    public static List<Contact> read(Marks marks, boolean contactField, String region) {
        return ContactReader.read(marks, contactField, region);
    }
}
