package org.lurewatch.codec.registry;

import java.io.Serializable;
import java.util.Map;

/**
 * How to reach a schema registry. What is not needed is the empty string.
 *
 * @param url where its paths begin, such as {@code https://host/apis/ccompat/v7}
 * @param username for basic authentication
 * @param password for basic authentication
 * @param token bearer token, in place of a name and a password
 * @param trustStore file of the certificates to trust; without it those of Java
 * @param trustStorePassword its password
 */
public record RegistryAddress(
        String url, String username, String password, String token, String trustStore, String trustStorePassword)
        implements Serializable {

    public RegistryAddress {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** A registry at this place, with the secrets that the environment holds for the commands. */
    public static RegistryAddress of(String url, Map<String, String> environment) {
        return new RegistryAddress(
                url,
                environment.getOrDefault("LUREWATCH_REGISTRY_USERNAME", ""),
                environment.getOrDefault("LUREWATCH_REGISTRY_PASSWORD", ""),
                environment.getOrDefault("LUREWATCH_REGISTRY_TOKEN", ""),
                environment.getOrDefault("LUREWATCH_REGISTRY_TRUST_STORE", ""),
                environment.getOrDefault("LUREWATCH_REGISTRY_TRUST_STORE_PASSWORD", ""));
    }

    /** Leaves out the secrets. */
    @Override
    public String toString() {
        return "RegistryAddress[url=" + url + "]";
    }
}
