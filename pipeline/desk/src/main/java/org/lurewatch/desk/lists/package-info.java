/**
 * Allow and block lists of a platform: read from files, and read from and written to the topic of commands.
 */
package org.lurewatch.desk.lists;
