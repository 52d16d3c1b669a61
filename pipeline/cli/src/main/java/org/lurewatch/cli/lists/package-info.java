/**
 * Allow and block lists on the topic of commands.
 */
package org.lurewatch.cli.lists;
