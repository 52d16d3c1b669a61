/**
 * Records of files, assessed in this JVM.
 */
package org.lurewatch.desk.screen;
