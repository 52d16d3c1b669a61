package org.lurewatch.detection.lists;

import java.util.Locale;
import java.util.Optional;

/** What an entry of a list names. */
public enum ListedKind {
    /** The name of a hiring organization. */
    EMPLOYER,
    /** A host, with all hosts under it. */
    DOMAIN,
    /** A telephone, an account in a messenger, a mailbox, or a page on a site where anybody can have one. */
    HANDLE;

    /** As it is written on topics and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name, in any case. */
    public static Optional<ListedKind> ofWord(String word) {
        for (ListedKind kind : values()) {
            if (kind.word().equalsIgnoreCase(word.strip())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
