package org.lurewatch.cli.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.options.StoreOption;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.audit.AuditTopic;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.ConfigException;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.KafkaConfig;
import org.lurewatch.job.config.TopicsConfig;
import org.lurewatch.lab.Installation;
import org.lurewatch.web.StreamSettings;
import org.lurewatch.web.WebConsole;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.access.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the screening API and the console until it is stopped. */
@Command(
        name = "serve",
        description = "Serve the screening API and the console's pages.",
        footer = {
            "",
            "Without --config it assesses what it is sent and keeps nothing. At this machine's own",
            "address no login is asked for to have adverts assessed. Ctrl-C ends it."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final String AUDIT_TOPIC = "console-audit";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions server;

    @Mixin
    private StoreOption store;

    @Mixin
    private ApiOptions api;

    @Mixin
    private BundleOption bundle;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The job's settings: its topics are read, reviews and postings are sent.")
    private Path config;

    @Option(
            names = "--demo",
            description = "Run a broker, the job and written adverts in this JVM, and watch the warnings come.")
    private boolean demo;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where what came over the topics is kept, and the audit without Kafka; default ${DEFAULT-VALUE}.")
    private Path data = Path.of("lurewatch-console");

    private final Installation installation;
    private final Clock clock;

    public ServeCommand(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        WebSettings settings = server.settings();
        if (demo) {
            requireDemoAlone(settings);
            return DemoServer.run(installation, bundle.folder(installation), settings, clock, this::say);
        }
        settings.problems(store.isNamed()).stream().findFirst().ifPresent(problem -> {
            throw new ParameterException(spec.commandLine(), problem + " (--store, --tls, --behind-proxy)");
        });
        Optional<OwnStore> own = store.isNamed() ? Optional.of(opened()) : Optional.empty();
        if (config == null) {
            Audit audit = own.isPresent() ? auditFile() : entry -> {};
            serve(settings, own, audit, Optional.empty());
        } else {
            StreamSettings stream = stream(jobConfig());
            try (AuditTopic topic =
                    AuditTopic.open(stream.kafka(), stream.topics().audit())) {
                serve(settings, own, Audit.to(topic::write, topic::newest), Optional.of(stream));
            }
        }
        return ExitCode.GOOD;
    }

    private void requireDemoAlone(WebSettings settings) {
        if (config != null || store.isNamed() || !settings.isLoopback()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--demo goes with none of --config, --store and --host: it is for this machine");
        }
    }

    private OwnStore opened() {
        try {
            return OwnStore.open(store.place());
        } catch (StoreException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private JobConfig jobConfig() {
        try {
            return ConfigReader.read(config, server.environment());
        } catch (ConfigException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private StreamSettings stream(JobConfig job) {
        return streamOf(job, dataFolder().resolve("view.db"));
    }

    /** The stream of a job. @param view the file for what comes over its topics */
    static StreamSettings streamOf(JobConfig job, Path view) {
        KafkaConfig kafka = job.kafka();
        Map<String, String> client = new HashMap<>(kafka.properties());
        client.put("bootstrap.servers", kafka.bootstrapServers());
        TopicsConfig topics = kafka.topics();
        return new StreamSettings(
                client,
                new StreamSettings.Topics(
                        topics.postings(),
                        topics.warnings(),
                        topics.campaigns(),
                        topics.trends(),
                        topics.reviews(),
                        job.control().enabled()
                                ? Optional.of(new StreamSettings.Control(topics.control(), topics.controlStatus()))
                                : Optional.empty(),
                        AUDIT_TOPIC),
                view);
    }

    private Audit auditFile() {
        return Audit.toFile(dataFolder().resolve("audit.jsonl"));
    }

    private Path dataFolder() {
        try {
            return Files.createDirectories(data);
        } catch (IOException e) {
            throw new CommandFailure("the folder " + data + " cannot be made: " + e.getMessage(), e);
        }
    }

    private void serve(WebSettings settings, Optional<OwnStore> own, Audit audit, Optional<StreamSettings> stream)
            throws Exception {
        Path folder = bundle.folder(installation);
        WebConsole.Parts parts = new WebConsole.Parts(
                settings,
                api.limits(),
                api.settings(),
                version(),
                BundleLoader.open(folder),
                folder,
                local(own, stream),
                own,
                audit,
                server.provider(),
                stream,
                clock);
        try (WebConsole console = started(parts)) {
            say("Serving at " + addressOf(settings, console.port()) + "  (Ctrl-C ends it)");
            new CountDownLatch(1).await();
        }
    }

    /** What needs no login at this machine: where there is nothing to read and nobody to log in, the pages say so. */
    private static Set<Permission> local(Optional<OwnStore> own, Optional<StreamSettings> stream) {
        return own.isEmpty() && stream.isEmpty()
                ? Caller.LOCAL.permissions()
                : Set.of(Permission.OPEN, Permission.ASSESS);
    }

    /** The program's version. */
    static String version() {
        String version = ServeCommand.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a jar)" : version;
    }

    static WebConsole started(WebConsole.Parts parts) {
        try {
            return WebConsole.start(parts);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new CommandFailure(
                            "port " + parts.settings().port() + " is taken: name another one with --port", e);
                }
            }
            throw e;
        }
    }

    static String addressOf(WebSettings settings, int port) {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return (settings.tls().isPresent() ? "https://" : "http://") + host + ":" + port;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
