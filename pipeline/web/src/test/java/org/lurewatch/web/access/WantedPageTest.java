package org.lurewatch.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/warnings/0a1b", "/trends?by=day&language=th", "/warnings?campaign=%2F%2Fx", "/a//b"})
    void aPathOfThisServerIsKept(String path) {
        assertEquals(path, WantedPage.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "warnings",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/a\\b",
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "/\t/elsewhere.example",
                "/warnings\r\nSet-Cookie: a=b",
                "/警示"
            })
    void anythingElseLeadsToTheFirstPage(String address) {
        assertEquals("/", WantedPage.of(address));
    }

    @Test
    void noneLeadsToTheFirstPage() {
        assertEquals("/", WantedPage.of(null));
        assertEquals("/", WantedPage.of("/" + "a".repeat(2001)));
    }

    @Test
    void theLoginPageSaysWhatWasWanted() {
        assertEquals("/login", WantedPage.login("/"));
        assertEquals("/login?to=%2Ftrends%3Fby%3Dday%26language%3Dth", WantedPage.login("/trends?by=day&language=th"));
    }
}
