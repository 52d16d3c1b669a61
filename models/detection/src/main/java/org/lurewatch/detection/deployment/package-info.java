/** Which model bundle decides: commands, what they change, and when a new bundle is vetoed. Pure, as all of the domain. */
package org.lurewatch.detection.deployment;
