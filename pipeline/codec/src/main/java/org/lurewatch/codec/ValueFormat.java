package org.lurewatch.codec;

/** How the job writes a record's value. */
public enum ValueFormat {
    /** Avro's single-object encoding. */
    AVRO("application/avro"),
    /** JSON in UTF-8. */
    JSON("application/json"),
    /** Avro with the schema's number in a registry before it. */
    CONFLUENT("application/avro");

    private final String mediaType;

    ValueFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type of such a value. */
    public String mediaType() {
        return mediaType;
    }
}
