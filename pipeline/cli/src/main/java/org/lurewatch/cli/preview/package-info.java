/** {@code preview}: what would change if another bundle decided. */
package org.lurewatch.cli.preview;
