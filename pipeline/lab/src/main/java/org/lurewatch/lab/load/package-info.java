/** Requests at a steady rate to a server, and what they took. */
package org.lurewatch.lab.load;
