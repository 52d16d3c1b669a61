/**
 * What Lurewatch says on Kafka: postings in, warnings and rejects out, in Avro single-object encoding.
 *
 * <p>The records are generated from {@code src/main/avro}. To change one: edit it, keep every earlier version under {@code
 * history}, and let the tests say whether old and new readers and writers still understand each other.
 */
package org.lurewatch.schemas;
