/**
 * A real Kafka broker in this JVM.
 */
package org.lurewatch.lab.broker;
