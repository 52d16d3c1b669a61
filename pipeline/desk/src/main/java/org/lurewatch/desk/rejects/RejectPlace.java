package org.lurewatch.desk.rejects;

import org.lurewatch.schemas.RejectedPosting;

/**
 * Where a record lies that was rejected; names its reject, for the job may send the same reject twice.
 *
 * @param topic that it was read from
 * @param partition of that topic
 * @param offset in that partition
 */
public record RejectPlace(String topic, int partition, long offset) {

    public static RejectPlace of(RejectedPosting reject) {
        return new RejectPlace(reject.getTopic(), reject.getPartition(), reject.getOffset());
    }

    /**
     * The place in such a text as {@link #toString} gives.
     *
     * @throws IllegalArgumentException where the text names no place
     */
    public static RejectPlace parse(String text) {
        int last = text.lastIndexOf('/');
        int middle = last < 0 ? -1 : text.lastIndexOf('/', last - 1);
        if (middle < 0) {
            throw new IllegalArgumentException("not TOPIC/PARTITION/OFFSET");
        }
        return new RejectPlace(
                text.substring(0, middle),
                Integer.parseInt(text.substring(middle + 1, last)),
                Long.parseLong(text.substring(last + 1)));
    }

    /** Topic, partition and offset with slashes between them; a topic's name has no slash. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
