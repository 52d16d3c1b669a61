/** {@code accounts}: who may log in at the console. */
package org.lurewatch.cli.accounts;
