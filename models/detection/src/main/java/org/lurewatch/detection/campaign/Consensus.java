package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What samples have in common: some words of the most typical sample, and where these stand in the others.
 *
 * @param samples the samples
 * @param middle the one that has most in common with the others
 * @param places for each sample and word of the middle one: where it stands in that sample, or -1
 * @param kept which words of the middle one make up the template
 */
record Consensus(List<SampleText> samples, SampleText middle, List<int[]> places, BitSet kept) {
    /** What it costs to say that a sample lacks a word of the template. */
    private static final double EXCEPTION = 6;

    /** What each sample pays to say where the content of a slot ends. */
    private static final double SLOT = 2;

    private static final int MOST_EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 60;

    static Optional<Consensus> of(List<SampleText> samples) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        SampleText middle = middle(samples);
        List<int[]> places = samples.stream()
                .map(sample -> CommonWords.of(middle.words(), sample.words()))
                .toList();
        return Optional.of(new Consensus(samples, middle, places, kept(middle, places)));
    }

    /** The same without the samples that the template makes longer. */
    Consensus withoutStrangers() {
        List<SampleText> fitting = IntStream.range(0, samples.size())
                .filter(s -> bits(s) < samples.get(s).bitsOf(0, samples.get(s).length()))
                .mapToObj(samples::get)
                .toList();
        return fitting.size() == samples.size() || fitting.isEmpty()
                ? this
                : of(fitting).orElseThrow();
    }

    /** Whether the template and what it leaves to say are shorter than the samples one by one. */
    boolean isShorter() {
        double together =
                IntStream.range(0, samples.size()).mapToDouble(this::bits).sum()
                        + kept.stream().mapToDouble(i -> middle.bits()[i]).sum();
        double oneByOne = samples.stream()
                .mapToDouble(sample -> sample.bitsOf(0, sample.length()))
                .sum();
        return !kept.isEmpty() && together < oneByOne;
    }

    private static SampleText middle(List<SampleText> samples) {
        SampleText best = samples.get(0);
        long most = -1;
        for (SampleText sample : samples) {
            long shared = samples.stream()
                    .mapToLong(other -> sharedWords(sample, other))
                    .sum();
            if (shared > most) {
                most = shared;
                best = sample;
            }
        }
        return best;
    }

    private static long sharedWords(SampleText one, SampleText other) {
        Map<Integer, Integer> left = new HashMap<>();
        for (int word : one.words()) {
            left.merge(word, 1, Integer::sum);
        }
        long shared = 0;
        for (int word : other.words()) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return shared;
    }

    private static BitSet kept(SampleText middle, List<int[]> places) {
        double[] savings = new double[middle.length()];
        BitSet kept = new BitSet();
        for (int i = 0; i < middle.length(); i++) {
            int word = i;
            long with = places.stream().filter(place -> place[word] >= 0).count();
            savings[i] = (with - 1) * middle.bits()[i] - (places.size() - with) * EXCEPTION;
            kept.set(i, savings[i] > 0);
        }
        return withoutSplinters(kept, savings, places);
    }

    /** Words that only separate two slots, and save less than a slot costs, become part of the slot. */
    private static BitSet withoutSplinters(BitSet kept, double[] savings, List<int[]> places) {
        BitSet whole = (BitSet) kept.clone();
        int from = whole.nextSetBit(0);
        while (from >= 0) {
            int to = runEnd(whole, places, from);
            boolean parts = from > 0 && to < savings.length;
            if (parts && IntStream.range(from, to).mapToDouble(i -> savings[i]).sum() < SLOT * (places.size() + 1)) {
                whole.clear(from, to);
            }
            from = whole.nextSetBit(to);
        }
        return whole;
    }

    /** The end of the kept words from here between which no sample says anything else. */
    private static int runEnd(BitSet kept, List<int[]> places, int from) {
        int to = from + 1;
        while (kept.get(to) && isUnbroken(places, to)) {
            to++;
        }
        return to;
    }

    private static boolean isUnbroken(List<int[]> places, int word) {
        return places.stream()
                .allMatch(place -> place[word] < 0 || place[word - 1] < 0 || place[word] == place[word - 1] + 1);
    }

    /** The cost of describing one sample: what it lacks, and what it says in addition. */
    private double bits(int s) {
        int[] place = places.get(s);
        SampleText sample = samples.get(s);
        double bits = 0;
        int next = 0;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            if (place[i] < 0) {
                bits += EXCEPTION;
            } else {
                bits += place[i] > next ? SLOT + sample.bitsOf(next, place[i]) : 0;
                next = place[i] + 1;
            }
        }
        return bits + sample.bitsOf(next, sample.length());
    }

    Template template() {
        StringBuilder text = new StringBuilder();
        List<Slot> slots = new ArrayList<>();
        List<SlotKinds> kinds = samples.stream().map(SlotKinds::of).toList();
        int last = -1;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            append(slot(last, i, kinds), last, i, text, slots);
            text.append(
                    middle.text(),
                    middle.tokens().get(i).start(),
                    middle.tokens().get(i).end());
            last = i;
        }
        if (samples.stream().noneMatch(sample -> sample.text().length() >= TemplateFinder.LONGEST_SAMPLE)) {
            append(slot(last, middle.length(), kinds), last, middle.length(), text, slots);
        }
        return new Template(text.toString().strip(), slots);
    }

    /** What stands between two words: the slot if there is one, and the signs around it as the middle sample has them. */
    private void append(Optional<Slot> slot, int last, int next, StringBuilder text, List<Slot> slots) {
        boolean filled = next > last + 1;
        int from = last < 0 ? 0 : middle.tokens().get(last).end();
        int to = next == middle.length()
                ? middle.text().length()
                : middle.tokens().get(next).start();
        if (slot.isEmpty()) {
            text.append(filled ? last < 0 ? "" : " " : middle.text().substring(from, to));
            return;
        }
        int start = filled ? middle.tokens().get(last + 1).start() : to;
        int end = filled ? middle.tokens().get(next - 1).end() : to;
        text.append(middle.text(), from, start);
        text.append('{').append(slot.get().kind()).append('}');
        text.append(filled ? middle.text().substring(end, to) : " ");
        slots.add(slot.get());
    }

    /** What stands between two words of the template, if two samples or more say something there. */
    private Optional<Slot> slot(int before, int after, List<SlotKinds> kindsOf) {
        Set<String> contents = new LinkedHashSet<>();
        Map<SlotKinds.Kind, Integer> kinds = new EnumMap<>(SlotKinds.Kind.class);
        int filled = 0;
        for (int s = 0; s < samples.size(); s++) {
            SampleText sample = samples.get(s);
            int from = before < 0 ? 0 : places.get(s)[before] + 1;
            int to = after == middle.length() ? sample.length() : places.get(s)[after];
            boolean known = before < 0 || from > 0;
            if (known && to > from) {
                String content = sample.between(from, to);
                contents.add(content.length() > LONGEST_EXAMPLE ? content.substring(0, LONGEST_EXAMPLE) : content);
                kinds.merge(kindsOf.get(s).of(from, to), 1, Integer::sum);
                filled++;
            }
        }
        return filled < 2
                ? Optional.empty()
                : Optional.of(new Slot(
                        SlotKinds.mostFrequent(kinds),
                        contents.stream().limit(MOST_EXAMPLES).toList()));
    }
}
