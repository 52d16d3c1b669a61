/** Requests that no honest client sends, and what a server makes of them. */
package org.lurewatch.lab.requests;
