package io.rimbalzo.render;

import static io.rimbalzo.render.Cards.all;
import static io.rimbalzo.render.Cards.assertInert;
import static io.rimbalzo.render.Cards.card;
import static io.rimbalzo.render.Cards.many;
import static io.rimbalzo.render.Cards.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.knowledge.Knowledge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cards for Teams: valid, within their size, harmless, and with everything in them. */
class AdaptiveCardTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SCHEMA = Knowledge.PROJECT.resolve("../shared/schemas/adaptive-card-1.5.json");

    private static List<Result> samples(String lang) {
        List<Result> samples = new ArrayList<>(Knowledge.answers(lang));
        samples.add(Bounces.told(Bounces.several(), lang));
        samples.add(Bounces.told(Bounces.hostile(), lang));
        samples.add(many(60, lang));
        samples.add(Bounces.told("", lang));
        samples.add(Bounces.told("hello", lang));
        return samples;
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void every_case_is_a_card_of_the_official_schema(String lang) throws IOException {
        assumeTrue(Files.exists(SCHEMA), "the schema of Adaptive Cards is not at hand");
        ObjectNode official = (ObjectNode) JSON.readTree(Files.readString(SCHEMA));
        // an id of draft 4, which draft 6 writes as $id
        official.remove("id");
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6).getSchema(official);
        for (Result result : samples(lang)) {
            assertThat(schema.validate(card(result)))
                    .as(AdaptiveCard.of(result))
                    .isEmpty();
        }
        assertThat(schema.validate(JSON.readTree("{\"type\": \"AdaptiveCard\", \"version\": 1, \"body\": [{}]}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void every_case_is_a_card_that_clients_show(String lang) {
        for (Result result : samples(lang)) {
            String text = AdaptiveCard.of(result);
            JsonNode card = JSON.readTree(text);
            assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(AdaptiveCard.LARGEST);
            assertThat(card.path("lang").asString()).isEqualTo(lang);
            assertThat(card.path("version").asString()).isEqualTo("1.5");
            assertThat(card.path("fallbackText").asString()).isNotBlank();
            assertThat(card.path("body")).isNotEmpty();
            structure(card);
        }
    }

    private static void structure(JsonNode card) {
        Set<String> ids = new HashSet<>();
        for (JsonNode node : all(card)) {
            switch (node.path("type").asString()) {
                case "TextBlock" -> {
                    assertThat(node.path("text").asString()).isNotBlank();
                    assertThat(node.path("wrap").asBoolean()).isTrue();
                }
                case "TextRun" -> assertThat(node.path("text").asString()).isNotBlank();
                case "FactSet" -> assertThat(node.path("facts")).isNotEmpty();
                case "ActionSet" -> assertThat(node.path("actions").size()).isBetween(1, 6);
                case "Container", "Column" -> assertThat(node.path("items")).isNotEmpty();
                case "RichTextBlock" -> assertThat(node.path("inlines")).isNotEmpty();
                case "ColumnSet" -> assertThat(node.path("columns")).hasSize(3);
                case "Action.Submit" ->
                    assertThat(node.at("/data/context").isObject()).isTrue();
                case "Action.OpenUrl" -> assertThat(node.path("url").asString()).startsWith("https://");
                case "AdaptiveCard" -> {}
                default -> assertThat(node.path("type").asString()).isEqualTo("Action.ToggleVisibility");
            }
            if (node.has("id")) {
                assertThat(ids.add(node.path("id").asString()))
                        .as(node.toString())
                        .isTrue();
            }
            if (node.path("type").asString().startsWith("Action.")) {
                assertThat(node.path("title").asString()).isNotBlank();
            }
        }
        for (JsonNode toggle : all(card, "Action.ToggleVisibility")) {
            toggle.path("targetElements").forEach(target -> assertThat(ids).contains(target.asString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void of_every_case_nothing_is_left_out_that_whoever_acts_first_needs(String lang) {
        for (Result result : Knowledge.answers(lang)) {
            if (result.failures().size() != 1 || result.failures().get(0).guidance() == null) {
                continue;
            }
            String shown = shown(card(result));
            Guidance guidance = result.failures().get(0).guidance();
            assertThat(shown).contains(Clean.line(guidance.title()), Clean.line(guidance.cause()));
            guidance.steps().values().iterator().next().forEach(step -> {
                assertThat(shown).contains(Clean.line(step.text()));
                assertThat(shown).contains(step.command() == null ? "" : Clean.line(step.command()));
            });
            result.failures()
                    .get(0)
                    .judgement()
                    .diagnosis()
                    .evidence()
                    .forEach(fact -> assertThat(shown).contains(Clean.quote(fact.quote())));
            assertThat(shown).doesNotContain(result.words().say("cards.part.proof"));
        }
    }

    @Test
    void who_acts_first_is_open_and_marked_and_others_are_a_button_away() {
        JsonNode card = card(Bounces.example("gruppo-riservato.eml", "it"));
        assertThat(card.path("body").get(0).path("text").asString())
                .isEqualTo("Il mittente non è fra quelli che possono scrivere al gruppo");
        JsonNode columns = all(card, "ColumnSet").get(0).path("columns");
        assertThat(columns.get(2).path("style").asString()).isEqualTo("attention");
        assertThat(columns.get(2).toString()).contains("Destinatario", "● deve intervenire", "vendite@contoso.com");
        assertThat(columns.get(0).path("style").asString()).isEqualTo("emphasis");
        List<JsonNode> hidden = all(card, "Container").stream()
                .filter(container -> container.has("isVisible"))
                .toList();
        assertThat(hidden).extracting(node -> node.path("id").asString()).contains("steps-0-sender");
        assertThat(hidden.toString()).doesNotContain("Decidere se il mittente deve poter scrivere al gruppo");
        assertThat(card.path("body").toString())
                .contains("1\\\\. Decidere se il mittente deve poter scrivere al gruppo");
        assertThat(all(card, "TextRun"))
                .allMatch(run -> run.path("fontType").asString().equals("Monospace"))
                .anyMatch(run -> run.path("text").asString().startsWith("Set-DistributionGroup -Identity"))
                .anyMatch(run -> run.path("text").asString().startsWith("550 5.7.124 RESOLVER.RST"));
    }

    @Test
    void a_button_submits_its_answer_with_all_that_was_told_before() {
        Result first = Bounces.told("5.7.1", "en");
        String asked = first.failures().get(0).questions().get(0).id();
        List<JsonNode> buttons = all(card(first), "Action.Submit");
        assertThat(buttons)
                .hasSize(first.failures().get(0).questions().get(0).options().size() + 1);
        assertThat(buttons.get(buttons.size() - 1).path("title").asString()).isEqualTo("I don’t know");
        assertThat(buttons.get(buttons.size() - 1).at("/data/context/" + asked).asString())
                .isEqualTo("unknown");
        assertThat(buttons.get(1).path("data").toString())
                .isEqualTo("{\"verb\":\"answer\",\"lang\":\"en\",\"context\":{\"" + asked + "\":\""
                        + first.failures()
                                .get(0)
                                .questions()
                                .get(0)
                                .options()
                                .get(1)
                                .value() + "\"}}");
        Result second = Knowledge.rimbalzo()
                .diagnose(new Submission(
                        null, "5.7.1".getBytes(StandardCharsets.UTF_8), Map.of("recipient-kind", "group"), "en"));
        assertThat(all(card(second), "Action.Submit"))
                .isNotEmpty()
                .allMatch(button ->
                        button.at("/data/context/recipient-kind").asString().equals("group")
                                && button.at("/data/context").size() == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void nothing_of_a_message_formats_links_or_becomes_a_date(String lang) {
        for (Result result : List.of(
                Bounces.told(Bounces.hostile(), lang),
                Bounces.told("550 5.1.1 <" + Bounces.ATTACK + "{{DATE(2026-01-01T00:00:00Z)}}> user unknown", lang))) {
            JsonNode card = card(result);
            String shown = shown(card);
            assertThat(shown).contains("onerror=alert(2)", "[c](javascript:alert(3))", "*f* _g_ &lt;");
            assertThat(AdaptiveCard.of(result)).doesNotContain("\u202E", "\u2066", "{{", "http://evil.example\"");
            for (JsonNode block : all(card, "TextBlock")) {
                assertInert(block.path("text").asString());
            }
            for (JsonNode set : all(card, "FactSet")) {
                set.path("facts").forEach(fact -> assertInert(fact.path("value").asString()));
            }
            assertThat(all(card, "Action.OpenUrl"))
                    .noneMatch(action -> action.toString().contains("evil"));
        }
    }

    @Test
    void an_organizations_own_text_keeps_its_formatting_and_only_that() {
        assertThat(CardText.formatted(
                        FormattedText.of(io.rimbalzo.message.RichText.of(
                                "Chiamare il <B>4500 </B>o <EM>scrivere</EM> a *noi*<BR><A HREF=\"https://contoso.com/a(b)\">"
                                        + "la guida</A> <SCRIPT>x</SCRIPT>")),
                        1_000))
                .isEqualTo("Chiamare il **4500** o _scrivere_ a \\*noi\\*\n\n"
                        + "[la guida](https://contoso.com/a%28b%29) \\<SCRIPT\\>x\\</SCRIPT\\>");
        assertThat(CardText.formatted(FormattedText.plain("a".repeat(3_000)), 1_500))
                .hasSize(1_502)
                .endsWith(" …");
    }

    @Test
    void what_does_not_fit_is_named() {
        Result result = many(60, "en");
        String card = AdaptiveCard.of(result);
        assertThat(Pages.of(result, null).sections().size()).isGreaterThan(12);
        assertThat(card).contains("Not everything fits here. Left out: ", "more diagnoses");
        assertThat(AdaptiveCard.of(Bounces.told(Bounces.several(), "en"))).doesNotContain("Not everything fits here");
    }

    @Test
    void recipients_with_different_reasons_have_a_part_each() {
        String text = shown(card(Bounces.told(Bounces.several(), "it")));
        assertThat(text).contains("marta@fabrikam.com", "luigi@fabrikam.com", "paolo@adatum.com");
        assertThat(text.indexOf("552 5.2.2 mailbox full"))
                .isPositive()
                .isLessThan(text.indexOf("550 5.1.1 user unknown"));
    }

    @Test
    void an_error_is_told() {
        Result result = Bounces.told("", "it");
        assertThat(shown(card(result))).contains(result.error().message());
    }
}
