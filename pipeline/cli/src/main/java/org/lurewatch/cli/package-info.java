/**
 * The command line. Each command has a package of its own; {@code terminal} and {@code options} hold what they
 * share. This is the only module that knows all others.
 */
package org.lurewatch.cli;
