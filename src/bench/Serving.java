import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * How many answers a second the server gives over loopback, and how long each takes, at 1, 16 and 64 connections; what
 * 100,000 of them leave in memory; whether rules may be saved meanwhile. The server is a process of its own, as the launcher
 * starts it; arguments: its jar and, beside it, lib.
 */
public final class Serving {

    private static final int WARM = 3_000;
    private static final int EACH = 6_000;
    private static final int MANY = 100_000;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(150);
    private static final String BOUNCE =
            "550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; Sender not in allowed-senders list";

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("serving");
        copy(Path.of("rules"), work.resolve("rules"));
        copy(Path.of("i18n"), work.resolve("i18n"));
        long start = System.nanoTime();
        Process server = new ProcessBuilder(
                        "java",
                        "-XX:+UseSerialGC",
                        "-Drimbalzo.home=" + Path.of("").toAbsolutePath(),
                        "-jar",
                        arguments[0],
                        "serve",
                        "--lang",
                        "en",
                        "--port",
                        "0",
                        "--rules",
                        work.resolve("rules").toString(),
                        "--i18n",
                        work.resolve("i18n").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream()))) {
            String line = out.readLine();
            int port = URI.create(line.substring(line.indexOf("http"))).getPort();
            System.out.printf(
                    "up after %d ms (plain JVM); load of the machine %.1f on %d cores%n",
                    (System.nanoTime() - start) / 1_000_000,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors());
            run(port, 4, WARM);
            for (int connections : new int[] {1, 16, 64}) {
                tell(connections + " connections", run(port, connections, EACH));
            }
            System.out.printf("memory before %s%n", memory(server.pid()));
            tell(MANY + " at 16 connections", run(port, 16, MANY));
            System.out.printf("memory after %s%n", memory(server.pid()));
            AtomicInteger edits = new AtomicInteger();
            CountDownLatch end = new CountDownLatch(1);
            Thread editor = new Thread(() -> edit(work.resolve("rules/routing.drl"), edits, end));
            editor.start();
            Load load = run(port, 16, EACH);
            end.countDown();
            editor.join();
            tell(edits.get() + " edits meanwhile", load);
            System.out.println(metric(port, "rimbalzo_rules_number"));
        } finally {
            server.destroy();
            System.out.println("ended with " + server.waitFor());
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private record Load(double seconds, long[] nanos, int errors) {}

    private static Load run(int port, int connections, int requests) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        long[] nanos = new long[requests];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    socket.setTcpNoDelay(true);
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        long from = System.nanoTime();
                        errors.addAndGet(ask(socket, in) == 200 ? 0 : 1);
                        nanos[n] = System.nanoTime() - from;
                        if (System.nanoTime() - start > LONGEST) {
                            next.set(requests);
                        }
                    }
                } catch (IOException e) {
                    errors.incrementAndGet();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Load(
                seconds, Arrays.stream(nanos).filter(n -> n > 0).sorted().toArray(), errors.get());
    }

    private static int ask(Socket socket, InputStream in) throws IOException {
        socket.getOutputStream()
                .write(("POST /v1/diagnose HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                                + BOUNCE.length() + "\r\n\r\n" + BOUNCE)
                        .getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line(in).substring(9, 12));
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void tell(String what, Load load) {
        long[] nanos = load.nanos();
        System.out.printf(
                "%-28s %6.0f answers/s, median %5.2f ms, p99 %6.2f ms, %d errors%n",
                what,
                nanos.length / load.seconds(),
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                load.errors());
    }

    private static void edit(Path file, AtomicInteger edits, CountDownLatch end) {
        try {
            while (!end.await(200, TimeUnit.MILLISECONDS)) {
                Files.writeString(file, "// edited\n", StandardOpenOption.APPEND);
                edits.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the process holds, after the system's own count. */
    private static String memory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("unknown");
    }

    private static String metric(int port, String name) throws IOException {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .orElse(name + " ?");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
