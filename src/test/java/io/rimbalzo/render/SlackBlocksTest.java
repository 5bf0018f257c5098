package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.rule.ContextName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages for Slack: within Block Kit's limits, harmless, and with everything in them. */
class SlackBlocksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode message(Result result) {
        return JSON.readTree(SlackBlocks.of(result));
    }

    private static String shown(JsonNode node) {
        StringBuilder text = new StringBuilder();
        if (node.path("text").isString()) {
            text.append(node.path("text").asString()).append('\n');
        }
        node.forEach(child -> text.append(shown(child)));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void every_case_is_within_the_limits_of_block_kit(String lang) {
        List<Result> results = new ArrayList<>(Knowledge.answers(lang));
        results.add(Bounces.told(Bounces.several(), lang));
        results.add(Bounces.told(Bounces.hostile(), lang));
        results.add(Cards.many(60, lang));
        results.add(Bounces.told("", lang));
        for (Result result : results) {
            assertThat(SlackLimits.complaints(message(result)))
                    .as(SlackBlocks.of(result))
                    .isEmpty();
        }
    }

    @Test
    void the_checker_of_limits_refuses_what_slack_refuses() {
        String block = "{\"text\": \"t\", \"blocks\": [%s]}";
        for (String wrong : List.of(
                "{\"type\": \"header\", \"text\": {\"type\": \"plain_text\", \"text\": \"" + "x".repeat(151) + "\"}}",
                "{\"type\": \"header\", \"text\": {\"type\": \"mrkdwn\", \"text\": \"x\"}}",
                "{\"type\": \"header\", \"text\": {\"type\": \"plain_text\", \"text\": \"\"}}",
                "{\"type\": \"actions\", \"elements\": []}",
                "{\"type\": \"rich_text\", \"elements\": [{\"type\": \"rich_text_section\", \"elements\": []}]}",
                "{\"type\": \"unknown\"}")) {
            assertThat(SlackLimits.complaints(JSON.readTree(block.formatted(wrong))))
                    .as(wrong)
                    .isNotEmpty();
        }
        assertThat(SlackLimits.complaints(JSON.readTree("{\"text\": \"<!here>\", \"blocks\": []}")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void of_every_case_nothing_is_left_out_that_whoever_acts_first_needs(String lang) {
        int shownWhole = 0;
        for (Result result : Knowledge.answers(lang)) {
            if (result.failures().size() != 1 || result.failures().get(0).guidance() == null) {
                continue;
            }
            String shown = shown(message(result));
            Guidance guidance = result.failures().get(0).guidance();
            assertThat(shown).contains(Clean.line(guidance.title()), Clean.line(guidance.cause()));
            guidance.steps().values().iterator().next().forEach(step -> {
                assertThat(shown).contains(Clean.line(step.text()));
                assertThat(shown).contains(step.command() == null ? "" : Clean.line(step.command()));
            });
            shownWhole++;
        }
        assertThat(shownWhole).isGreaterThan(500);
    }

    @Test
    void nothing_of_a_message_is_markup() {
        String hostile = "550 5.1.1 <!channel> <@U123> <http://evil.example|safe> *b* `c` @here " + Bounces.ATTACK;
        for (String text : List.of(hostile, Bounces.hostile())) {
            String message = SlackBlocks.of(Bounces.told(text, "en"));
            assertThat(message).doesNotContain("mrkdwn", "\u202E", "\"url\":\"http://evil");
            assertThat(JSON.readTree(message).findValuesAsString("type")).doesNotContain("mrkdwn", "user", "broadcast");
        }
        assertThat(shown(message(Bounces.told(hostile, "en"))))
                .contains("<!channel> <@U123> <http://evil.example|safe>");
    }

    @Test
    void a_button_carries_its_answer() {
        Result result = Bounces.told("5.7.1", "it");
        JsonNode actions = null;
        for (JsonNode block : message(result).path("blocks")) {
            actions = block.path("type").asString().equals("actions") ? block : actions;
        }
        assertThat(actions).isNotNull();
        Result.Asked asked = result.failures().get(0).questions().get(0);
        assertThat(actions.path("elements").size()).isEqualTo(asked.options().size() + 1);
        assertThat(actions.path("elements").get(asked.options().size()).toString())
                .contains("Non lo so", "\\\"" + asked.id() + "\\\":\\\"unknown\\\"");
        assertThat(JSON.readTree(actions.at("/elements/0/value").asString())
                        .at("/context/" + asked.id())
                        .asString())
                .isEqualTo(asked.options().get(0).value());
        assertThat(actions.at("/elements/0/action_id").asString())
                .isEqualTo("answer-" + asked.id() + "=" + asked.options().get(0).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void every_answer_that_may_be_chosen_fits_on_a_button(String lang) {
        Words words = Knowledge.rimbalzo().spoken(lang);
        for (ContextName name : Knowledge.rimbalzo().rules().contexts().all()) {
            for (String value : name.values()) {
                String label = words.say("context." + name.name() + "." + value);
                assertThat(SlackNodes.within(SlackNodes.LONGEST_BUTTON, label)).isEqualTo(label);
            }
        }
    }

    @Test
    void who_must_act_is_marked_and_steps_are_numbered() {
        JsonNode message = message(Bounces.example("gruppo-riservato.eml", "it"));
        assertThat(message.path("text").asString())
                .isEqualTo("Il mittente non è fra quelli che possono scrivere al gruppo");
        assertThat(shown(message)).contains("● Destinatario: deve intervenire\nvendite@contoso.com");
        assertThat(message.toString()).contains("\"style\":\"ordered\",\"offset\":1");
    }

    @Test
    void what_does_not_fit_is_named() {
        assertThat(SlackBlocks.of(Cards.many(60, "en")))
                .contains("Not everything fits here. Left out: ", "more diagnoses");
        assertThat(SlackBlocks.of(Bounces.told(Bounces.several(), "en"))).doesNotContain("Not everything fits here");
    }
}
