/**
 * The JSON of assessments, reviews, commands and Avro records.
 */
package org.lurewatch.codec.json;
