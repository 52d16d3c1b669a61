/**
 * A warning from a file or a topic, and its decision made again.
 */
package org.lurewatch.desk.explain;
