/**
 * From bytes to Avro records to the domain's types, and back. The codec only converts; what follows from a
 * value is decided in detection. It uses neither Flink nor Kafka.
 */
@NullMarked
package org.lurewatch.codec;

import org.jspecify.annotations.NullMarked;
