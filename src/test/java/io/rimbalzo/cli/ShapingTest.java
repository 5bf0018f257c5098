package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.cli.Trial.Run;
import io.rimbalzo.unexplained.OpenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --reader}, {@code --mask}, {@code --format reply}, {@code --unexplained} and {@code rimbalzo unexplained}. */
class ShapingTest {

    private static final String GROUP = "examples/gruppo-riservato.eml";

    @TempDir
    Path folder;

    private static Run run(String in, String... arguments) {
        return Trial.reading(in).run(arguments);
    }

    @Test
    void a_reader_gets_only_what_concerns_them() {
        Run sender = run("", "diagnose", "--lang", "it", "--reader", "sender", GROUP);
        assertThat(sender.status()).isZero();
        assertThat(sender.out()).contains("Chi ha scritto il messaggio").doesNotContain("Set-DistributionGroup");
        Run recipient = run("", "diagnose", "--lang", "it", "--reader", "recipient", "--format", "json", GROUP);
        assertThat(recipient.out())
                .contains(
                        "\"recipient\" : [ \"Qui non c’è nulla da correggere da parte di chi legge: deve intervenire il"
                                + " proprietario del gruppo.\" ]")
                .contains("\"commands\" : [ ]");
    }

    @Test
    void a_reader_nobody_knows_is_wrong_usage() {
        Run run = run("", "diagnose", "--lang", "it", "--reader", "sendr", GROUP);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("«sendr» non è una persona a cui rispondere")
                .contains("Forse si intendeva sender?");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void masked_output_holds_no_address_in_any_format() {
        for (String format : List.of("text", "json", "ndjson", "reply")) {
            Run run = run("", "diagnose", "--lang", "en", "--mask", "--format", format, GROUP);
            assertThat(run.status()).isZero();
            String out = run.out().replace("=\r\n", "").replace("=2E", ".");
            assertThat(out)
                    .as(format)
                    .contains("RestrictedToGroupPermission")
                    .contains("domain1.example")
                    .doesNotContain("contoso");
        }
    }

    @Test
    void a_reply_is_about_one_report() {
        Run run = run("", "diagnose", "--lang", "en", "--format", "reply", GROUP, "examples/classic-report.txt");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("A reply is about one report");
        Run nothing = run("hello", "diagnose", "--lang", "en", "--format", "reply");
        assertThat(nothing.status()).isEqualTo(3);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("rimbalzo: ");
    }

    @Test
    void what_is_unexplained_is_kept_by_several_at_once_and_grouped() throws Exception {
        Path file = folder.resolve("open.cases");
        ExecutorService several = Executors.newFixedThreadPool(4);
        List<Future<Integer>> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String answer = "550 zorp glonk " + i + " for anna" + i + "@fabrikam.com: frobnicated by our new gizmo";
            runs.add(several.submit(() -> run(answer, "diagnose", "--lang", "it", "--unexplained", file.toString())
                    .status()));
        }
        for (Future<Integer> run : runs) {
            assertThat(run.get()).isZero();
        }
        several.shutdown();
        List<OpenCase> cases = OpenCase.parse(Files.readString(file));
        assertThat(cases).hasSize(12).allSatisfy(one -> {
            assertThat(one.text()).contains("utente1@dominio1.example").doesNotContain("fabrikam");
            assertThat(one.expect()).isEqualTo("status.reply-mailbox-unavailable");
        });
        Run page = run("", "unexplained", "--lang", "it", file.toString());
        assertThat(page.status()).isZero();
        assertThat(page.out())
                .contains("12 casi senza spiegazione, in un gruppo")
                .contains("In comune: says(\"frobnicated by our new gizmo\")");
        assertThat(page.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        Run json = run(Files.readString(file), "unexplained", "--format", "json", "-");
        assertThat(json.out()).contains("\"cases\" : 12").contains("\"count\" : 12");
    }

    @Test
    void wrong_use_is_told_in_a_sentence() throws IOException {
        assertThat(run("", "diagnose", "--lang", "it", "--unexplained", folder.toString(), GROUP)
                        .err())
                .contains("non si può scrivere");
        assertThat(run("", "unexplained", "--lang", "it").err()).contains("Indicare il file dei casi");
        assertThat(run("", "unexplained", "--lang", "it", "no-such-file").status())
                .isEqualTo(3);
        assertThat(run("", "unexplained", "--lang", "it", "--format", "jsn", GROUP)
                        .err())
                .contains("Forse si intendeva json?");
        assertThat(run("", "unexplained", "--lang", "xx", GROUP).status()).isEqualTo(2);
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThat(run("", "unexplained", "--lang", "it", empty.toString()).out())
                .contains("Nessun caso");
    }
}
