package org.lurewatch.detection.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.JobPosting;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Postings a second on one thread, for English postings of about 3 KB: detection with a bundle, detection with ten
 * times its phrases, and cutting the same texts into words alone. {@link #main} runs it shortly and prints three lines.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DetectionBenchmark {

    /** JSON lines of postings, labelled or not, {@code .gz} too; empty for texts made of the written examples. */
    @Param("")
    public String postings;

    /** Folder of a bundle; empty for the baseline. */
    @Param("")
    public String bundle;

    private List<JobPosting> read;
    private List<String> texts;
    private Detector plain;
    private Detector tenfold;
    private StandardTokenizer tokenizer;
    private CharTermAttribute term;
    private int next;

    @Setup
    public void load() throws IOException {
        read = postings.isEmpty() ? BenchmarkPostings.written() : BenchmarkPostings.of(Path.of(postings));
        texts = read.stream()
                .map(posting -> String.join("\n", posting.texts().values()))
                .toList();
        Path folder = bundle.isEmpty() ? BenchmarkBundle.inModels("baseline") : Path.of(bundle);
        plain = BundleLoader.load(folder);
        tenfold = BenchmarkBundle.withTenTimesThePhrases(folder);
        tokenizer = new StandardTokenizer();
        term = tokenizer.addAttribute(CharTermAttribute.class);
    }

    @Benchmark
    public Assessment detection() {
        return plain.assess(read.get(turn()));
    }

    @Benchmark
    public Assessment detectionWithTenTimesThePhrases() {
        return tenfold.assess(read.get(turn()));
    }

    @Benchmark
    public int tokenizingAlone() throws IOException {
        int letters = 0;
        tokenizer.setReader(new StringReader(texts.get(turn())));
        tokenizer.reset();
        while (tokenizer.incrementToken()) {
            letters += term.length();
        }
        tokenizer.end();
        tokenizer.close();
        return letters;
    }

    private int turn() {
        next = next + 1 == read.size() ? 0 : next + 1;
        return next;
    }

    /** Runs all three for 45 seconds each; arguments are a file of postings and a bundle, if wanted. */
    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(DetectionBenchmark.class.getName())
                .forks(1)
                .warmupIterations(6)
                .warmupTime(TimeValue.seconds(5))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(5))
                .shouldFailOnError(true);
        if (arguments.length > 0) {
            options.param("postings", arguments[0]);
        }
        if (arguments.length > 1) {
            options.param("bundle", arguments[1]);
        }
        for (RunResult result : new Runner(options.build()).run()) {
            System.out.printf(
                    "%s: %.0f postings/s%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
    }
}
