/**
 * Values that name their schema by an identifier of a schema registry: how the first bytes say so, where the schema is
 * looked up, and how a record of a foreign schema becomes a tree under that schema's own names.
 */
@NullMarked
package org.lurewatch.codec.registry;

import org.jspecify.annotations.NullMarked;
