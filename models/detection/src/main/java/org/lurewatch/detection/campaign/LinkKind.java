package org.lurewatch.detection.campaign;

/** What two postings share. */
public enum LinkKind {
    /** Some of their text. */
    TEXT,
    /** A telephone, a messenger account or a mailbox open to everybody. */
    PERSON,
    /** A mailbox of a domain that is not open to everybody. */
    MAILBOX,
    /** A web site; many who know nothing of each other may name the same. */
    HOST;

    /** Whether it is a contact that leads to the same people, whatever the text says. */
    boolean leadsToTheSamePeople() {
        return this == PERSON || this == MAILBOX;
    }
}
