import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.Submission;
import io.rimbalzo.read.Limits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long an edit takes from its save to its first answer, with the whole rule base: of a rule, of a text, and right after
 * the start; how long a refusal takes to be told; what 200 edits leave in memory; what watching costs where nothing happens.
 */
public final class Reload {

    private static final int EDITS = 50;
    private static final int MANY = 200;
    private static final SynchronousQueue<RuleBook.Status> TOLD = new SynchronousQueue<>();

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("reload");
        copy(Path.of("rules"), work.resolve("rules"));
        copy(Path.of("i18n"), work.resolve("i18n"));
        Path rule = work.resolve("rules/routing.drl");
        Path text = work.resolve("i18n/routing_it.properties");
        try (RuleBook book = Rimbalzo.watch(Folders.in(work), Limits.DEFAULT, null, Reload::tell)) {
            Submission bounce = Submission.of("554 5.4.14 Hop count exceeded - possible mail loop", "it");
            book.diagnose(bounce);
            Thread.sleep(5_000);
            System.out.printf(
                    "%d rules, %d files%n", book.status().rules(), book.status().files());
            System.out.printf("the first edit after the start    %4.0f ms%n", edit(book, rule, bounce));
            tell("edits of a rule", cpu(), rounds(book, rule, bounce));
            tell("edits of a text", cpu(), rounds(book, text, bounce));
            tell("refusals told", cpu(), refusals(rule));
            long[] before = memory();
            for (int i = 0; i < MANY; i++) {
                edit(book, i % 2 == 0 ? rule : text, bounce);
            }
            long[] after = memory();
            System.out.printf(
                    "heap after %d edits %d kB, before %d kB; metaspace %d kB, before %d kB; threads %d%n",
                    MANY, after[0], before[0], after[1], before[1], Thread.activeCount());
            long cpu = cpu();
            Thread.sleep(20_000);
            System.out.printf(Locale.ROOT, "watching, where nothing happens: %.2f %% of a core%n", (cpu() - cpu) / 2e8);
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void tell(RuleBook.Status status) {
        try {
            TOLD.offer(status, 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Milliseconds from before the save to the end of the first answer of what was saved. */
    private static double edit(RuleBook book, Path file, Submission bounce) throws Exception {
        byte[] saved = (Files.readString(file)
                        + "# edited\n".replace("#", file.toString().endsWith("drl") ? "//" : "#"))
                .getBytes();
        long start = System.nanoTime();
        Files.write(file, saved);
        if (TOLD.poll(10, TimeUnit.SECONDS).refused() != null) {
            throw new IllegalStateException("refused");
        }
        book.diagnose(bounce);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double[] rounds(RuleBook book, Path file, Submission bounce) throws Exception {
        double[] times = new double[EDITS];
        for (int i = 0; i < EDITS; i++) {
            times[i] = edit(book, file, bounce);
            Thread.sleep(20);
        }
        return times;
    }

    /** A word that is none, and then the file as it was. */
    private static double[] refusals(Path file) throws Exception {
        byte[] good = Files.readAllBytes(file);
        double[] times = new double[EDITS / 5];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            Files.writeString(file, new String(good).replace("Status(", "Statsu("));
            if (TOLD.poll(10, TimeUnit.SECONDS).refused() == null) {
                throw new IllegalStateException("not refused");
            }
            times[i] = (System.nanoTime() - start) / 1e6;
            Files.write(file, good);
            TOLD.poll(10, TimeUnit.SECONDS);
        }
        return times;
    }

    /** @param before the processor's time before the rounds: beside a busy machine's clock it tells the work itself */
    private static void tell(String what, long before, double[] times) {
        double each = (cpu() - before) / 1e6 / times.length;
        Arrays.sort(times);
        System.out.printf(
                "%d %-15s median %4.0f ms, worst %4.0f ms; %4.0f ms of processor time each%n",
                times.length, what, times[times.length / 2], times[times.length - 1], each);
    }

    /** Kilobytes of heap and of metaspace in use. */
    private static long[] memory() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                .sum();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new long[] {heap >> 10, metaspace >> 10};
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
