package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockListTest {

    private final BlockList lists = new BlockList(Anchors.of(Samples.words()).spoken());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Client host [203.0.113.7] blocked using Zen.Spamhaus.org; https://www.example.org/x | zen.spamhaus.org",
                "rejected because 203.0.113.7 is in a black list at bl.example.net                   | bl.example.net",
                "203.0.113.7 is listed in bl.spamcop.net.                                            | bl.spamcop.net",
                "found by our DNSBL\u00a0(dnsbl bl.example.net)                                      | bl.example.net",
                "L’indirizzo 203.0.113.7 è bloccato tramite bl.example.net                           | bl.example.net",
                "203.0.113.7 è presente nell’elenco «bl.example.net»                                 | bl.example.net"
            })
    void it_is_the_host_right_after_the_words_that_list(String text, String name) {
        assertThat(lists.namedIn(text)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "blocked using Blocklist 1; forward this to delist@messaging.microsoft.com",
                "blocked, see bl.example.net",
                "blocked using 203.0.113.7",
                "blocked by https://bl.example.net/x",
                "blocked using bl.example.n3t",
                "user unknown in example.it",
                "in example.it the user is blocked"
            })
    void other_answers_name_none(String text) {
        assertThat(lists.namedIn(text)).isNull();
    }

    @Test
    void without_words_nothing_is_known() {
        BlockList mute = new BlockList(Anchors.of(Map.of()).spoken());
        assertThat(mute.namedIn("blocked using zen.spamhaus.org")).isNull();
    }

    @Test
    void every_answer_that_is_read_tells_the_list_it_names() {
        String wrapped = "550 5.7.367 Remote server returned not permitted to relay -> 554 5.7.1 Service unavailable;"
                + " Client host [203.0.113.7] blocked using zen.spamhaus.org";
        Outcome read = Samples.reading().read(wrapped.getBytes(StandardCharsets.UTF_8));
        assertThat(Objects.requireNonNull(read.report()).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.answers())
                        .extracting(Answer::blockList)
                        .containsExactly(null, "zen.spamhaus.org"));
    }
}
