/** {@code demo}: replays written examples through the real job, and prints its warnings. */
package org.lurewatch.cli.demo;
