/**
 * Options that several commands share.
 */
package org.lurewatch.cli.options;
