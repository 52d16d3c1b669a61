/**
 * The JSON of assessments, reviews, commands and Avro records.
 */
@org.jspecify.annotations.NullMarked
package org.lurewatch.codec.json;
