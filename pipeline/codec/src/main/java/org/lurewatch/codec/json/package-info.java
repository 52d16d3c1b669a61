/**
 * The JSON of assessments, reviews, commands and Avro records.
 */
@NullMarked
package org.lurewatch.codec.json;

import org.jspecify.annotations.NullMarked;
