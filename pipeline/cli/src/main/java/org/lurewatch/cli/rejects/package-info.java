/** {@code rejects}: shows the records that could not be assessed and sends mended ones back once. */
package org.lurewatch.cli.rejects;
