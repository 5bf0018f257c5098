package io.rimbalzo.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.catalogue.Catalogue;
import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.rule.Rules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue in its four forms: complete, safe, and fit for whoever reads it. */
class CatalogueFormsTest {

    private static final Rules RULES = Knowledge.rimbalzo().rules();
    private static final Catalogue ALL = Catalogue.of(RULES);
    private static final int THREE_MEGABYTES = 3 << 20;
    private static final String ATTACK = "<script>alert('1')</script> & \"x\" [y](javascript:z) `code`";

    private static Words words(String language) {
        return Knowledge.rimbalzo().library().words(language);
    }

    private static List<Words> both() {
        return List.of(words("it"), words("en"));
    }

    /** A rule base whose words and phrases try to be markup. */
    private static Catalogue hostile() throws Exception {
        String rules = """
                package rules
                rule "a.b" @source("<img src=x onerror=alert(1)>") @responsible("sender") @category("unknown")
                when $r : Reply( says("<script>alert(1)</script> & \\"x\\"") )
                then conclude.certain("a.b", $r); end
                """;
        return Catalogue.of(Rules.load(Map.of("rules/a.drl", rules)));
    }

    private static Words hostileWords() {
        List<Bundle> bundles = new ArrayList<>();
        words("en").entries().values().forEach(entry -> bundles.add(new Bundle("x", List.of(entry))));
        bundles.add(Bundle.parse(
                "a_en.properties",
                "a.b.title = " + ATTACK.replace("'", "’") + "\na.b.cause = </div></details>" + ATTACK.replace("'", "’")
                        + "\na.b.do.sender.1 = <b>x</b>\na.b.do.sender.1.command = a </code><script>\n"
                        + "a.b.see.1 = x | javascript:alert(1)"));
        return new Words("en", bundles);
    }

    @Test
    void every_diagnosis_and_rule_is_there_once() {
        assertThat(ALL.entries().stream().map(Entry::id))
                .containsExactlyInAnyOrderElementsOf(RULES.about().keySet());
        long rules = ALL.entries().stream().mapToLong(e -> e.rules().size()).sum();
        assertThat(rules + ALL.inferences().size()).isEqualTo(RULES.all().size());
        assertThat(ALL.entries())
                .allSatisfy(e -> assertThat(e.rules().get(0).isBase()).isTrue());
    }

    @Test
    void codes_and_phrases_of_a_diagnosis() {
        Entry group =
                ALL.only(List.of("access.group-sender-not-allowed")).entries().get(0);
        assertThat(group.codes()).contains("5.7.124");
        assertThat(group.phrases()).contains("not authorized to send to the distribution group");
        Entry full = ALL.only(List.of("mailbox.full")).entries().get(0);
        assertThat(full.phrases()).contains("over its quota").doesNotContain("sender is over quota");
    }

    @Test
    void topics_and_categories_have_their_words() {
        for (Words words : both()) {
            TreeSet<String> missing = new TreeSet<>();
            ALL.entries().forEach(entry -> {
                missing.add("rules.topic." + entry.topic());
                missing.add("rules.category." + entry.about().category());
                missing.add("who." + entry.about().responsible());
            });
            missing.removeIf(words::has);
            assertThat(missing).as(words.language()).isEmpty();
        }
    }

    @Test
    void the_page_is_one_small_file_without_network() throws Exception {
        String page = CataloguePage.of(ALL, both());
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(THREE_MEGABYTES);
        assertThat(page)
                .doesNotContain(" src=")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("url(");
        assertThat(page).doesNotContain("eval(").doesNotContain("innerHTML").doesNotContain(" onclick");
        int start = page.indexOf("<script>") + "<script>".length();
        assertThat(page.indexOf("<script", start)).isNegative();
        String script = page.substring(start, page.indexOf("</script>", start));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        assertThat(page).contains("script-src &#39;sha256-" + hash + "&#39;");
    }

    @Test
    void every_entry_of_the_page_can_be_linked_and_read_in_both_languages() {
        String page = CataloguePage.of(ALL, both());
        EntryWords italian = new EntryWords(words("it"));
        EntryWords english = new EntryWords(words("en"));
        for (Entry entry : ALL.entries()) {
            assertThat(page).containsOnlyOnce("id=\"" + entry.id() + "\"");
            assertThat(page)
                    .contains(
                            escaped(italian.guidance(entry).title()),
                            escaped(english.guidance(entry).title()));
            entry.rules()
                    .forEach(rule -> assertThat(page)
                            .contains(escaped(italian.sentence(rule)), escaped(english.sentence(rule)))
                            .contains(rule.place().file() + ":" + rule.place().line()));
        }
        ids(page).forEach(id -> assertThat(page).containsOnlyOnce(" id=\"" + id + "\""));
        Matcher targets = Pattern.compile("(?:href=\"#| for=\")([^\"]+)\"").matcher(page);
        while (targets.find()) {
            assertThat(ids(page)).contains(targets.group(1));
        }
    }

    private static Set<String> ids(String page) {
        TreeSet<String> ids = new TreeSet<>();
        Matcher matcher = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Test
    void the_tags_of_the_page_are_balanced() {
        String page = CataloguePage.of(ALL, both());
        for (String tag :
                List.of("details", "summary", "section", "div", "span", "ol", "ul", "li", "dl", "form", "p")) {
            assertThat(Pattern.compile("<" + tag + "[ >]")
                            .matcher(page)
                            .results()
                            .count())
                    .as(tag)
                    .isEqualTo(Pattern.compile("</" + tag + ">")
                            .matcher(page)
                            .results()
                            .count());
        }
    }

    @Test
    void what_tries_to_be_markup_stays_text() throws Exception {
        String page = CataloguePage.of(hostile(), List.of(hostileWords()));
        assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(1);
        assertThat(page).doesNotContain("<img").doesNotContain("<b>").doesNotContain("href=\"javascript");
        assertThat(Pattern.compile("</details>").matcher(page).results().count())
                .isEqualTo(1);
        String markdown = CatalogueMarkdown.of(hostile(), hostileWords());
        assertThat(markdown.replaceAll("(?m)^ {7}.*$|(?<!\\\\)`[^`\n]*`|<a id=\"[a-z.]+\"></a>", ""))
                .doesNotContainPattern("(?<!\\\\)<(script|img|b>|/)")
                .doesNotContainPattern("(?<!\\\\)\\]\\(<?javascript");
    }

    @Test
    void the_contents_of_the_document_lead_to_its_diagnoses() {
        String markdown = CatalogueMarkdown.of(ALL, words("it"));
        for (Entry entry : ALL.entries()) {
            assertThat(markdown)
                    .contains("](#" + entry.id() + ")")
                    .containsOnlyOnce("<a id=\"" + entry.id() + "\"></a>");
        }
        assertThat(markdown).contains("5\\.7\\.124".replace("\\.", "."), "## Permessi di scrittura");
    }

    @Test
    void programs_find_every_name_where_it_is_documented() {
        JsonNode tree = JsonMapper.builder().build().readTree(CatalogueJson.of(ALL, words("en")));
        assertThat(tree.path("lang").asString()).isEqualTo("en");
        assertThat(tree.path("diagnoses").size()).isEqualTo(ALL.entries().size());
        assertThat(tree.path("inferences").size()).isEqualTo(ALL.inferences().size());
        for (JsonNode one : tree.path("diagnoses")) {
            assertThat(one.propertyNames())
                    .containsExactly(
                            "id",
                            "topic",
                            "category",
                            "responsible",
                            "then",
                            "permanence",
                            "retry",
                            "codes",
                            "phrases",
                            "title",
                            "cause",
                            "do",
                            "admin",
                            "links",
                            "sources",
                            "rules");
            assertThat(one.path("rules").get(0).propertyNames())
                    .containsExactly("name", "file", "line", "certainty", "source", "sentence");
        }
        assertThat(tree.path("inferences").get(0).propertyNames())
                .containsExactly("name", "file", "line", "infers", "source", "sentence");
    }

    @Test
    void the_terminal_has_eighty_columns() {
        for (Words words : both()) {
            String text = CatalogueText.list(ALL, words, false) + CatalogueText.whole(ALL, words, false);
            TreeSet<String> commands = new TreeSet<>();
            words.entries().forEach((key, entry) -> {
                if (key.endsWith(".command") || key.contains(".see.")) {
                    commands.add(key);
                }
            });
            assertThat(commands).isNotEmpty();
            // commands and addresses are to be copied and stay on one line; so do names longer than a line
            assertThat(text.lines().filter(line -> line.length() > TextPage.WIDTH))
                    .allSatisfy(line -> assertThat(line.startsWith("         ")
                                    || line.contains("://")
                                    || !line.strip().contains(" "))
                            .as(line)
                            .isTrue());
        }
    }
}
