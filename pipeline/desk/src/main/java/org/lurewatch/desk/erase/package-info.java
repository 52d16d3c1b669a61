/**
 * A posting that is to be forgotten.
 */
package org.lurewatch.desk.erase;
