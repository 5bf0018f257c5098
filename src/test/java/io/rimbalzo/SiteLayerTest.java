package io.rimbalzo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rimbalzo.SiteLayer.Leftover;
import io.rimbalzo.check.Check;
import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.read.Limits;
import io.rimbalzo.rule.Refused;
import io.rimbalzo.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organization's own rules and words over the shipped ones. */
class SiteLayerTest {

    @TempDir
    private Path folder;

    private Trial trial;

    @BeforeEach
    void shipped() {
        trial = new Trial(folder);
    }

    private Rimbalzo open() throws IOException, Refused {
        return Rimbalzo.open(trial.folders());
    }

    private Guidance guidance(String lang) throws IOException, Refused {
        return Trial.told(open(), "550 5.4.14 Hop count exceeded", lang).guidance();
    }

    private List<String> leftovers() throws IOException, Refused {
        return SiteLayer.leftovers(trial.folders(), Rules.load(trial.folders().ruleFiles())).stream()
                .map(Leftover::toString)
                .toList();
    }

    @Test
    void a_site_that_is_not_there_changes_nothing() throws Exception {
        assertThat(guidance("en").title()).isEqualTo("g0");
        assertThat(leftovers()).isEmpty();
        assertThat(SiteLayer.leftovers(Folders.in(folder), open().rules())).isEmpty();
    }

    @Test
    void a_text_is_replaced_key_by_key_in_its_language_only() throws Exception {
        trial.save("site/i18n/contoso_en.properties", "post.lost.title = Call 1234\n");
        assertThat(guidance("en").title()).isEqualTo("Call 1234");
        assertThat(guidance("en").cause()).isEqualTo("It went round in circles.");
        assertThat(guidance("it").title()).isEqualTo("Messaggio perso");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void the_first_step_begins_a_list_of_the_sites_own() throws Exception {
        trial.save(
                "site/i18n/contoso_en.properties",
                "post.lost.do.sender.1 = Call 1234.\npost.lost.see.1 = Ours | https://contoso.com\n");
        assertThat(guidance("en").steps().get("sender")).containsExactly(new Guidance.Step("Call 1234.", null));
        assertThat(guidance("en").links()).containsExactly(new Guidance.Link("Ours", "https://contoso.com"));
        assertThat(guidance("it").steps().get("sender")).hasSize(3);
    }

    @Test
    void a_later_step_replaces_one_or_goes_on() throws Exception {
        trial.save(
                "site/i18n/contoso_en.properties",
                "post.lost.do.sender.2 = Call 1234.\npost.lost.do.sender.4 = Wait again.\n"
                        + "post.lost.do.sender.1.command = wait --longer\n");
        assertThat(guidance("en").steps().get("sender"))
                .containsExactly(
                        new Guidance.Step("Wait.", "wait --longer"),
                        new Guidance.Step("Call 1234.", null),
                        new Guidance.Step("Write.", null),
                        new Guidance.Step("Wait again.", null));
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void a_step_that_is_replaced_takes_its_command_with_it() throws Exception {
        trial.save("i18n/post_en.properties", Trial.words("g0") + "post.lost.do.sender.3.command = write\n");
        trial.save("site/i18n/contoso_en.properties", "post.lost.do.sender.3 = Call 1234.\n");
        assertThat(guidance("en").steps().get("sender").get(2)).isEqualTo(new Guidance.Step("Call 1234.", null));
    }

    @Test
    void a_key_that_stands_twice_in_the_site_is_refused() {
        trial.save("site/i18n/a_en.properties", "post.lost.title = One\n");
        trial.save("site/i18n/b_en.properties", "post.lost.title = Two\n");
        assertThatThrownBy(() -> guidance("en"))
                .isInstanceOf(BrokenWords.class)
                .hasMessage(
                        "site/i18n/b_en.properties:1: post.lost.title stands here and at site/i18n/a_en.properties:1");
    }

    @Test
    void a_dialect_stands_on_the_shipped_base() throws Exception {
        trial.save("site/rules/post.drl", "package rules\n\n" + Trial.rule("post.lost (Contoso)", "us", "5.7.901"));
        Diagnosis diagnosis = Trial.told(open(), "550 5.7.901 Lost at Contoso", "en")
                .judgement()
                .diagnosis();
        assertThat(diagnosis.id()).isEqualTo("post.lost");
        assertThat(diagnosis.best().rule().place()).hasToString("site/rules/post.drl:3");
        assertThat(diagnosis.about().baseRule().place()).hasToString("rules/post.drl:4");
    }

    @Test
    void a_shipped_name_is_refused_with_both_places() {
        trial.save("site/rules/post.drl", Trial.rule("ours"));
        assertThatThrownBy(this::open)
                .isInstanceOf(Refused.class)
                .hasMessageContaining("site/rules/post.drl:4")
                .hasMessageContaining("another rule has this name: rules/post.drl:4")
                .hasMessageContaining("a site adds to the shipped rules and replaces none");
    }

    @Test
    void a_rule_that_contradicts_is_told_beside_the_shipped_one() throws Exception {
        trial.save("site/rules/ours.drl", Trial.rule("x").replace("post.lost", "ours.closed"));
        trial.save("site/i18n/ours_en.properties", "ours.closed.title = Our gate is closed\n");
        Told told = Trial.told(open(), "550 5.4.14 Hop count exceeded", "en");
        assertThat(told.judgement().diagnosis().id()).isEqualTo("ours.closed");
        assertThat(told.judgement().alternatives()).extracting(Diagnosis::id).containsExactly("post.lost");
        // no magic: with a code and words of the answer the shipped one rests on more
        trial.save(
                "rules/post.drl",
                Trial.rule("g0").replace("then", "    $r : Reply( says(\"hop count exceeded\") )\nthen"));
        assertThat(Trial.told(open(), "550 5.4.14 Hop count exceeded", "en")
                        .judgement()
                        .diagnosis()
                        .id())
                .isEqualTo("post.lost");
    }

    @Test
    void a_site_adds_context_and_its_values() throws Exception {
        trial.save("site/rules/context.tsv", "recipient-kind\tkiosk\nbadge\tred\tgreen\n");
        trial.save(
                "site/rules/post-kiosk.drl",
                "package rules\n\n"
                        + Trial.rule("post.lost (kiosk)", "us", "5.7.902")
                                .replace(
                                        "then",
                                        "    $c : Context( name == \"recipient-kind\", value == \"kiosk\" )\nthen"));
        Rimbalzo rimbalzo = open();
        assertThat(rimbalzo.rules().contexts().get("recipient-kind").values())
                .containsExactly("mailbox", "group", "kiosk");
        assertThat(rimbalzo.rules().contexts().get("badge").values()).containsExactly("red", "green");
        trial.save("site/rules/context.tsv", "group-members\tfew\n");
        assertThatThrownBy(this::open)
                .hasMessageStartingWith("site/rules/context.tsv:1: group-members is shipped as a number\n");
    }

    @Test
    void domains_and_words_to_read_by_are_added() throws Exception {
        trial.save("rules/well-known-domains.txt", "gmail.com\n");
        trial.save("site/rules/well-known-domains.txt", "# ours\ncontoso.com\n");
        assertThat(trial.folders().wellKnownDomains()).containsExactly("gmail.com", "contoso.com");
        int shipped = Folders.in(folder)
                .library()
                .bundles("anchors")
                .get("en")
                .entries()
                .size();
        trial.save("site/i18n/anchors_en.properties", "anchor.generating.901 = Our gate:\n");
        assertThat(trial.folders().library().bundles("anchors").get("en").entries())
                .hasSize(shipped + 1);
    }

    @Test
    void the_cache_keeps_the_sites_rules_too() throws Exception {
        trial.save("site/rules/post.drl", "package rules\n\n" + Trial.rule("post.lost (Contoso)", "us", "5.7.901"));
        for (String code : List.of("5.7.901", "5.7.901", "5.7.902")) {
            trial.save("site/rules/post.drl", "package rules\n\n" + Trial.rule("post.lost (Contoso)", "us", code));
            Rimbalzo rimbalzo = Rimbalzo.open(trial.folders(), Limits.DEFAULT, folder.resolve("cache"));
            assertThat(Trial.told(rimbalzo, "550 " + code + " Lost", "en")
                            .judgement()
                            .diagnosis()
                            .best()
                            .rule()
                            .place())
                    .hasToString("site/rules/post.drl:3");
        }
    }

    @Test
    void the_shipped_knowledge_takes_codes_of_ones_own() throws Exception {
        trial.save(
                "site/rules/policy-contoso.drl",
                "package rules\n\n// 550 5.7.950 Contoso: closed\n"
                        + Trial.rule(
                                "policy.contoso-closed",
                                "us\") @responsible(\"recipient-admin\") @category(\"policy",
                                "5.7.950"));
        trial.save("site/i18n/policy_it.properties", "policy.contoso-closed.title = Il varco è chiuso\n");
        Rimbalzo rimbalzo = Rimbalzo.open(Folders.in(Knowledge.PROJECT).withSite(folder.resolve("site")));
        Told told = Trial.told(rimbalzo, "550 5.7.950 Contoso: closed", "it");
        assertThat(told.judgement().diagnosis().id()).isEqualTo("policy.contoso-closed");
        assertThat(told.guidance().title()).isEqualTo("Il varco è chiuso");
        assertThat(SiteLayer.leftovers(
                        Folders.in(Knowledge.PROJECT).withSite(folder.resolve("site")), rimbalzo.rules()))
                .isEmpty();
    }

    @Test
    void what_no_longer_fits_is_listed_with_its_place() throws Exception {
        trial.save("site/rules/ours.drl", Trial.rule("x").replace("post.lost", "ours.closed"));
        trial.save(
                "site/i18n/ours_en.properties",
                String.join(
                        "\n",
                        "post.lost.title = fits",
                        "post.lots.title = a slip",
                        "ours.gone.cause = gone",
                        "post.lost.do.sender.5 = not told",
                        "post.lost.do.boss.1 = nobody",
                        "post.lost.do.group-owner.1.command = alone",
                        "post.lost.see.3 = fits | https://example.org",
                        "heading.whom = no such heading",
                        "heading.who = fits",
                        "context.recipient-kind.group = fits",
                        "context.recipient-knd.group = a slip",
                        "anchor.generating.901 = fits:",
                        "ours.closed.admin = fits",
                        ""));
        String file = "site/i18n/ours_en.properties:";
        assertThat(leftovers())
                .containsExactly(
                        "site/rules/ours.drl:4: ours.closed has no words in any language: write ours.closed.title",
                        file
                                + "2: post.lots.title: no rule concludes post.lots: an upgrade may have taken it away. Did you mean"
                                + " post.lost?",
                        file + "3: ours.gone.cause: no rule concludes ours.gone: an upgrade may have taken it away.",
                        file + "4: post.lost.do.sender.5: it is never told, since there is no post.lost.do.sender.4",
                        file
                                + "5: post.lost.do.boss.1: nobody is called “boss”. Known: sender, sender-admin, group-owner,"
                                + " recipient, recipient-admin, service.",
                        file + "6: post.lost.do.group-owner.1.command: a command without its step",
                        file
                                + "8: heading.whom: no shipped text has this key: an upgrade may have taken it away. Did you mean"
                                + " heading.who?",
                        file + "11: context.recipient-knd.group: no shipped text has this key: an upgrade may have"
                                + " taken it away.");
    }

    @Test
    void a_dialect_whose_base_is_gone_is_told_by_the_check_and_the_sites_own_ids_keep_their_words() throws Exception {
        trial.save("site/rules/post.drl", "package rules\n\n" + Trial.rule("post.stuck (Contoso)", "us", "5.7.901"));
        trial.save("site/rules/ours.drl", Trial.rule("x").replace("post.lost", "ours.closed"));
        trial.save("site/i18n/ours_en.properties", "ours.closed.title = fits\n");
        assertThat(Check.of(trial.folders(), Optional.empty()).faults().stream()
                        .filter(fault -> fault.file().startsWith("site/"))
                        .map(fault -> fault.file() + ":" + fault.line() + " " + fault.kind()))
                .contains("site/rules/post.drl:3 rule.no-base")
                .noneMatch(fault -> fault.contains("words.missing") || fault.contains("site.no-words"));
    }

    @Test
    void hidden_folders_and_links_are_as_containers_mount_them() throws Exception {
        Path data = Files.createDirectories(folder.resolve("site/rules/..2026_11"));
        Files.writeString(
                data.resolve("post.drl"), "package rules\n\n" + Trial.rule("post.lost (Contoso)", "us", "5.7.901"));
        Files.createSymbolicLink(folder.resolve("site/rules/post.drl"), Path.of("..2026_11/post.drl"));
        Files.createSymbolicLink(folder.resolve("ours"), Path.of("site"));
        assertThat(Folders.in(folder)
                        .withSite(folder.resolve("ours"))
                        .ruleFiles()
                        .keySet())
                .containsExactlyElementsOf(Map.of(
                                "rules/context.tsv",
                                1,
                                "rules/post.drl",
                                1,
                                "rules/vocabulary.drl",
                                1,
                                "site/rules/post.drl",
                                1)
                        .keySet()
                        .stream()
                        .sorted()
                        .toList());
    }
}
