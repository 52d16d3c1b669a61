package org.lurewatch.detection.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.lurewatch.detection.TestingPostings;
import org.lurewatch.detection.posting.PostingField;

/**
 * What generated postings are made of: parts of lures, which no model was trained on, and pieces of the honest
 * adverts that were written for this project.
 */
final class Wordings {
    static final List<String> LANGUAGES = List.of("en", "ru", "zh", "th", "km", "ar", "hi", "my");
    private static final int SHORTEST_PIECE = 8;
    private static final int LONGEST_PIECE = 20;

    private static final Pattern CONTACT =
            Pattern.compile("[@_]|www|line|wechat|telegram|whatsapp|zalo|viber|\\.com|微信|vx", Pattern.CASE_INSENSITIVE);

    private final Map<String, Map<String, List<String>>> parts = new HashMap<>();
    private final Map<String, List<String>> honest = new HashMap<>();

    Wordings() {
        try (InputStream in = Wordings.class.getResourceAsStream("lures.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> parts.computeIfAbsent(columns[0], language -> new HashMap<>())
                            .put(columns[1], List.of(columns[2].split("\\|"))));
            for (String language : LANGUAGES) {
                honest.put(language, honestPieces(language));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String lure(String language, String part, SplittableRandom chance) {
        return pick(parts.get(language).get(part), chance);
    }

    String honest(String language, SplittableRandom chance) {
        return pick(honest.get(language), chance);
    }

    static <T> T pick(List<T> from, SplittableRandom chance) {
        return from.get(chance.nextInt(from.size()));
    }

    private static List<String> honestPieces(String language) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (TestingPostings.Labelled labelled :
                TestingPostings.written(language.equals("zh") ? "zh-Hans" : language)) {
            String tag = labelled.posting().text(PostingField.IN_LANGUAGE).orElse("");
            if (labelled.isLegitimate() && !tag.contains("Latn")) {
                addPieces(labelled.posting().text(PostingField.DESCRIPTION).orElse(""), pieces);
            }
        }
        return List.copyOf(pieces);
    }

    /** Short pieces without contacts and long numbers, so that strangers share few and no handle. */
    private static void addPieces(String text, List<String> into) {
        for (String sentence : text.split("[.!?。！？။।؟។\\n]+")) {
            for (String piece : pieces(sentence)) {
                long figures = piece.chars().filter(Character::isDigit).count();
                boolean contact = CONTACT.matcher(piece).find();
                if (piece.strip().length() >= SHORTEST_PIECE && figures < 4 && !contact) {
                    into.add(piece.strip());
                }
            }
        }
    }

    private static List<String> pieces(String sentence) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String word : sentence.split("(?<=[ ,，、،])")) {
            piece.append(word);
            if (piece.length() > LONGEST_PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
