package org.lurewatch.detection.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Example.COM, example.com",
        "www.example.com, example.com",
        "müller.example, xn--mller-kva.example",
        "xn--mller-kva.example, xn--mller-kva.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah",
        "exаmple.com, xn--exmple-4nf.com",
        "ｅｘａｍｐｌｅ。ｃｏｍ, example.com"
    })
    void aHostHasOneSpelling(String written, String ascii) {
        assertEquals(Optional.of(ascii), HostNames.ascii(written));
    }

    @ParameterizedTest
    @CsvSource({
        "example",
        "example..com",
        ".com",
        "1.2",
        "a b.com",
        "x.c",
        "''",
        "https://example.com",
        "me@example.com"
    })
    void whatIsNoHostHasNone(String written) {
        assertEquals(Optional.empty(), HostNames.ascii(written));
    }

    @Test
    void hostsAreFoundWhereTheyStand() {
        String raw =
                "Apply at https://jobs.Example.com/a.b, or me@mail.example; see müller.example. 请访问evil.example报名。";

        List<String> found =
                HostNames.in(raw).stream().map(HostNames.Found::name).toList();

        assertTrue(
                found.containsAll(List.of("jobs.example.com", "mail.example", "xn--mller-kva.example", "evil.example")),
                found::toString);
        HostNames.in(raw)
                .forEach(host -> assertEquals(
                        Optional.of(host.name()), HostNames.ascii(raw.substring(host.start(), host.end()))));
    }

    @Test
    void theEndOfAnotherHostIsNone() {
        assertTrue(HostNames.in("https://例example.com and müller.de").stream()
                .noneMatch(
                        host -> host.name().equals("example.com") || host.name().equals("ller.de")));
    }

    @Property
    void anyTextIsReadAndEveryPlaceHoldsItsHost(@ForAll String raw) {
        HostNames.in(raw)
                .forEach(host -> assertEquals(
                        Optional.of(host.name()), HostNames.ascii(raw.substring(host.start(), host.end()))));
    }
}
