package org.lurewatch.detection.campaign;

/** What two postings share. */
public enum LinkKind {
    /** Some of their text. */
    TEXT,
    /** A telephone, a messenger account or a mailbox of a free provider. */
    PERSON,
    /** A mailbox of a domain of its own, such as a firm's. */
    MAILBOX,
    /** A web site; many posters who have nothing to do with each other may name the same one. */
    HOST;

    /** Whether it is a contact that leads to the same people, whatever the text says. */
    boolean leadsToTheSamePeople() {
        return this == PERSON || this == MAILBOX;
    }
}
