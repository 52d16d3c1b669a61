package org.lurewatch.detection.posting;

/** Why a record could not be assessed: a closed list, so that rejects can be counted by reason. */
public enum RejectReason {
    /** The record has no bytes, or only white space. */
    EMPTY_RECORD,
    /** Neither an Avro single-object record nor JSON. */
    UNKNOWN_FORMAT,
    /** JSON that cannot be parsed, is cut off, or is nested too deeply. */
    MALFORMED_JSON,
    /** Avro bytes that do not fit the schema they name. */
    MALFORMED_AVRO,
    /** The Avro record names a writer schema that is not known here. */
    UNKNOWN_SCHEMA,
    /** Text that is not valid UTF-8. */
    MALFORMED_TEXT,
    /** The record is not what belongs here: not one posting, or not a review or command of the known form. */
    WRONG_TYPE,
    /** The record is larger than the limit for one posting. */
    POSTING_TOO_LARGE,
    /** One field of a review or command is longer than the limit for it; fields of postings are cut. */
    FIELD_TOO_LONG,
    /** A review or command does not say what it is about; postings are named otherwise. */
    MISSING_IDENTIFIER,
    /** No text at all. */
    NO_TEXT,
    /** Text that was decoded wrongly before it came here, so that nothing in it can be read. */
    BADLY_DECODED,
    /** The posting is sound, but scoring it failed. */
    DETECTION_FAILED
}
