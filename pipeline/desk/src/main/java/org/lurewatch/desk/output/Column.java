package org.lurewatch.desk.output;

import java.util.function.Function;

/**
 * A column of the CSV form.
 *
 * @param name as the field is called on the wire
 * @param value what stands there; null where nothing is known
 */
record Column<T>(String name, Function<T, Object> value) {}
