import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * Bounces diagnosed a second, with guidance, on one thread; beside it, in the same run and on the same bytes, parsing
 * their MIME alone. Rounds alternate, and medians are told, since machines are noisy.
 */
public final class Throughput {

    private static final int ROUNDS = 15;

    interface Work {
        void on(byte[] bytes) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "examples");
        List<byte[]> files = files(folder);
        Rimbalzo rimbalzo = Rimbalzo.open(Folders.in(Path.of(".")));
        int[] told = new int[1];
        Work whole = bytes -> told[0] += rimbalzo.diagnose(new Submission(null, bytes, Map.of(), "it"))
                .failures()
                .size();
        Work parsing = bytes -> {
            DefaultMessageBuilder builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
            Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
            told[0] += message.getHeader().getFields().size();
            message.dispose();
        };
        int repeat = Math.max(1, 6_000 / files.size());
        double[] alone = new double[ROUNDS];
        double[] all = new double[ROUNDS];
        for (int round = -10; round < ROUNDS; round++) {
            double a = rate(parsing, files, repeat);
            double b = rate(whole, files, repeat);
            if (round >= 0) {
                alone[round] = a;
                all[round] = b;
            }
        }
        Arrays.sort(alone);
        Arrays.sort(all);
        long bytes = files.stream().mapToLong(f -> f.length).sum();
        System.out.printf(Locale.ROOT, "%d files, %d bytes on average%n", files.size(), bytes / files.size());
        System.out.printf(Locale.ROOT, "parsing MIME alone      %,9.0f files a second%n", alone[ROUNDS / 2]);
        System.out.printf(Locale.ROOT, "diagnosis with guidance %,9.0f files a second%n", all[ROUNDS / 2]);
        System.out.printf(Locale.ROOT, "the whole costs %.1f times the parsing%n", alone[ROUNDS / 2] / all[ROUNDS / 2]);
    }

    private static double rate(Work work, List<byte[]> files, int repeat) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < repeat; i++) {
            for (byte[] file : files) {
                work.on(file);
            }
        }
        return files.size() * (double) repeat / ((System.nanoTime() - start) / 1e9);
    }

    private static List<byte[]> files(Path folder) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        return files;
    }
}
