/**
 * The command line: everything on one machine. Each command has a package of its own; {@code console}, {@code kafka},
 * {@code minicluster} and {@code examples} hold what they share.
 */
package org.lurewatch.local;
