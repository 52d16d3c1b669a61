package org.lurewatch.lab.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lurewatch.detection.posting.PostingField;

/** Texts that run a script where a page takes them for its own. */
public final class ScriptTexts {
    private static final JsonMapper JSON = new JsonMapper();

    /** Each calls {@code alert}. */
    public static final List<String> ALL = List.of(
            "<script>alert(1)</script>",
            "\"><script>alert(1)</script>",
            "'><img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "</textarea><script>alert(1)</script>",
            "</title><script>alert(1)</script>",
            "</mark></p><iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "\" onmouseover=\"alert(1)\" autofocus onfocus=\"alert(1)",
            "javascript:alert(1)",
            "<a href=\"javascript:alert(1)\">apply</a>",
            "<form action=javascript:alert(1)><button>apply</button></form>",
            "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
            "<base href=//evil.example/>",
            "<style>@import '//evil.example/a.css'</style>",
            "<div hx-get=/logout hx-trigger=load hx-on:htmx:load=alert(1)></div>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
            "<!--<script>alert(1)</script>-->",
            "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
            "\u202e<img src=x onerror=alert(1)>\u2066");

    private ScriptTexts() {}

    /**
     * A posting that has a text in each of its fields, as JSON.
     *
     * @param text stands in all others
     */
    public static byte[] posting(String identifier, String text, String description) {
        ObjectNode posting = JSON.createObjectNode();
        posting.put("identifier", identifier);
        posting.put("source", text);
        for (PostingField field : PostingField.values()) {
            posting.put(field.wireName(), text);
        }
        posting.put("description", description);
        return posting.toString().getBytes(UTF_8);
    }

    static String any(RandomGenerator random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
