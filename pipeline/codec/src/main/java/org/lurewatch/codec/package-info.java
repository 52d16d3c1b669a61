/**
 * From bytes to Avro records to the domain's types, and back. The codec maps; what follows from a value is
 * decided in detection. No Flink, no Kafka.
 */
package org.lurewatch.codec;
