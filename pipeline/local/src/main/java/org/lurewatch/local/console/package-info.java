/**
 * What all commands share: where the installation lies, how a failure ends a command, how a reason is printed.
 */
package org.lurewatch.local.console;
