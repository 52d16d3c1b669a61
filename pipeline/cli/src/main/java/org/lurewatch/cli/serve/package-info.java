/** Serving the screening API and the console. */
package org.lurewatch.cli.serve;
