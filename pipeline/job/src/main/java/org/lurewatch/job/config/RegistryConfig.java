package org.lurewatch.job.config;

import java.util.Optional;

/**
 * How to reach a schema registry that speaks Confluent's API. What is not needed is the empty string.
 *
 * @param url where its paths begin; without it records that name a schema by number are rejected
 * @param username for basic authentication
 * @param password for basic authentication
 * @param token bearer token, in place of a name and a password
 * @param trustStore file of the certificates to trust; without it those of Java
 * @param trustStorePassword its password
 * @param idBytes how many bytes a schema's number has in a posting: 4, or 8 as older serialisers of Apicurio write it
 * @param register whether the start registers schemas of topics that are written as {@link TopicFormat#CONFLUENT}
 */
public record RegistryConfig(
        Optional<String> url,
        String username,
        String password,
        String token,
        String trustStore,
        String trustStorePassword,
        int idBytes,
        boolean register) {

    static RegistryConfig read(ConfigSection section) {
        try (section) {
            RegistryConfig config = new RegistryConfig(
                    section.text("url"),
                    section.text("username", ""),
                    section.text("password", ""),
                    section.text("token", ""),
                    section.text("trustStore", ""),
                    section.text("trustStorePassword", ""),
                    section.integer("idBytes", Integer.BYTES, Integer.BYTES),
                    section.flag("register", false));
            if (config.idBytes() != Integer.BYTES && config.idBytes() != Long.BYTES) {
                section.problem("idBytes", "must be 4 or 8, not " + config.idBytes());
            }
            if (!config.username().isEmpty() && !config.token().isEmpty()) {
                section.problem("token", "stands in place of a username and password: give one of the two");
            }
            return config;
        }
    }

    /** Leaves out the secrets. */
    @Override
    public String toString() {
        return "RegistryConfig[url=" + url + ", idBytes=" + idBytes + ", register=" + register + "]";
    }
}
