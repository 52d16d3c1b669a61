/**
 * What goes wrong with a running job, told in one line each with cause and remedy, and in another when it is over.
 */
package org.lurewatch.job.watch;
