/** {@code bench hostile}: damaged postings by the million, none of which may crash or hold up anything. */
package org.lurewatch.lab.hostile;
