/** Who may do what. Everything is denied that no rule allows. */
package org.lurewatch.web.access;
