package org.lurewatch.codec;

import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.NullMarked;

/**
 * Copies of records that share what they are made of. Avro's builders copy all of it, which for every posting is most of
 * what remembering it costs; nothing of ours changes a part of a record once the record is made.
 */
@NullMarked
public final class Copies {
    private Copies() {}

    /**
     * A record with the fields of another one, for its setters.
     *
     * @param fresh of the same schema; it is filled and returned
     */
    public static <T extends SpecificRecordBase> T of(T record, T fresh) {
        for (int field = 0; field < record.getSchema().getFields().size(); field++) {
            fresh.put(field, record.get(field));
        }
        return fresh;
    }
}
