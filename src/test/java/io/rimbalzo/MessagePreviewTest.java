package io.rimbalzo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.message.Identity;
import io.rimbalzo.message.SystemMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessagePreviewTest {

    private static Rimbalzo rimbalzo;

    @BeforeAll
    static void open() throws Exception {
        rimbalzo = Rimbalzo.open(Folders.in(Path.of(".")));
    }

    private static MessagePreview of(String identity, String text) {
        return MessagePreview.of(
                rimbalzo, new SystemMessage(Identity.parse(identity).identity(), text, false, null, 0));
    }

    @Test
    void the_first_sentence_is_the_headline_and_the_rest_has_the_examples_values() {
        for (String identity :
                new String[] {"It\\Internal\\5.7.124", "En\\External\\5.7.124", "It\\Internal\\access.group-large"}) {
            assertThat(of(identity, "Gruppo chiuso. Scrivere a <B>Anna</B> per {recipient}."))
                    .as(identity)
                    .isEqualTo(new MessagePreview("Gruppo chiuso", "Scrivere a <b>Anna</b> per vendite@contoso.com."));
        }
    }

    @Test
    void what_is_no_tag_of_exchange_stays_words() {
        assertThat(of("It\\Internal\\5.7.124", "Chiuso. <script>x</script>").html())
                .isEqualTo("&lt;script&gt;x&lt;/script&gt;");
    }

    @Test
    void a_quota_message_and_one_in_a_language_without_words_have_no_headline() {
        assertThat(of("It\\WarningMailbox", "Quasi <EM>piena</EM>."))
                .isEqualTo(new MessagePreview(null, "Quasi <em>piena</em>."));
        assertThat(of("Fr\\Internal\\5.7.124", "Non.")).isEqualTo(new MessagePreview(null, "Non."));
    }
}
