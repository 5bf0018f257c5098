package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Completeness;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.render.Json;
import io.rimbalzo.render.TextPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A third language is a set of files: German, with the interface and a few diagnoses, beside the words as shipped. */
class ThirdLanguageTest {

    @TempDir
    static Path folder;

    private static Rimbalzo rimbalzo;

    @BeforeAll
    static void open() throws Exception {
        for (Path from : new Path[] {Path.of("i18n"), Path.of("src/test/resources/german")}) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        Files.writeString(folder.resolve("mailbox_it-CH.properties"), "mailbox.full.title = La casella è piena\n");
        rimbalzo = Rimbalzo.open(new Folders(Knowledge.PROJECT.resolve("rules"), folder));
    }

    private static Result diagnose(String text, String lang) {
        return rimbalzo.diagnose(Submission.of(text, lang));
    }

    private static String page(String text, String lang) {
        return TextPage.of(diagnose(text, lang), false);
    }

    private static JsonNode json(String text, String lang) {
        String line = Json.line(diagnose(text, lang));
        assertThat(ResultSchema.complaints(line)).isEmpty();
        return JsonMapper.builder().build().readTree(line);
    }

    @Test
    void german_speaks_once_its_files_are_there() {
        String page = page("552 5.2.2 Mailbox full", "de-AT");
        assertThat(page)
                .contains("Das Postfach des Empfängers ist voll", "· dauerhaft · mailbox.full")
                .contains("Was zu tun ist", "Wer die Nachricht erhalten sollte")
                .doesNotContain("(auf ");
        JsonNode json = json("552 5.2.2 Mailbox full", "de-AT");
        assertThat(json.get("lang").asString()).isEqualTo("de");
        assertThat(json.at("/language/used").asString()).isEqualTo("de-AT");
        assertThat(json.at("/failures/0/guidance").has("languages")).isFalse();
        assertThat(diagnose("5.2.2", "gsw").words().language()).isEqualTo("de");
    }

    @Test
    void what_german_lacks_is_told_in_english_and_marked() {
        String text = "550 5.7.124 RESOLVER.RST.RestrictedToGroupPermission; not authorized";
        assertThat(page(text, "de"))
                .contains("3. Oder den Absender in die Gruppe aufnehmen")
                .contains("address created first. (auf Englisch)")
                .contains("Wer die Nachricht geschrieben hat (auf Englisch)");
        JsonNode guidance = json(text, "de").at("/failures/0/guidance");
        assertThat(guidance.get("languages").get("do.group-owner.4").asString()).isEqualTo("en");
        assertThat(guidance.get("languages").propertyNames())
                .contains("admin", "see.1", "do.sender.1")
                .doesNotContain("title", "cause", "do.group-owner.1");
        assertThat(guidance.at("/do/group-owner")).hasSize(6);
    }

    @Test
    void a_diagnosis_without_german_words_says_so_once() {
        String page = page("550 5.7.23 rejected because of Sender Policy Framework violation", "de");
        assertThat(page).contains("Diese Erklärung gibt es nur auf Englisch.").doesNotContain("(auf Englisch)");
        assertThat(page).contains("Was zu tun ist", "<Domain des Absenders>");
        assertThat(json("550 5.1.1 User unknown for anna@gmial.com", "de")
                        .at("/failures/0/guidance/title")
                        .asString())
                .isEqualTo("Die Adresse des Empfängers gibt es nicht");
    }

    @Test
    void alternatives_and_questions_say_their_language_too() {
        JsonNode failure = json("5.7.1", "de").at("/failures/0");
        assertThat(failure.get("questions")).isNotEmpty();
        assertThat(failure.get("questions")).allSatisfy(question -> {
            boolean german = question.get("id").asString().equals("group-members");
            assertThat(question.has("lang")).isEqualTo(!german);
        });
    }

    @Test
    void a_regions_own_words_are_no_foreign_ones() {
        assertThat(page("552 5.2.2 Mailbox full", "it-CH"))
                .startsWith("La casella è piena\n")
                .contains("Svuotare Posta eliminata")
                .doesNotContain("(in ");
        assertThat(page("552 5.2.2 Mailbox full", "it")).startsWith("La cassetta postale del destinatario è piena\n");
    }

    @Test
    void dates_and_counts_are_written_in_the_readers_language() throws IOException {
        String report = Files.readString(Path.of("examples/two-recipients.eml"))
                .replace("\r\n", "\n")
                .replace(
                        "Action: failed\nStatus: 5.4.310",
                        "Action: delayed\nWill-Retry-Until: Sat, 7 Nov 2026 10:15:58 +0100\nStatus: 4.4.7")
                .replace(
                        "550 5.4.310 DNS domain gmial.com does not exist [Message=InfoDomainNonexistent]",
                        "450 4.4.7 Message delayed")
                .replace("Action: failed\nStatus: 5.2.2", "Action: delayed\nStatus: 4.4.7")
                .replaceAll("554 5\\.2\\.2 .*", "450 4.4.7 Message delayed");
        assertThat(page(report, "it").replaceAll("\\s+", " "))
                .contains(
                        "(termine: 7 novembre 2026 alle ore 10:15 UTC+1)",
                        "Lo stesso vale per un altro destinatario - ");
        assertThat(page(report, "en-GB").replaceAll("\\s+", " "))
                .contains("until 7 November 2026 at 10:15 UTC+1.", "The same goes for one more recipient - ");
        assertThat(page(report, "de").replaceAll("\\s+", " "))
                .contains("(Frist: 7. November 2026 um 10:15 UTC+1)", "Dasselbe gilt für einen weiteren Empfänger - ");
    }

    @Test
    void what_german_still_lacks_can_be_listed() {
        Completeness german = rimbalzo.library().completeness("de");
        assertThat(german.lacking())
                .extracting(Bundle.Entry::key)
                .contains(
                        "tls.requirement-not-met.title",
                        "access.group-sender-not-allowed.do.group-owner.4",
                        "help.diagnose")
                .doesNotContain("mailbox.full.title", "tls.certificate-expired.title");
        assertThat(german.leftOver())
                .extracting(entry -> entry.file() + ":" + entry.key())
                .containsExactly("i18n/tls_de.properties:tls.certificat-expired.do.recipient-admin.5");
        for (String language : new String[] {"it", "en", "it-CH"}) {
            assertThat(rimbalzo.library().completeness(language).isComplete())
                    .as(language)
                    .isTrue();
        }
    }

    @Test
    void the_result_says_who_chose_its_language() {
        Map.of("de-CH", "asked", "fr, it;q=0.5", "asked")
                .forEach((lang, because) -> assertThat(
                                diagnose("5.7.1", lang).language().because().name())
                        .as(lang)
                        .isEqualTo(because));
        assertThat(diagnose("5.1.1", null).language().asked()).isNull();
        assertThat(rimbalzo.choose(null, "it").because().name()).isEqualTo("report");
        assertThat(rimbalzo.choose(null, "ja").because().name()).isIn("system", "fallback");
        assertThat(rimbalzo.understood("ja, ko")).isNull();
        assertThat(rimbalzo.understood("ja, it;q=0.1")).isEqualTo("ja, it;q=0.1");
    }
}
