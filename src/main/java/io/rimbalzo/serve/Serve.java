package io.rimbalzo.serve;

import io.rimbalzo.Folders;
import io.rimbalzo.RuleBook;
import io.rimbalzo.cli.Command;
import io.rimbalzo.cli.Opening;
import io.rimbalzo.cli.Speech;
import io.rimbalzo.cli.Terminal;
import io.rimbalzo.http.Access;
import io.rimbalzo.http.Bounds;
import io.rimbalzo.http.Hosts;
import io.rimbalzo.http.Mount;
import io.rimbalzo.http.Server;
import io.rimbalzo.http.Settings;
import io.rimbalzo.read.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code rimbalzo serve --port 8080}: answers over HTTP until it is told to end. */
final class Serve implements Command {

    private static final int WRONG_USAGE = 2;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String DEFAULT_PORT = "8080";
    private static final int LAST_PORT = 65_535;

    private final Terminal terminal;
    private final Speech speech;

    Serve(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public Options options() {
        Options options = new Options();
        String[][] known = {
            {"port", "N"}, {"bind", "ADDRESS"}, {"host", "NAME,..."}, {"token-file", "FILE"}, {"lang", "it|en"}
        };
        for (String[] option : known) {
            options.addOption(Option.builder()
                    .longOpt(option[0])
                    .hasArg()
                    .argName(option[1])
                    .get());
        }
        return Opening.options(options);
    }

    @Override
    public int run(CommandLine given) throws IOException {
        String port = given.getOptionValue("port", DEFAULT_PORT);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            return wrong("serve.bad-port", Map.of("found", port));
        }
        List<String> hosts = hosts(given);
        for (String host : hosts) {
            if (Hosts.canonical(host) == null) {
                return wrong("serve.bad-host", Map.of("found", host));
            }
        }
        Access access = null;
        if (given.hasOption("token-file")) {
            String file = given.getOptionValue("token-file");
            access = access(file);
            if (access == null) {
                return wrong("serve.bad-token", Map.of("file", file, "shortest", Access.SHORTEST));
            }
        }
        Optional<Folders> folders = new Opening(terminal, speech).folders(given);
        if (folders.isEmpty()) {
            return WRONG_USAGE;
        }
        Path messages = folders.get().i18n();
        String bind = given.getOptionValue("bind", LOOPBACK);
        Settings settings = new Settings(
                bind,
                Integer.parseInt(port),
                Hosts.of(bind, hosts),
                access,
                Files.isDirectory(messages) ? messages : null,
                Bounds.DEFAULT);
        new Journal(terminal.err(), speech).open();
        Optional<RuleBook> opened = new Opening(terminal, speech)
                .watch(given, Limits.DEFAULT.ofBytes(settings.bounds().bytes()), this::told);
        if (opened.isEmpty()) {
            return WRONG_USAGE;
        }
        try (RuleBook book = opened.get()) {
            return serve(book, settings);
        }
    }

    /** Each name of {@code --host bounces.example.it,192.0.2.7}, which may be repeated. */
    private static List<String> hosts(CommandLine given) {
        String[] values = given.getOptionValues("host");
        return Stream.of(values == null ? new String[0] : values)
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static @Nullable Access access(String file) {
        try {
            return Access.read(Path.of(file));
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return null;
        }
    }

    private int serve(RuleBook book, Settings settings) {
        List<Mount> mounts = ServiceLoader.load(Mounting.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(mounting -> mounting.mounts(book).stream())
                .toList();
        Server server;
        try {
            server = Server.start(book, settings, mounts);
        } catch (RuntimeException e) {
            return wrong(
                    "serve.no-address", Map.of("address", settings.bind() + ":" + settings.port(), "found", cause(e)));
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            ended.countDown();
                        },
                        "rimbalzo-end"));
        terminal.out()
                .println(speech.words()
                        .say("serve.started", Map.of("address", server.address().toString())));
        terminal.out().flush();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.close();
        }
        return 0;
    }

    /** The innermost sentence: {@code Address already in use}. */
    private static String cause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** On the thread that watches the folders. */
    private void told(RuleBook.Status status) {
        if (status.refused() == null) {
            terminal.err()
                    .println(speech.prefixed(
                            speech.words().say("serve.rules", Map.of("set", status.set(), "rules", status.rules()))));
            return;
        }
        terminal.err().println(speech.prefixed(speech.words().say("serve.refused", Map.of("set", status.set()))));
        status.refused().complaints().forEach(complaint -> terminal.err().println("  " + complaint));
    }

    private int wrong(String key, Map<String, ?> values) {
        terminal.err().println(speech.prefixed(speech.words().say(key, values)));
        return WRONG_USAGE;
    }
}
