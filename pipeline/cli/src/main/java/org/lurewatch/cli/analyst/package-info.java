/**
 * {@code train}, {@code evaluate} and {@code compare}.
 */
package org.lurewatch.cli.analyst;
