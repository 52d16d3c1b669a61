package org.lurewatch.cli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ContainerLogTest {
    private static final Path SETTINGS = Path.of("../../docker/log4j-console.properties");
    private static final String HOSTILE = "a\"b\\c\r\n{\"level\":\"forged\"}\t\u0000\u001B[2J \uD800 \u202E";

    @Test
    void aLineIsOneObjectWhateverIsInIt() throws Exception {
        List<String> lines;
        try (ContainerLog log = ContainerLog.start(SETTINGS)) {
            LoggerFactory.getLogger("org.lurewatch.job").warn("one {}", HOSTILE, new IllegalStateException(HOSTILE));
            LoggerFactory.getLogger("org.lurewatch.job").info("long {}", "x".repeat(100_000));
            lines = log.lines();
        }
        assertEquals(2, lines.size(), lines::toString);
        JsonNode first = JsonMapper.builder().build().readTree(lines.get(0));
        assertEquals("WARN", first.get("level").textValue());
        assertEquals("org.lurewatch.job", first.get("logger").textValue());
        assertTrue(first.get("message").textValue().startsWith("one a\"b\\c\r\n{\"level\""), first::toString);
        assertTrue(first.get("error").textValue().contains("IllegalStateException"), first::toString);
        assertTrue(first.get("time").textValue().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        JsonNode second = JsonMapper.builder().build().readTree(lines.get(1));
        assertEquals("", second.get("error").textValue());
        assertTrue(lines.get(1).length() < 5_000, "what is too long is cut");
    }
}
