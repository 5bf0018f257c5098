package io.rimbalzo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.RuleBook.Status;
import io.rimbalzo.read.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads ask while somebody edits without rest: each answer comes from one set, and the last one saved wins. */
class RuleBookUnderEditsTest {

    private static final int EDITS = 150;
    private static final int ASKING = 3;

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    /** Rule and words of each set that was in use, as {@link Trial#madeOf} tells them. */
    private final Set<Map.Entry<String, String>> published = ConcurrentHashMap.newKeySet();

    private final Set<Map.Entry<String, String>> answered = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean done = new AtomicBoolean();
    private Trial trial;

    @Test
    void no_answer_mixes_two_sets_and_the_last_save_is_in_use() throws Exception {
        trial = new Trial(folder);
        AtomicReference<RuleBook> book = new AtomicReference<>();
        published.add(Map.entry("g0", "g0"));
        // told on the thread that has just put the set in use: nothing newer can be in use yet
        try (RuleBook watched = Rimbalzo.watch(trial.folders(), Limits.DEFAULT, null, s -> published(book, s))) {
            book.set(watched);
            ExecutorService threads = Executors.newFixedThreadPool(ASKING);
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < ASKING; i++) {
                asking.add(threads.submit(() -> {
                    while (!done.get()) {
                        answered.add(Trial.madeOf(watched.diagnose(Trial.LOST)));
                    }
                }));
            }
            for (int g = 1; g <= EDITS; g++) {
                edit(g);
                Thread.sleep(random.nextInt(40));
            }
            Map.Entry<String, String> last = Map.entry("g" + EDITS, "g" + EDITS);
            for (int i = 0;
                    i < 200 && !Trial.madeOf(watched.diagnose(Trial.LOST)).equals(last);
                    i++) {
                Thread.sleep(50);
            }
            done.set(true);
            for (Future<?> each : asking) {
                each.get(20, TimeUnit.SECONDS);
            }
            threads.shutdown();
            assertThat(Trial.madeOf(watched.diagnose(Trial.LOST))).isEqualTo(last);
            assertThat(watched.status().refused()).isNull();
        }
        assertThat(published).containsAll(answered);
        assertThat(answered).hasSizeGreaterThan(10);
        // the words are saved before the rule: no other pair ever stood in the folders
        assertThat(published)
                .allSatisfy(made -> assertThat(number(made.getValue()) - number(made.getKey()))
                        .as(made.toString())
                        .isBetween(0, 1));
    }

    private void published(AtomicReference<RuleBook> book, Status status) {
        if (book.get() != null && status.refused() == null) {
            published.add(Trial.madeOf(book.get().diagnose(Trial.LOST)));
        }
    }

    /** {@code g17} is 17; a title of no set, such as the id of a diagnosis without words, is none. */
    private static int number(String made) {
        return Integer.parseInt(made.substring(1));
    }

    private void edit(int g) throws Exception {
        save("i18n/post_en.properties", Trial.words("g" + g));
        save("rules/post.drl", Trial.rule("g" + g));
    }

    private void save(String file, String text) throws IOException, InterruptedException {
        Path path = folder.resolve(file);
        switch (random.nextInt(7)) {
            case 0 -> rename(path, text);
            case 1 -> {
                Files.delete(path);
                trial.save(file, text);
            }
            case 2 -> {
                trial.save(file, text.substring(0, text.length() / 2));
                Thread.sleep(random.nextInt(15));
                trial.save(file, text);
            }
            case 3 -> {
                trial.save(file, text.replace("lost", "lo st"));
                Thread.sleep(random.nextInt(15));
                rename(path, text);
            }
            case 4 -> {
                Files.write(path, "# perché\n".getBytes(StandardCharsets.ISO_8859_1));
                trial.save(file, text);
            }
            default -> trial.save(file, text);
        }
    }

    private static void rename(Path path, String text) throws IOException {
        Path made = Files.writeString(path.resolveSibling("new.tmp"), text);
        Files.move(made, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
