package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Real bounces of many systems, where the corpus is at hand: none fails, and no failed recipient is lost. */
class CorpusTest {

    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Map<String, Report> REPORTS = new TreeMap<>();

    @BeforeAll
    static void readAll() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS.resolve("emails")));
        Path emails = CORPUS.resolve("emails");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(emails)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            REPORTS.put(
                    emails.relativize(file).toString(),
                    Samples.READING.read(Files.readAllBytes(file)).report());
        }
    }

    @Test
    void every_file_gives_a_report_with_at_least_one_failure() {
        assertThat(REPORTS).hasSizeGreaterThan(600);
        assertThat(REPORTS).allSatisfy((file, report) -> {
            assertThat(report).isNotNull();
            assertThat(report.failures()).isNotEmpty();
        });
    }

    @Test
    void no_recipient_of_a_delivery_status_is_lost() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Map.Entry<String, Report> entry : REPORTS.entrySet()) {
            String text = new String(
                    Files.readAllBytes(CORPUS.resolve("emails").resolve(entry.getKey())), StandardCharsets.ISO_8859_1);
            for (String address : finalRecipients(text)) {
                boolean found = entry.getValue().failures().stream()
                        .map(Failure::recipient)
                        .filter(r -> r != null)
                        .anyMatch(r -> r.toLowerCase(Locale.ROOT).equals(address));
                if (!found) {
                    lost.add(entry.getKey() + ": " + address);
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    /** The addresses of the outermost delivery status whose action is failed or delayed, by a plain reading of the lines. */
    private static List<String> finalRecipients(String text) {
        List<String> addresses = new ArrayList<>();
        int part = text.toLowerCase(Locale.ROOT).indexOf("\ncontent-type: message/delivery-status");
        if (part < 0) {
            return addresses;
        }
        String address = null;
        String block = "";
        for (String raw : text.substring(part + 1)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .split("\n")) {
            String line = raw.toLowerCase(Locale.ROOT);
            if (line.startsWith("--") || line.startsWith("content-type: message/rfc822")) {
                break;
            }
            if (line.startsWith("final-recipient:")) {
                address = line.substring(line.indexOf(';') + 1).replaceAll("[<> ]", "");
            }
            block = line.isBlank() ? "" : block + line + "\n";
            if (address != null && address.contains("@") && block.matches("(?s).*action: *(failed|delayed).*")) {
                addresses.add(address);
                address = null;
            }
        }
        return addresses;
    }

    @Test
    void nearly_all_recipients_that_another_reader_finds_are_found() throws IOException {
        ObjectMapper json = new ObjectMapper();
        int known = 0;
        List<String> missed = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS.resolve("peer-opinions.jsonl"))) {
            JsonNode opinion = json.readTree(line);
            String recipient = opinion.path("recipient").asString("");
            Report report = REPORTS.get(opinion.path("file").asString());
            // complaints and notes of delivery are no bounces
            boolean bounce = !List.of("feedback", "delivered", "vacation")
                    .contains(opinion.path("reason").asString(""));
            if (recipient.isEmpty() || report == null || !bounce) {
                continue;
            }
            known++;
            if (report.failures().stream().noneMatch(f -> recipient.equalsIgnoreCase(f.recipient()))) {
                missed.add(opinion.path("file").asString() + ": " + recipient);
            }
        }
        System.out.println(
                (known - missed.size()) + " of " + known + " recipients as in peer-opinions.jsonl; not: " + missed);
        assertThat(missed).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void what_is_no_report_says_so() {
        assertThat(REPORTS.get("rklec+MailBounceDetector/non_bounce_postfix_hello_world.eml")
                        .format())
                .isIn(Report.NONE, Report.HEADERS);
        assertThat(REPORTS.get("sisimai+set-of-emails/maildir/not/is-not-bounce-01.eml")
                        .format())
                .isEqualTo(Report.NONE);
    }
}
