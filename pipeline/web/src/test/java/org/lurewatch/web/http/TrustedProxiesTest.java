package org.lurewatch.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.1", "10.0.0.2", "::1"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "203.0.113.9, -,                                    203.0.113.9",
                "203.0.113.9, 198.51.100.7,                         203.0.113.9",
                "10.0.0.1,    198.51.100.7,                         198.51.100.7",
                "10.0.0.1,    \"192.0.2.1, 198.51.100.7\",          198.51.100.7",
                "10.0.0.1,    \"192.0.2.1, 198.51.100.7, 10.0.0.2\", 198.51.100.7",
                "0:0:0:0:0:0:0:1, 2001:db8::5,                      2001:db8::5",
                "10.0.0.1,    evil.example,                         10.0.0.1",
                "10.0.0.1,    -,                                    10.0.0.1"
            })
    void believesItsProxiesOnly(String peer, String forwarded, String sender) {
        assertEquals(sender, proxies.senderOf(peer, forwarded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "", "10.0.0.1/8", "300.1.1.1"})
    void takesAddressesInNumbers(String address) {
        assertThrows(IllegalArgumentException.class, () -> new TrustedProxies(List.of(address)));
    }

    @Test
    void withoutProxiesTheSenderIsWhoConnects() {
        assertEquals("10.0.0.1", new TrustedProxies(List.of()).senderOf("10.0.0.1", "198.51.100.7"));
    }
}
