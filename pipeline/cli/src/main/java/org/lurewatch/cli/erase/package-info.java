/**
 * {@code erase}: a posting that is to be forgotten.
 */
package org.lurewatch.cli.erase;
