/**
 * Topics as people look at them: what was committed by now, and no more.
 */
package org.lurewatch.desk.kafka;
