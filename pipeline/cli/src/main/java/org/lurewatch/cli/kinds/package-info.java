/** {@code kinds}: lists the kinds of scam that Lurewatch tells apart. */
package org.lurewatch.cli.kinds;
