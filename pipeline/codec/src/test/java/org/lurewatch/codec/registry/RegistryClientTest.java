package org.lurewatch.codec.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

class RegistryClientTest {
    private static final String ADVERT = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Advert\\\",\\\"fields\\\":[]}";

    private final SettableClock clock = new SettableClock();
    private TestingRegistry registry;
    private RegistryClient client;

    @BeforeEach
    void start() throws Exception {
        registry = new TestingRegistry();
        client = client(RegistryOutage.giveUp());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aSchemaThatWasFoundIsNeverAskedForAgain() {
        registry.put("GET /api/schemas/ids/7", "{\"schema\": \"" + ADVERT + "\"}");

        RegisteredSchema found = client.find(new SchemaRef.Id(7));
        clock.now = clock.now.plus(Duration.ofDays(365));

        assertEquals("Advert", found.avro().orElseThrow().getName());
        assertSame(found, client.find(new SchemaRef.Id(7)));
        assertEquals(List.of("GET /api/schemas/ids/7"), registry.asked());
    }

    @Test
    void oneThatIsMissingIsAskedForAgainAfterHalfAMinute() {
        assertUnknown(new SchemaRef.Id(7));
        clock.now = clock.now.plus(RegistryClient.MISS_HOLDS).minusMillis(1);
        assertUnknown(new SchemaRef.Id(7));
        assertEquals(1, registry.asked().size());

        registry.put("GET /api/schemas/ids/7", "{\"schema\": \"" + ADVERT + "\"}");
        clock.now = clock.now.plusMillis(1);

        assertTrue(client.find(new SchemaRef.Id(7)).avro().isPresent());
        assertEquals(2, registry.asked().size());
    }

    @Test
    void whatIsNoUsableSchemaIsUnknownAndGlueIsNotAskedFor() {
        registry.put("GET /api/schemas/ids/1", "{\"schema\": \"no schema\"}");
        registry.put("GET /api/schemas/ids/2", "{\"schemaType\": \"PROTOBUF\", \"schema\": \"syntax\"}");

        assertUnknown(new SchemaRef.Id(1));
        assertUnknown(new SchemaRef.Id(2));
        String why = assertUnknown(new SchemaRef.Glue(new UUID(1, 2)));

        assertTrue(why.contains("AWS Glue") && why.contains(new UUID(1, 2).toString()), why);
        assertEquals(2, registry.asked().size());
    }

    @Test
    void whatASchemaRefersToIsReadFirst() {
        registry.put(
                "GET /api/schemas/ids/3",
                "{\"schema\": \"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Outer\\\",\\\"fields\\\":["
                        + "{\\\"name\\\":\\\"advert\\\",\\\"type\\\":\\\"Advert\\\"}]}\", \"references\": "
                        + "[{\"name\": \"Advert\", \"subject\": \"a/d v\", \"version\": 4}]}");
        registry.put("GET /api/subjects/a%2Fd%20v/versions/4", "{\"schema\": \"" + ADVERT + "\"}");
        registry.put("GET /api/schemas/guids/" + new UUID(0, 9), "{\"schemaType\": \"JSON\", \"schema\": \"{}\"}");

        Schema schema = client.find(new SchemaRef.Id(3)).avro().orElseThrow();

        assertEquals("Advert", schema.getField("advert").schema().getName());
        assertFalse(client.find(new SchemaRef.Guid(new UUID(0, 9))).avro().isPresent());
    }

    @Test
    void whileItIsDownRecordsWaitAndTheLogSaysSoTwice() {
        registry.put("GET /api/schemas/ids/7", "{\"schema\": \"" + ADVERT + "\"}");
        registry.fail(503);
        List<String> log = new ArrayList<>();
        int[] pauses = {0};
        RegistryClient patient = client(RegistryOutage.waiting(log::add, time -> {
            pauses[0]++;
            if (pauses[0] == 3) {
                registry.fail(200);
            }
        }));

        assertTrue(patient.find(new SchemaRef.Id(7)).avro().isPresent());

        assertEquals(4, registry.asked().size());
        assertEquals(2, log.size(), log::toString);
        assertTrue(log.get(0).contains("it answers 503") && log.get(0).contains("none is lost"), log::toString);
        assertTrue(log.get(1).contains("answers again"), log::toString);
    }

    @Test
    void aPathThatIsNotTheRegistrysIsNoMissingSchema() {
        registry.fail(401);
        RegistryException refused = assertThrows(RegistryException.class, () -> client.find(new SchemaRef.Id(7)));
        assertTrue(refused.toString().contains("it answers 401"), refused::toString);
        registry.fail(404);
        registry.put("GET /api/schemas/ids/8", "<html>no such page</html>");
        assertThrows(RegistryException.class, () -> client.find(new SchemaRef.Id(8)));
        registry.close();
        assertThrows(RegistryException.class, client::check);
    }

    @Test
    void secretsGoWithEveryRequestAndNowhereElse() {
        registry.put("GET /api/schemas/types", "[\"AVRO\"]");
        RegistryAddress named = RegistryAddress.of(
                registry.url(), Map.of("LUREWATCH_REGISTRY_USERNAME", "ana", "LUREWATCH_REGISTRY_PASSWORD", "s3cret"));
        new RegistryClient(named, clock, RegistryOutage.giveUp()).check();
        assertEquals("Basic YW5hOnMzY3JldA==", registry.authorization());
        assertFalse(named.toString().contains("s3cret"));

        RegistryAddress token = RegistryAddress.of(registry.url(), Map.of("LUREWATCH_REGISTRY_TOKEN", "abc"));
        new RegistryClient(token, clock, RegistryOutage.giveUp()).check();
        assertEquals("Bearer abc", registry.authorization());
    }

    @Test
    void aSchemaOfOursIsLookedUpBeforeItIsRegistered() {
        assertEquals(OptionalInt.empty(), client.idOf("warnings-value", "{}"));
        registry.put("POST /api/subjects/warnings-value/versions", "{\"id\": 12}");
        registry.put("POST /api/subjects/warnings-value", "{\"id\": 12, \"version\": 1}");

        assertEquals(12, client.register("warnings-value", "{}"));
        assertEquals(OptionalInt.of(12), client.idOf("warnings-value", "{}"));
        assertEquals(
                "POST /api/subjects/warnings-value/versions {\"schema\":\"{}\"}",
                registry.asked().get(1));
    }

    @Test
    void anAddressThatIsNoneIsSaidAtOnce() {
        for (String url : List.of("registry:8081", "ftp://registry", "http://", "http://a b")) {
            RegistryAddress address = RegistryAddress.of(url, Map.of());
            assertThrows(
                    RegistryException.class, () -> new RegistryClient(address, clock, RegistryOutage.giveUp()), url);
        }
        RegistryAddress untrusted =
                RegistryAddress.of("https://registry", Map.of("LUREWATCH_REGISTRY_TRUST_STORE", "/no/such/file"));
        assertThrows(RegistryException.class, () -> new RegistryClient(untrusted, clock, RegistryOutage.giveUp()));
    }

    private RegistryClient client(RegistryOutage outage) {
        return new RegistryClient(RegistryAddress.of(registry.url(), Map.of()), clock, outage);
    }

    private String assertUnknown(SchemaRef schema) {
        UnusablePostingException thrown =
                assertThrows(UnusablePostingException.class, () -> client.find(schema), schema::toString);
        assertEquals(RejectReason.UNKNOWN_SCHEMA, thrown.reason());
        return "" + thrown.getMessage();
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
