package org.lurewatch.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.OnceKey;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RequestBody;
import org.lurewatch.web.http.RequestTurns;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.http.ServerMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assessing what a request carries. */
public final class AssessRoutes implements RouteGroup {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Postings of one request that wait for a thread, or for their turn in the answer. */
    private static final int AHEAD = 128 * CORES;

    /** Least nanoseconds between two flushes, each of which is a packet of its own. */
    private static final long FLUSH_EVERY = 20_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(AssessRoutes.class);

    private final RequestAssessor assessor;
    private final ServerMetrics metrics;
    private final Optional<PostingSink> sink;
    private final AnswerJson json;
    private final ExecutorService threads = threads();

    /** For single postings with a deadline, which must not wait behind those of others. */
    private final ExecutorService hurried = threads();

    /** Takes one answer after the other. */
    private interface AnswerReceiver {
        /** @param pause whether the next one is not there yet */
        void accept(ItemAnswer answer, boolean pause) throws IOException;
    }

    private record ItemAnswer(ItemOutcome outcome, String json) {}

    /** Routes that remember nothing. */
    public AssessRoutes(RequestAssessor assessor) {
        this(assessor, AssessSettings.DEFAULT, new ServerMetrics(), Optional.empty());
    }

    /**
     * @param metrics count the verdicts
     * @param sink takes the postings that are to be remembered
     */
    public AssessRoutes(
            RequestAssessor assessor, AssessSettings settings, ServerMetrics metrics, Optional<PostingSink> sink) {
        this.assessor = Objects.requireNonNull(assessor);
        this.metrics = Objects.requireNonNull(metrics);
        this.sink = Objects.requireNonNull(sink);
        this.json = new AnswerJson(settings, assessor.bundle().id());
    }

    /** As many as can work at once. They end when there is nothing to do. */
    private static ExecutorService threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(CORES, CORES, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "assess");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/v1/assess", this::assess, Permission.ASSESS);
    }

    private void assess(Context request) throws IOException {
        AssessOptions options = AssessOptions.of(request.queryParamMap(), assessor.bundle());
        BodyKind kind = BodyKind.of(Optional.ofNullable(request.contentType()));
        if (options.remember()) {
            requireMemory(request);
        }
        byte[] body = RequestBody.read(request);
        Work work = new Work(options, deadline(request, options), onceKey(request, options, body));
        RequestTurns.Turn turn = RequestTurns.take(request, work.nanosLeft());
        try {
            RequestContent content = assessor.read(body, kind, work::add);
            if (content.one()) {
                answerOne(request, content.items().get(0), work);
            } else {
                answerAll(request, content, kind, work);
            }
        } finally {
            work.stop();
            turn.close();
        }
    }

    /** By {@link System#nanoTime}. */
    private static OptionalLong deadline(Context request, AssessOptions options) {
        return options.deadlineMillis().isPresent()
                ? OptionalLong.of(ServerMetrics.beginOf(request)
                        + TimeUnit.MILLISECONDS.toNanos(options.deadlineMillis().getAsLong()))
                : OptionalLong.empty();
    }

    /** Names a request that is to be remembered once, however often it comes. */
    private static Optional<OnceKey> onceKey(Context request, AssessOptions options, byte[] body) {
        Optional<String> key = Optional.ofNullable(request.header("Idempotency-Key"));
        if (key.isEmpty() || !options.remember()) {
            return Optional.empty();
        }
        if (key.get().isBlank() || key.get().length() > OnceKey.LONGEST) {
            throw new Problem(
                    400,
                    "bad-key",
                    "Key that cannot be used",
                    "An Idempotency-Key has 1 to " + OnceKey.LONGEST + " characters.");
        }
        return Optional.of(OnceKey.of(Gate.callerOf(request), "assess", key.get(), body));
    }

    private void requireMemory(Context request) {
        Gate.require(request, Permission.REVIEW, "send postings on");
        if (sink.isEmpty()) {
            throw new Problem(
                    503, "no-topic", "Nothing is remembered", "This server runs without a topic of postings.");
        }
    }

    private void remember(List<ItemOutcome> outcomes, Work work) {
        List<JobPosting> postings = new ArrayList<>();
        for (ItemOutcome outcome : outcomes) {
            if (outcome instanceof ItemOutcome.Assessed assessed) {
                postings.add(assessed.posting());
            } else if (outcome instanceof ItemOutcome.Late late) {
                postings.add(late.posting());
            }
        }
        try {
            sink.orElseThrow().send(postings, work.once);
        } catch (IOException e) {
            LOG.error("Postings could not be sent on", e);
            throw new Problem(
                            503,
                            "not-remembered",
                            "Not remembered",
                            "It is not sure that the postings were kept. Send them again, with the same Idempotency-Key.")
                    .retryAfter(5);
        }
    }

    private void answerOne(Context request, RequestContent.Item item, Work work) {
        ItemOutcome outcome = work.one(item);
        metrics.countVerdict(outcome.counted());
        if (outcome instanceof ItemOutcome.Unusable unusable) {
            throw unusable(item, unusable);
        }
        if (work.options.remember()) {
            remember(List.of(outcome), work);
        }
        request.contentType("application/json").result(json.one(outcome, work.options));
        if (outcome instanceof ItemOutcome.Assessed assessed) {
            ServerMetrics.assessed(request, assessed.nanos());
            request.header(
                    "Server-Timing", timing(assessed.nanos(), System.nanoTime() - ServerMetrics.beginOf(request)));
        }
    }

    /** Milliseconds of the assessment, and of all else since the request came. */
    private static String timing(long assessNanos, long allNanos) {
        return String.format(
                Locale.ROOT, "assess;dur=%.3f, own;dur=%.3f", assessNanos / 1e6, (allNanos - assessNanos) / 1e6);
    }

    private static Problem unusable(RequestContent.Item item, ItemOutcome.Unusable unusable) {
        Problem problem = item.isBroken()
                ? new Problem(400, "unreadable", "No posting can be read", unusable.detail())
                : new Problem(
                        unusable.reason() == RejectReason.POSTING_TOO_LARGE ? 413 : 422,
                        "unusable",
                        "The posting cannot be assessed",
                        unusable.detail());
        return problem.with("reason", unusable.reason().name());
    }

    /** Nothing is answered before it is sure that something can be, and is kept where that is asked for. */
    private void answerAll(Context request, RequestContent content, BodyKind kind, Work work) throws IOException {
        boolean lines = kind == BodyKind.LINES;
        if (!lines && content.items().stream().allMatch(RequestContent.Item::isBroken)) {
            RequestContent.Item first = content.items().get(0);
            throw unusable(first, (ItemOutcome.Unusable) work.one(first));
        }
        List<ItemAnswer> kept = new ArrayList<>();
        if (work.options.remember()) {
            work.all((answer, pause) -> kept.add(answer));
            remember(kept.stream().map(ItemAnswer::outcome).toList(), work);
        }
        request.contentType(lines ? "application/x-ndjson" : "application/json");
        OutputStream out = request.outputStream();
        AnswerWriter writer = new AnswerWriter(out, lines);
        try {
            if (work.options.remember()) {
                for (ItemAnswer answer : kept) {
                    writer.accept(answer, false);
                }
            } else {
                work.all(writer);
            }
            writer.end(content.notRead());
        } catch (IOException e) {
            LOG.debug("Whoever asked has gone", e);
        }
    }

    /** Writes answers as they come. */
    private final class AnswerWriter implements AnswerReceiver {
        private final OutputStream out;
        private final boolean lines;
        private boolean begun;
        private long flushed = System.nanoTime();

        AnswerWriter(OutputStream out, boolean lines) {
            this.out = out;
            this.lines = lines;
        }

        @Override
        public void accept(ItemAnswer answer, boolean pause) throws IOException {
            metrics.countVerdict(answer.outcome.counted());
            if (!lines) {
                write(begun ? "," : "{\"items\":[");
            }
            begun = true;
            write(answer.json);
            if (lines) {
                write("\n");
                if (pause && System.nanoTime() - flushed > FLUSH_EVERY) {
                    out.flush();
                    flushed = System.nanoTime();
                }
            }
        }

        void end(List<String> notRead) throws IOException {
            if (!lines) {
                write("]");
                if (!notRead.isEmpty()) {
                    write(",\"notRead\":" + AnswerJson.texts(notRead));
                }
                write("}");
            }
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The work of one request. Where it is for several postings, the first are assessed while the others are read. */
    private final class Work {
        private final List<RequestContent.Item> items = new ArrayList<>();
        private final Deque<Future<ItemAnswer>> ahead = new ArrayDeque<>();
        private int begun;
        private final AssessOptions options;
        private final OptionalLong deadline;
        private final Optional<OnceKey> once;
        private final Detector detector;

        Work(AssessOptions options, OptionalLong deadline, Optional<OnceKey> once) {
            this.options = options;
            this.deadline = deadline;
            this.once = once;
            this.detector = assessor.bundle().detector(options.choice());
        }

        /** How long an answer can wait; as good as forever where there is no deadline. */
        long nanosLeft() {
            return deadline.isPresent() ? deadline.getAsLong() - System.nanoTime() : Long.MAX_VALUE;
        }

        /** Without a deadline the thread that asks does the work itself, which saves the way to another one. */
        ItemOutcome one(RequestContent.Item item) {
            if (deadline.isEmpty()) {
                return assessor.outcome(item, detector);
            }
            return inTime(hurried.submit(() -> assessor.outcome(item, detector)))
                    .orElseGet(() -> late(item));
        }

        /** Takes the next posting. One that comes alone is not begun, for the thread that asks may do it. */
        void add(RequestContent.Item item) {
            items.add(item);
            if (items.size() > 1) {
                begin();
            }
        }

        private void begin() {
            for (; begun < items.size() && ahead.size() < AHEAD; begun++) {
                int index = begun;
                RequestContent.Item item = items.get(index);
                ahead.add(threads.submit(() -> answer(index, item, outcome(item))));
            }
        }

        /** Gives up what is not begun. */
        void stop() {
            ahead.forEach(each -> each.cancel(false));
        }

        /** Passes on the answers in the order of the postings. */
        void all(AnswerReceiver receiver) throws IOException {
            for (int i = 0; i < items.size(); i++) {
                begin();
                int index = i;
                RequestContent.Item item = items.get(i);
                ItemAnswer answer = inTime(ahead.remove()).orElseGet(() -> answer(index, item, late(item)));
                receiver.accept(answer, ahead.isEmpty() || !ahead.peek().isDone());
            }
        }

        private ItemOutcome outcome(RequestContent.Item item) {
            return item.posting().isPresent() && nanosLeft() <= 0 ? late(item) : assessor.outcome(item, detector);
        }

        private ItemOutcome late(RequestContent.Item item) {
            return item.posting()
                    .<ItemOutcome>map(ItemOutcome.Late::new)
                    .orElseGet(() -> assessor.outcome(item, detector));
        }

        private ItemAnswer answer(int index, RequestContent.Item item, ItemOutcome outcome) {
            return new ItemAnswer(outcome, json.item(index, item.place(), outcome, options));
        }

        /** What the work gives; empty where the deadline comes first. */
        private <T> Optional<T> inTime(Future<T> future) {
            try {
                return Optional.of(future.get(Math.max(0, nanosLeft()), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                future.cancel(false);
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Problem.ofStatus(503);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
