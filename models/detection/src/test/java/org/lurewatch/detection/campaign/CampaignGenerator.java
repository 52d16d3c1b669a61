package org.lurewatch.detection.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * Makes a stream of postings in eight scripts of which it is known who posted what: campaigns of lures that reword,
 * change handles, translate and take their time, among honest adverts, of which some are posted in forty cities, some
 * come through agencies' switchboards and job boards, and some are copied by lures.
 */
final class CampaignGenerator {
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final long SPAN = Duration.ofDays(120).toMillis();
    private static final List<String> PARTS = List.of("hook", "work", "pay", "perks", "who", "urge");
    private static final int CITIES = 40;
    private static final int POSTINGS_OF_A_SWITCHBOARD = 30;
    private static final List<String> SYLLABLES = List.of(
            "sa", "ro", "van", "ki", "mel", "tor", "bin", "lu", "dar", "fen", "go", "hai", "ne", "pra", "quin", "su",
            "ta", "wel", "xi", "zor");

    private final Wordings wordings = new Wordings();
    private final SplittableRandom chance;
    private final List<GeneratedPosting> postings = new ArrayList<>();
    private int numbers;

    private CampaignGenerator(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    /** The stream in order of time. */
    static List<GeneratedPosting> generate(int campaigns, int honest, long seed) {
        CampaignGenerator generator = new CampaignGenerator(seed);
        generator.addHonest(honest);
        for (int i = 0; i < campaigns; i++) {
            generator.addCampaign("lure-" + i, Wordings.LANGUAGES.get(i % Wordings.LANGUAGES.size()), i % 20 == 19);
        }
        generator.postings.sort(Comparator.comparingLong(GeneratedPosting::time).thenComparing(GeneratedPosting::id));
        return List.copyOf(generator.postings);
    }

    private void addCampaign(String hand, String language, boolean copiesAnHonestAdvert) {
        int count = chance.nextInt(3, 41);
        double rewording = chance.nextDouble(0.3);
        boolean translates = chance.nextInt(4) == 0;
        String second = Wordings.pick(Wordings.LANGUAGES, chance);
        double meanGap = Duration.ofHours(2).toMillis() * Math.pow(100, chance.nextDouble());
        Script first = copiesAnHonestAdvert ? copied(language) : script(language);
        Script other = script(second);
        long time = START + chance.nextLong(SPAN);
        Handle handle = handle();
        for (int i = 0; i < count; i++) {
            handle = chance.nextInt(8) == 0 ? handle() : handle;
            Script script = translates && chance.nextInt(3) == 0 ? other : first;
            List<String> lines = reworded(script, rewording);
            if (chance.nextInt(10) > 0) {
                lines.add(contact(script.language(), handle));
            }
            Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
            texts.put(PostingField.DESCRIPTION, String.join(chance.nextBoolean() ? ". " : "\n", lines));
            texts.put(PostingField.IN_LANGUAGE, script.language());
            if (chance.nextInt(3) == 0) {
                texts.put(PostingField.ORGANIZATION_NAME, name() + " " + name());
            }
            add(texts, time, hand, true);
            time += (long) (-meanGap * Math.log(1 - chance.nextDouble()));
        }
    }

    /**
     * What a campaign keeps to.
     *
     * @param lines its wording, line by line
     * @param others the other wording that it has for each line
     */
    private record Script(String language, List<String> lines, List<String> others) {}

    private record Handle(String app, String value) {}

    private Script script(String language) {
        List<String> lines = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String part : PARTS) {
            lines.add(wordings.lure(language, part, chance));
            others.add(wordings.lure(language, part, chance));
        }
        for (int i = chance.nextInt(12, 25); i > 0; i--) {
            lines.add(wordings.honest(language, chance));
            others.add(wordings.honest(language, chance));
        }
        return new Script(language, lines, others);
    }

    /** An honest advert of one city whole, without the way to its employer. */
    private Script copied(String language) {
        List<GeneratedPosting> models = postings.stream()
                .filter(posting -> posting.hand().startsWith("employer"))
                .filter(posting -> posting.posting()
                        .text(PostingField.IN_LANGUAGE)
                        .filter(language::equals)
                        .isPresent())
                .toList();
        String text = Wordings.pick(models, chance)
                .posting()
                .text(PostingField.DESCRIPTION)
                .orElseThrow();
        List<String> lines = List.of(text.split("\n", -1));
        List<String> others =
                lines.stream().map(line -> wordings.honest(language, chance)).toList();
        return new Script(language, lines.subList(0, lines.size() - 1), others);
    }

    private List<String> reworded(Script script, double rewording) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < script.lines().size(); i++) {
            boolean changes = chance.nextDouble() < rewording;
            String line = (changes ? script.others() : script.lines()).get(i);
            if (changes && chance.nextInt(3) == 0) {
                continue;
            }
            lines.add(filled(script.language(), line));
        }
        if (lines.size() > 1 && chance.nextDouble() < rewording) {
            lines.add(lines.remove(0));
        }
        return lines;
    }

    private String filled(String language, String line) {
        return line.replace("{pay}", Integer.toString(chance.nextInt(7, 40) * 100))
                .replace("{city}", wordings.lure(language, "city", chance))
                .replace("{role}", wordings.lure(language, "role", chance));
    }

    private String contact(String language, Handle handle) {
        return wordings.lure(language, "contact", chance)
                .replace("{app}", handle.app())
                .replace("{handle}", handle.value())
                .replace("{name}", name());
    }

    private Handle handle() {
        String account = name() + "_" + name() + number(2);
        return switch (chance.nextInt(5)) {
            case 0, 1 -> new Handle("Telegram", "@" + account);
            case 2 -> new Handle("WhatsApp", phone());
            case 3 -> new Handle("LINE ID", account);
            default -> new Handle("WeChat", account);
        };
    }

    private void addHonest(int count) {
        while (postings.size() < count) {
            String language = Wordings.pick(Wordings.LANGUAGES, chance);
            switch (chance.nextInt(150)) {
                case 0 -> addInManyCities(language, "many-" + numbers++);
                case 1 -> addThroughSwitchboard(language);
                default -> addEmployer(language, "employer-" + numbers++);
            }
        }
    }

    private void addEmployer(String language, String hand) {
        String employer = name() + " " + name();
        String way = way(employer);
        long time = START + chance.nextLong(SPAN);
        for (int i = chance.nextInt(1, 4); i > 0; i--) {
            addAdvert(language, honestLines(language), employer, way, time, hand);
            time += chance.nextLong(Duration.ofDays(14).toMillis());
        }
    }

    private void addInManyCities(String language, String hand) {
        String employer = name() + " " + name();
        String way = way(employer);
        List<String> lines = honestLines(language);
        long time = START + chance.nextLong(SPAN);
        for (int city = 0; city < CITIES; city++) {
            List<String> local = new ArrayList<>(lines);
            local.add(0, wordings.lure(language, "city", chance));
            addAdvert(language, local, employer, way, time, hand);
            time += chance.nextLong(Duration.ofDays(1).toMillis());
        }
    }

    private void addThroughSwitchboard(String language) {
        String phone = phone();
        for (int i = 0; i < POSTINGS_OF_A_SWITCHBOARD; i++) {
            long time = START + chance.nextLong(SPAN);
            String hand = "client-" + numbers++;
            addAdvert(language, honestLines(language), name() + " " + name(), phone, time, hand);
        }
    }

    private void addAdvert(String language, List<String> lines, String employer, String way, long time, String hand) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        texts.put(PostingField.DESCRIPTION, String.join("\n", lines) + "\n" + way);
        texts.put(PostingField.IN_LANGUAGE, language);
        if (chance.nextInt(4) > 0) {
            texts.put(PostingField.ORGANIZATION_NAME, employer);
        }
        add(texts, time, hand, false);
    }

    private List<String> honestLines(String language) {
        List<String> lines = new ArrayList<>();
        for (int i = chance.nextInt(12, 30); i > 0; i--) {
            lines.add(wordings.honest(language, chance));
        }
        return lines;
    }

    /** How an honest employer is reached. */
    private String way(String employer) {
        String firm = employer.replace(" ", "");
        return switch (chance.nextInt(6)) {
            case 0, 1 -> phone();
            case 2, 3 -> "hr@" + firm + ".com";
            case 4 -> "https://worknest.example.com/apply/" + number(6);
            default -> "";
        };
    }

    private String phone() {
        return "+855 " + (chance.nextBoolean() ? "12 " : "92 ") + chance.nextInt(200, 999) + " " + number(3);
    }

    private String number(int digits) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            number.append(chance.nextInt(10));
        }
        return number.toString();
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(Wordings.pick(SYLLABLES, chance));
        }
        return name.toString();
    }

    private void add(Map<PostingField, String> texts, long time, String hand, boolean lure) {
        postings.add(new GeneratedPosting(
                new JobPosting("generated-" + postings.size(), "generated", texts, Instant.ofEpochMilli(time), null),
                time,
                hand,
                lure));
    }
}
