package org.lurewatch.web.pages;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Permission;

/** What every template is given: the words, who looks, and where. */
public final class Page {
    private final PageWords words;
    private final String path;
    private final Map<String, List<String>> query;
    private final Caller caller;
    private final Optional<String> csrf;

    Page(PageWords words, String path, Map<String, List<String>> query, Caller caller, Optional<String> csrf) {
        this.words = words;
        this.path = path;
        this.query = query;
        this.caller = caller;
        this.csrf = csrf;
    }

    static Page of(Context request, Caller caller, Optional<String> csrf) {
        return new Page(PageWords.of(PageLanguage.of(request)), request.path(), request.queryParamMap(), caller, csrf);
    }

    /** A sentence in the page's language. @param arguments a name, its value, the next name and so on */
    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    public PageWords words() {
        return words;
    }

    public PageLanguage language() {
        return words.language();
    }

    public List<PageLanguage> languages() {
        return Arrays.asList(PageLanguage.values());
    }

    /** A moment, to the minute. */
    public String time(Instant moment) {
        return words.time(moment);
    }

    /** Whether this page is in a part of the site; {@code /} is a part of its own. */
    public boolean isIn(String part) {
        return part.equals("/")
                ? path.equals("/") || path.equals("/try")
                : path.equals(part) || path.startsWith(part + "/");
    }

    /** This page in another language. What was sent by a form is not asked for again. */
    public String in(PageLanguage other) {
        List<String> parameters = new ArrayList<>();
        query.forEach((name, values) -> {
            if (!name.equals(PageLanguage.CHOICE)) {
                values.forEach(value -> parameters.add(parameter(name, value)));
            }
        });
        parameters.add(parameter(PageLanguage.CHOICE, other.tag()));
        return (path.equals("/try") ? "/" : path) + "?" + String.join("&", parameters);
    }

    /** A parameter of a query, encoded. */
    static String parameter(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    /** A part of an address, encoded. */
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Address of a static file. */
    public String file(String name) {
        return PageFiles.address(name);
    }

    /** What proves that a form was sent from our own page; empty where nobody is logged in. */
    public Optional<String> csrf() {
        return csrf;
    }

    /** Who is logged in; empty where nobody is, or no login is asked for. */
    public Optional<String> user() {
        return caller.isLoggedIn() ? Optional.of(caller.name()) : Optional.empty();
    }

    /** Whether whoever looks may see contact details. */
    public boolean mayReveal() {
        return caller.may(Permission.REVEAL);
    }

    /** Whether whoever looks may read what the stream has found. */
    public boolean mayRead() {
        return caller.may(Permission.READ);
    }

    /** Name of whoever looks. */
    public String caller() {
        return caller.name();
    }

    /** Whether whoever looks may read the audit. */
    public boolean mayReadAudit() {
        return caller.may(Permission.AUDIT);
    }

    /** Whether pages of the site ask for a login that has not happened. */
    public boolean loginAsked() {
        return !caller.isLoggedIn() && !caller.may(Permission.READ);
    }
}
