/** The topic on which it is written down who did and saw what. */
package org.lurewatch.desk.audit;
