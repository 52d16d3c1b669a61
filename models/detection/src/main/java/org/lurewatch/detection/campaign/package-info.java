/** What postings say about each other: which are of one hand, and what that adds to what each says by itself. */
package org.lurewatch.detection.campaign;
