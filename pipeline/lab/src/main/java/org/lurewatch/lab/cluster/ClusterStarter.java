package org.lurewatch.lab.cluster;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.lurewatch.lab.LabException;

/** Starts the processes of a cluster, each as a JVM of its own that outlives this one. */
final class ClusterStarter {
    private static final String MARK = "-Dlurewatch.cluster=";

    /** What Flink reaches into, as its own default settings open it. */
    private static final List<String> FLINK_OPENS = List.of(
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
            "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.text=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED");

    private final ClusterFolder folder;
    private final ClusterSettings settings;
    private final LaunchedJars jars;

    ClusterStarter(ClusterFolder folder, ClusterPorts ports, LaunchedJars jars) {
        this.folder = folder;
        this.settings = new ClusterSettings(folder, ports);
        this.jars = jars;
    }

    /** Starts a part and notes which process it is; it may take some seconds until the part answers. */
    OwnProcess start(ClusterPart part) throws IOException {
        List<String> arguments =
                switch (part) {
                    case ZOOKEEPER -> zookeeper();
                    case BROKER -> broker();
                    case JOB_MANAGER -> jobManager();
                    case TASK_MANAGER_1, TASK_MANAGER_2 -> taskManager(part);
                };
        String mark = mark(part);
        OwnProcess started = OwnProcess.of(
                launch(mark, arguments, part == ClusterPart.BROKER ? jars.ofBroker() : jars.ofFlink(), part), mark);
        started.write(folder.running(part));
        return started;
    }

    private String mark(ClusterPart part) {
        return MARK + folder.root() + "/" + part.spelling();
    }

    /** Writes the settings, and gives the broker's folder the form that it needs once. */
    void prepare() throws IOException, InterruptedException {
        settings.write();
        for (String needed : List.of("flink", "flink-files", "zookeeper")) {
            Files.createDirectories(folder.data(needed));
        }
        List<String> format = List.of(
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                settings.broker().toString());
        if (launch(MARK + folder.root() + "/format", format, jars.ofBroker(), ClusterPart.BROKER)
                        .waitFor()
                != 0) {
            throw new LabException("the broker's folder could not be made; see " + folder.log(ClusterPart.BROKER));
        }
    }

    private List<String> zookeeper() {
        return List.of(
                "-Xmx128m",
                "-Dzookeeper.admin.enableServer=false",
                "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain",
                settings.zookeeper().toString());
    }

    private List<String> broker() {
        return List.of("-Xmx768m", "kafka.Kafka", settings.broker().toString());
    }

    private List<String> jobManager() {
        List<String> arguments = new ArrayList<>(List.of("-Xmx1g", "-XX:MaxMetaspaceSize=512m"));
        arguments.addAll(FLINK_OPENS);
        arguments.addAll(List.of(
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "--configDir",
                folder.flinkSettings().toString()));
        return arguments;
    }

    private List<String> taskManager(ClusterPart part) {
        List<String> arguments =
                new ArrayList<>(List.of("-Xmx896m", "-XX:MaxDirectMemorySize=384m", "-XX:MaxMetaspaceSize=384m"));
        arguments.addAll(FLINK_OPENS);
        arguments.addAll(List.of(
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "--configDir",
                folder.flinkSettings().toString(),
                // Flink's answers then show a person, and a test, which process runs a task.
                "-Dtaskmanager.resource-id=" + part.spelling()));
        return arguments;
    }

    private Process launch(String mark, List<String> arguments, String classPath, ClusterPart part) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                mark,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlog4j.configurationFile=" + settings.logging()));
        command.addAll(arguments);
        File log = folder.log(part).toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.root().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(log))
                .redirectError(Redirect.appendTo(log));
        // Not as an argument: it is long, and the machine shows only the first 4,096 characters of those.
        builder.environment().putAll(Map.of("CLASSPATH", classPath));
        return builder.start();
    }
}
