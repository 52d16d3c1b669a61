/**
 * Where output goes, how a failure ends a command, how a reason is printed.
 */
package org.lurewatch.cli.terminal;
