package org.lurewatch.codec;

import org.apache.avro.specific.SpecificRecordBase;

/**
 * Copies of records that share their parts. Avro's builders copy all parts, which would be most of the cost of
 * remembering a posting; the project's code never changes a part of a record once the record is made.
 */
public final class Copies {
    private Copies() {}

    /**
     * Gives a record the fields of another one, so that setters can change them.
     *
     * @param fresh an empty record of the same schema; it is filled and returned
     */
    public static <T extends SpecificRecordBase> T of(T record, T fresh) {
        for (int field = 0; field < record.getSchema().getFields().size(); field++) {
            fresh.put(field, record.get(field));
        }
        return fresh;
    }
}
