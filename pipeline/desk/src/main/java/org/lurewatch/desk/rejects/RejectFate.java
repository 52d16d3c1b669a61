package org.lurewatch.desk.rejects;

/** What becomes of a reject when rejects are sent back. */
public enum RejectFate {
    /** It can be assessed now. */
    SENT,
    /** It still cannot be assessed. */
    UNACCEPTABLE,
    /** It was sent back before. */
    SENT_BEFORE,
    /** The reject does not hold all of its bytes, and the topic of postings no longer has them. */
    GONE,
    /** It is no posting: it was read from another topic, such as that of reviews. */
    OF_ANOTHER_TOPIC,
    /** The topic holds the same reject twice: the job may send one again after a restart. */
    REPEATED
}
