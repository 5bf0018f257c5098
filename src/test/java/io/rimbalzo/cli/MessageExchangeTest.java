package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.ShippedMessages;
import io.rimbalzo.cli.Trial.Run;
import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.message.ExchangeListing;
import io.rimbalzo.message.ExchangeNames;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.RichText;
import io.rimbalzo.message.SystemMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts on their way out to Exchange and in from it. */
class MessageExchangeTest extends MessagesTrial {

    @Test
    void every_quota_message_has_shipped_words_that_exchange_takes() {
        ShippedMessages shipped = new ShippedMessages(Knowledge.rimbalzo());
        for (String language : List.of("it", "en")) {
            for (String type : ExchangeNames.quotaTypes()) {
                String text = shipped.of(Identity.quota(language, type).identity())
                        .orElseThrow()
                        .text();
                assertThat(RichText.flaws(text)).as(type).isEmpty();
                assertThat(text).startsWith("<B>").doesNotContain("{");
            }
        }
        assertThat(run("", "messages", "show", "It\\WarningMailbox").out())
                .startsWith("La cassetta postale si sta riempiendo.\n");
        run(
                "",
                "messages",
                "new",
                "--quota-message-type",
                "WarningMailbox",
                "--language",
                "it",
                "--text",
                "Chiamare il 4500.");
        assertThat(run("", "messages", "show", "it/warningmailbox").out()).isEqualTo("Chiamare il 4500.\n");
    }

    @Test
    void what_goes_out_comes_back_the_same() throws IOException {
        make("true", "L'interno è il 4500: «<B>help desk</B>».");
        run(
                "",
                "messages",
                "new",
                "--quota-message-type",
                "WarningMailbox",
                "--language",
                "it",
                "--text",
                "Chiamare il 4500.");
        for (String format : List.of("powershell", "json", "csv")) {
            Path file = i18n.resolve("out." + format);
            assertThat(run("", "messages", "export", "--custom", "--format", format, "--output", file.toString())
                            .status())
                    .isZero();
            assertThat(run("", "messages", "import", file.toString()).out())
                    .isEqualTo("No text changed, 2 already the same, 0 refused.\n");
        }
        run("", "messages", "remove", "It\\WarningMailbox");
        assertThat(run("", "messages", "import", i18n.resolve("out.csv").toString(), "--what-if")
                        .out())
                .contains("It\\WarningMailbox: new.");
        assertThat(run("", "messages", "get").out()).doesNotContain("WarningMailbox");
        run("", "messages", "import", i18n.resolve("out.json").toString());
        assertThat(run("", "messages", "get").out()).contains("It\\WarningMailbox");
        assertThat(run("nulla", "messages", "import", "-").status()).isEqualTo(2);
    }

    @Test
    void the_script_of_all_shipped_words_holds_only_what_exchange_takes() throws IOException {
        Path file = i18n.resolve("all.ps1");
        assertThat(run("", "messages", "export", "--output", file.toString()).status())
                .isZero();
        ExchangeListing listing = ExchangeListing.read(Files.readAllBytes(file));
        assertThat(listing.refused()).isEmpty();
        assertThat(listing.messages())
                .hasSizeGreaterThan(1000)
                .extracting(SystemMessage::identity)
                .doesNotHaveDuplicates();
        assertThat(listing.messages()).allSatisfy(message -> {
            assertThat(RichText.flaws(message.text())).isEmpty();
            assertThat(RichText.of(message.text()).plain()).matches("(?s).*[.!?>)»”]");
        });
        assertThat(listing.messages())
                .extracting(SystemMessage::identity)
                .contains(
                        Identity.parse("It\\Internal\\5.7.606").identity(),
                        Identity.parse("En\\External\\5.7.649").identity());
        Run some = run("", "messages", "export", "--language", "it", "--external", "--codes", "5.7.606-608");
        assertThat(some.out().lines().filter(line -> line.startsWith("Write-")))
                .hasSize(3)
                .allMatch(line -> line.contains("-Internal $false"));
    }
}
