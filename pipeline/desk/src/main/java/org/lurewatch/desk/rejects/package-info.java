/**
 * Records that could not be assessed, and how they are sent back once.
 */
package org.lurewatch.desk.rejects;
