package io.rimbalzo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rimbalzo.RuleBook.Status;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.read.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to answers while somebody edits the folders. */
class RuleBookTest {

    private static final long PATIENCE = 20;
    private static final Logger LOG = Logger.getLogger("io.rimbalzo");

    @TempDir
    private Path folder;

    private final BlockingQueue<Status> told = new LinkedBlockingQueue<>();
    private Trial trial;
    private RuleBook book;

    @BeforeEach
    void open() throws Exception {
        trial = new Trial(folder);
        trial.save("rules/inference/none.drl", "package rules\n");
        book = Rimbalzo.watch(trial.folders(), Limits.DEFAULT, null, told::add);
    }

    @AfterEach
    void close() {
        book.close();
        LOG.setLevel(null);
    }

    private Status next() throws InterruptedException {
        Status status = told.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(status).as("something should have been told").isNotNull();
        return status;
    }

    private Map.Entry<String, String> answer() {
        return Trial.madeOf(book.diagnose(Trial.LOST));
    }

    @Test
    void an_edit_of_a_rule_and_of_a_text_is_in_use_as_soon_as_it_is_told() throws Exception {
        Rimbalzo before = book.current();
        String set = book.status().set();
        trial.save("rules/post.drl", Trial.rule("g1"));
        assertThat(next())
                .matches(s -> s.number() == 2 && s.refused() == null && !s.set().equals(set));
        assertThat(answer()).isEqualTo(Map.entry("g1", "g0"));
        trial.save("i18n/post_en.properties", Trial.words("g1"));
        assertThat(next().number()).isEqualTo(3);
        assertThat(answer()).isEqualTo(Map.entry("g1", "g1"));
        assertThat(Trial.madeOf(before.diagnose(Trial.LOST)))
                .as("who holds the former set goes on with it")
                .isEqualTo(Map.entry("g0", "g0"));
    }

    @Test
    void only_what_changed_is_read_again() throws Exception {
        Rimbalzo before = book.current();
        trial.save("i18n/post_it.properties", Trial.words("Perso"));
        next();
        assertThat(book.current().rules()).isSameAs(before.rules());
        assertThat(book.current().library().words("en").entries())
                .isSameAs(before.library().words("en").entries());
        trial.save("rules/other.drl", "package rules\n");
        next();
        assertThat(book.current().rules().all().get(0))
                .isSameAs(before.rules().all().get(0));
        assertThat(book.current().reading()).isNotSameAs(before.reading());
    }

    @Test
    void a_broken_rule_is_told_and_the_last_good_set_goes_on() throws Exception {
        String good = book.status().set();
        trial.save("rules/post.drl", Trial.rule("g1").replace("Status(", "Statsu("));
        Status refused = next();
        assertThat(refused.set()).isEqualTo(good);
        assertThat(refused.number()).isEqualTo(1);
        assertThat(refused.refused().set()).isNotNull().isNotEqualTo(good);
        assertThat(refused.refused().complaints())
                .singleElement()
                .asString()
                .startsWith("rules/post.drl:7:")
                .contains("Did you mean Status?");
        assertThat(answer()).isEqualTo(Map.entry("g0", "g0"));
        trial.save("rules/post.drl", Trial.rule("g2"));
        assertThat(next().refused()).isNull();
        assertThat(answer()).isEqualTo(Map.entry("g2", "g0"));
    }

    @Test
    void what_is_put_back_as_it_was_is_no_longer_refused() throws Exception {
        trial.save("rules/post.drl", "package rules\nrule\n");
        assertThat(next().refused()).isNotNull();
        trial.save("rules/post.drl", Trial.rule("g0"));
        assertThat(next()).matches(s -> s.refused() == null && s.number() == 1);
    }

    @Test
    void a_broken_text_is_told_at_once_with_all_that_is_wrong() throws Exception {
        trial.save(
                "i18n/post_it.properties",
                "post.lost.title = Perso a {destinatario}\npost.lost.cause = {recipient, plural\n");
        assertThat(next().refused().complaints())
                .hasSize(2)
                .anyMatch(
                        c -> c.startsWith("i18n/post_it.properties:1: post.lost.title: {destinatario} is not a value"))
                .anyMatch(c -> c.startsWith("i18n/post_it.properties:2: post.lost.cause: the braces"));
        trial.save("i18n/post_it.properties", "post.lost.title = Uno\npost.lost.title = Due\n");
        assertThat(next().refused().complaints()).singleElement().asString().contains("post_it.properties:2: ");
        assertThat(answer()).isEqualTo(Map.entry("g0", "g0"));
    }

    @Test
    void a_file_that_is_no_utf_8_is_told() throws Exception {
        Files.write(
                folder.resolve("i18n/post_it.properties"),
                "post.lost.title = Perché\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(next().refused())
                .matches(r -> r.set() == null)
                .matches(r -> r.complaints().get(0).startsWith("i18n/post_it.properties:1: this is not UTF-8"));
    }

    @Test
    void an_editor_that_renames_is_an_editor_too() throws Exception {
        Path post = folder.resolve("rules/post.drl");
        // as vim does: the old file aside, a new one in its place
        Files.move(post, folder.resolve("rules/post.drl~"));
        trial.save("rules/post.drl", Trial.rule("g1"));
        Files.delete(folder.resolve("rules/post.drl~"));
        next();
        assertThat(answer().getKey()).isEqualTo("g1");
        // as most others do: a new file, renamed over the old one
        Files.move(
                trial.save("rules/.post.tmp", Trial.rule("g2")),
                post,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        next();
        assertThat(answer().getKey()).isEqualTo("g2");
    }

    @Test
    void a_half_saved_file_waits_for_its_other_half() throws Exception {
        String whole = Trial.words("g1");
        trial.save("i18n/post_en.properties", "");
        Thread.sleep(40);
        trial.save("i18n/post_en.properties", whole.substring(0, 20));
        Thread.sleep(40);
        trial.save("i18n/post_en.properties", whole);
        assertThat(next()).matches(s -> s.number() == 2 && s.refused() == null);
        assertThat(answer()).isEqualTo(Map.entry("g0", "g1"));
    }

    @Test
    void the_later_of_two_saves_within_a_millisecond_is_in_use() throws Exception {
        for (int i = 1; i <= 20; i++) {
            trial.save("rules/post.drl", Trial.rule("g" + i));
            trial.save("rules/post.drl", Trial.rule("h" + i));
            for (Status s = next(); !answer().getKey().equals("h" + i); s = next()) {
                assertThat(s.refused()).isNull();
            }
        }
    }

    @Test
    void files_come_and_go() throws Exception {
        trial.save(
                "rules/inference/none.drl",
                "package rules\n\nrule \"lists\" @source(\"x\") when\n    $h : Header( name == \"list-id\" )\nthen\n    infer.that(\"forwarded\", $h);\nend\n");
        assertThat(next().refused()).isNull();
        assertThat(book.current().rules().inferredNames()).containsExactly("forwarded");
        trial.save("site/rules/post.drl", "package rules\n\n" + Trial.rule("post.lost (us)", "us", "5.7.901"));
        trial.save("site/i18n/us_en.properties", "post.lost.title = ours\n");
        while (!answer().getValue().equals("ours")) {
            assertThat(next().refused()).isNull();
        }
        assertThat(book.current().rules().all()).hasSize(3);
        Files.delete(folder.resolve("site/rules/post.drl"));
        assertThat(next().refused()).isNull();
        assertThat(book.current().rules().all()).hasSize(2);
    }

    @Test
    void a_folder_that_is_gone_is_told_and_may_return() throws Exception {
        for (String name : new String[] {"rules", "i18n"}) {
            Path away = folder.resolve("away");
            Files.move(folder.resolve(name), away);
            assertThat(next().refused().complaints()).containsExactly(folder.resolve(name) + ": the folder is gone");
            assertThat(answer()).isEqualTo(Map.entry("g0", "g0"));
            Files.move(away, folder.resolve(name));
            assertThat(next().refused()).isNull();
        }
        trial.save("rules/post.drl", Trial.rule("g1"));
        next();
        assertThat(answer().getKey()).isEqualTo("g1");
    }

    @Test
    void a_site_that_came_later_is_missed_when_it_goes() throws Exception {
        trial.save("site/i18n/us_en.properties", "post.lost.title = ours\n");
        assertThat(next().refused()).isNull();
        Files.move(folder.resolve("site"), folder.resolve("away"));
        assertThat(next().refused().complaints()).containsExactly(folder.resolve("site") + ": the folder is gone");
        assertThat(answer()).isEqualTo(Map.entry("g0", "ours"));
    }

    @Test
    void an_emptied_folder_is_refused() throws Exception {
        Files.delete(folder.resolve("rules/post.drl"));
        assertThat(next().refused().complaints()).containsExactly("rules: there is no rule");
        assertThat(answer()).isEqualTo(Map.entry("g0", "g0"));
    }

    @Test
    void what_the_system_does_not_tell_is_found_by_looking() throws Exception {
        book.close();
        book = RuleBook.open(
                trial.folders(), Limits.DEFAULT, null, told::add, new FolderWatch(trial.folders(), 50, false));
        trial.save("rules/post.drl", Trial.rule("g1"));
        assertThat(next().refused()).isNull();
        assertThat(answer().getKey()).isEqualTo("g1");
        trial.save("rules/post.drl", "package rules\nrule\n");
        assertThat(next().refused()).isNotNull();
    }

    @Test
    void a_listener_that_fails_stops_nothing() throws Exception {
        book.close();
        LOG.setLevel(Level.OFF);
        book = Rimbalzo.watch(trial.folders(), Limits.DEFAULT, null, status -> {
            told.add(status);
            throw new IllegalStateException("a listener's own fault");
        });
        for (String source : new String[] {"g1", "g2"}) {
            trial.save("rules/post.drl", Trial.rule(source));
            next();
            assertThat(answer().getKey()).isEqualTo(source);
        }
    }

    private static boolean watching() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("rimbalzo-rule-book") && thread.isAlive());
    }

    @Test
    void closing_ends_the_watch_and_answers_go_on() throws Exception {
        assertThat(watching()).isTrue();
        book.close();
        book.close();
        assertThat(watching()).isFalse();
        trial.save("rules/post.drl", Trial.rule("g1"));
        assertThat(told.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(answer()).isEqualTo(Map.entry("g0", "g0"));
    }

    @Test
    void what_is_broken_from_the_start_is_thrown() throws IOException {
        trial.save("i18n/post_it.properties", "post.lost.title = Perso a {destinatario}\n");
        assertThatThrownBy(() -> Rimbalzo.watch(trial.folders(), Limits.DEFAULT, null, told::add))
                .isInstanceOf(BrokenWords.class)
                .hasMessageContaining("{destinatario} is not a value we read");
    }
}
