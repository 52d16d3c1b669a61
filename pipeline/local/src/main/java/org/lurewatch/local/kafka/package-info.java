/** Topics as the commands read and write them, and a real Kafka broker in this JVM. */
package org.lurewatch.local.kafka;
