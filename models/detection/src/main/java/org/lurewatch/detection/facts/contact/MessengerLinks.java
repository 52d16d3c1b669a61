package org.lurewatch.detection.facts.contact;

import java.util.Set;
import org.lurewatch.detection.facts.words.ContactKind;

/**
 * The accounts that the links of messengers lead to. A link to a messenger's own pages (download, share, login) leads to
 * nobody: it has no handle.
 */
final class MessengerLinks {
    private static final Set<String> TELEGRAMS_OWN = Set.of(
            "share",
            "iv",
            "proxy",
            "socks",
            "addstickers",
            "addemoji",
            "addtheme",
            "setlanguage",
            "bg",
            "login",
            "confirmphone",
            "invoice",
            "giftcode",
            "resolve",
            "user",
            "settings",
            "msg",
            "msg_url",
            "dl",
            "apps");
    private static final Set<String> FACEBOOKS_OWN = Set.of(
            "share",
            "share.php",
            "sharer",
            "sharer.php",
            "dialog",
            "login",
            "login.php",
            "help",
            "watch",
            "hashtag",
            "events",
            "reel",
            "story.php",
            "photo",
            "photo.php",
            "permalink.php",
            "l.php",
            "policies",
            "privacy",
            "ads",
            "business",
            "jobs",
            "marketplace",
            "home.php",
            "tr",
            "plugins",
            "legal",
            "media",
            "notes",
            "search");
    private static final Set<String> INSTAGRAMS_OWN =
            Set.of("p", "reel", "reels", "tv", "explore", "accounts", "direct", "about", "legal", "share");

    private final Phones phones;

    MessengerLinks(Phones phones) {
        this.phones = phones;
    }

    /**
     * The handle of a link; empty where it leads to nobody.
     *
     * @param host the messenger's host as the table of words has it
     */
    String handle(ContactKind kind, String host, WebAddress link) {
        String path = PercentCode.decoded(link.plainPath());
        return switch (kind) {
            case TELEGRAM -> telegram(host, link, path);
            case WHATSAPP -> whatsApp(host, link, path);
            case VIBER -> viber(host, link, path);
            case LINE -> line(host, path);
            case ZALO -> zalo(link, path);
            case WECHAT, KAKAO, QQ ->
                segment(path, 0).isEmpty() || segment(path, 0).equals("s") ? "" : host + path;
            case OTHER_MESSENGER -> other(host, link, path);
            default -> host + path;
        };
    }

    /**
     * The handle of a link of a messenger's own scheme, such as {@code tg://resolve?domain=name}; empty where it leads to
     * nobody.
     */
    String handleOfScheme(ContactKind kind, WebAddress link) {
        return switch (kind) {
            case TELEGRAM -> telegramScheme(link);
            case VIBER -> viber(link.host(), link, link.plainPath());
            case LINE -> line("line.me", "/" + link.host() + PercentCode.decoded(link.plainPath()));
            default -> number(link.parameter("phone"), null);
        };
    }

    private String telegramScheme(WebAddress link) {
        String name = link.parameter("domain");
        if (!name.isEmpty()) {
            return Handles.name(name);
        }
        String invited = link.parameter("invite");
        return invited.isEmpty() ? number(link.parameter("phone"), null) : invited;
    }

    private String telegram(String host, WebAddress link, String path) {
        if (!host.equals(link.host())) {
            return link.host().equals("web." + host) ? nameInFragment(link) : ofSubdomain(host, link);
        }
        if (host.equals("telegram.org")) {
            return "";
        }
        int skipped = Set.of("s", "joinchat", "boost").contains(segment(path, 0)) ? 1 : 0;
        String name = segment(path, skipped);
        if (name.startsWith("+")) {
            String number = number(name, null);
            return number.isEmpty() ? nameIn(name.substring(1)) : number;
        }
        if (name.equals("c") || name.equals("addlist") || name.equals("m")) {
            return segment(path, 1).isEmpty() ? "" : name + "/" + segment(path, 1);
        }
        return TELEGRAMS_OWN.contains(name) ? "" : nameIn(Handles.name(name));
    }

    /** What a name of Telegram may consist of, without what was written on behind it. */
    private static String nameIn(String segment) {
        int end = 0;
        while (end < segment.length() && isNameUnit(segment.charAt(end))) {
            end++;
        }
        return segment.substring(0, end);
    }

    private static boolean isNameUnit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** "web.telegram.org/k/#@name" */
    private static String nameInFragment(WebAddress link) {
        int at = link.path().indexOf('@');
        return at < 0 ? "" : HandleScan.directlyAt(link.path(), at + 1).token();
    }

    /** "name.t.me" */
    private static String ofSubdomain(String host, WebAddress link) {
        return host.equals("t.me") ? link.host().substring(0, link.host().length() - host.length() - 1) : "";
    }

    private String whatsApp(String host, WebAddress link, String path) {
        String number = number(link.parameter("phone"), null);
        if (!number.isEmpty()) {
            return number;
        }
        String first = segment(path, 0);
        String second = segment(path, 1);
        return switch (host) {
            case "chat.whatsapp.com" -> first.isEmpty() ? "" : "group/" + (first.equals("invite") ? second : first);
            case "wa.me" -> {
                number = number(first, null);
                yield !number.isEmpty() ? number : second.isEmpty() ? nameOnly(first) : first + "/" + second;
            }
            case "wa.link" -> first;
            default -> first.equals("channel") && !second.isEmpty() ? "channel/" + second : "";
        };
    }

    /** A name, unless it is nothing but figures. */
    private static String nameOnly(String segment) {
        return segment.chars().allMatch(c -> c < 'a') ? "" : segment;
    }

    private String viber(String host, WebAddress link, String path) {
        String number = number(link.parameter("number"), null);
        if (!number.isEmpty()) {
            return number;
        }
        String channel = link.parameter("chaturi");
        String group = link.parameter("g2").isEmpty() ? link.parameter("g") : link.parameter("g2");
        String named = channel.isEmpty() ? group : channel;
        return !named.isEmpty() ? named : host.contains(".") ? segment(path, 0) : "";
    }

    private static String line(String host, String path) {
        if (host.equals("lin.ee")) {
            return path.length() > 1 ? host + path : "";
        }
        if (host.equals("page.line.me")) {
            return Handles.name(segment(path, 0));
        }
        int first = segment(path, 0).equals("r") ? 1 : 0;
        boolean account =
                segment(path, first).equals("ti") && !segment(path, first + 1).isEmpty();
        if (account) {
            return Handles.name(segment(path, first + 2));
        }
        for (int i = first; !segment(path, i).isEmpty(); i++) {
            if (segment(path, i).startsWith("@")) {
                return Handles.name(segment(path, i));
            }
        }
        return "";
    }

    private String zalo(WebAddress link, String path) {
        String first = segment(path, 0);
        String number = number(first.isEmpty() ? link.parameter("phone") : first, "VN");
        return number.isEmpty() && !segment(path, 1).isEmpty()
                ? first + "/" + segment(path, 1)
                : number.isEmpty() ? nameOnly(first) : number;
    }

    private String other(String host, WebAddress link, String path) {
        String first = segment(path, 0);
        return switch (host) {
            case "facebook.com", "fb.com" -> facebook(link, path);
            case "instagram.com" -> {
                String name = first.equals("stories") ? segment(path, 1) : first;
                yield name.isEmpty() || INSTAGRAMS_OWN.contains(name) ? "" : host + "/" + name;
            }
            case "ig.me" -> segment(path, 1).isEmpty() ? "" : host + "/" + segment(path, 1);
            case "signal.me", "signal.group" -> {
                int fragment = link.path().indexOf('#');
                yield fragment < 0 ? "" : host + "/" + link.path().substring(fragment);
            }
            case "discord.com" -> first.equals("invite") ? "discord.gg/" + segment(path, 1) : "";
            default -> first.isEmpty() ? "" : host + "/" + first;
        };
    }

    private static String facebook(WebAddress link, String path) {
        String first = segment(path, 0);
        String account =
                switch (first) {
                    case "profile.php" -> link.parameter("id");
                    case "messages" -> segment(path, 2);
                    case "people", "pages" -> segment(path, 2);
                    case "pg" -> segment(path, 1);
                    case "groups" -> segment(path, 1).isEmpty() ? "" : "groups/" + segment(path, 1);
                    default -> FACEBOOKS_OWN.contains(first) ? "" : first;
                };
        return account.isEmpty() ? "" : "facebook.com/" + account;
    }

    /** The telephone number that a piece of a link is; empty where it is none. */
    private String number(String written, String home) {
        StringBuilder digits = new StringBuilder();
        boolean plus = false;
        String decoded = PercentCode.decoded(written);
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            plus |= c == '+' && digits.length() == 0;
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if ("+ -().".indexOf(c) < 0) {
                return "";
            }
        }
        if (digits.length() < 7 || digits.length() > 15) {
            return "";
        }
        boolean international = home == null || plus || digits.indexOf("0") != 0;
        return phones.handle(PhoneRun.of(digits.toString(), international), home);
    }

    /** The piece of a path between two slashes; empty where there are not so many. */
    private static String segment(String path, int index) {
        int from = 1;
        for (int i = 0; i < index; i++) {
            int slash = path.indexOf('/', from);
            if (slash < 0) {
                return "";
            }
            from = slash + 1;
        }
        int end = path.indexOf('/', from);
        return from > path.length() ? "" : path.substring(from, end < 0 ? path.length() : end);
    }
}
