package io.rimbalzo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The second view: {@code #/knowledge}. */
class KnowledgeViewTest extends PageTest {

    @Test
    void a_search_by_code_or_words_finds_a_diagnosis_and_opens_it() {
        Page page = open("it", "#/knowledge");
        int all = page.locator(".entries li").count();
        page.getByLabel("Cerca").fill("5.7.124");
        assertThat(page.locator(".entries li").first()).containsText("access.group-sender-not-allowed");
        assertThat(page.locator(".entries li").count()).isLessThan(all);
        page.locator(".entries a").first().click();

        assertThat(page.locator("h1")).hasText("Il mittente non è fra quelli che possono scrivere al gruppo");
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("article")).containsText("rules/access-group.drl");
        assertThat(page.locator("article")).containsText("allora è certo");
        page.goBack();
        assertThat(page.getByLabel("Cerca")).hasValue("5.7.124");
    }

    @Test
    void topic_and_person_narrow_the_list() {
        Page page = open("en", "#/knowledge");
        page.getByLabel("Topic").selectOption("access");
        page.getByLabel("Who acts first").selectOption("group-owner");

        assertThat(page.locator("h2")).hasCount(1);
        assertThat(page.locator(".entries li").first()).containsText("The group’s owner");
        assertThat(page.locator(".entries li").allTextContents())
                .allSatisfy(text -> assertThat(text).contains("access.").contains("The group’s owner"));
        page.getByLabel("Search").fill("zzzz qqqq");
        assertThat(page.locator("#found")).containsText("No diagnosis matches.");
        assertThat(page.locator("#status")).containsText("No diagnosis matches.");
    }

    @Test
    void an_address_opens_a_diagnosis_and_an_unknown_one_says_so() {
        Page page = open("en", "#/knowledge/access.group-large");
        assertThat(page.locator("h1")).hasText("The group is very large and has automatic restrictions");
        button(page, "Italiano").click();
        assertThat(page.locator("h1")).containsText("gruppo");

        page = open("en", "#/knowledge/access.nothing");
        assertThat(page.locator("h1")).hasText("No diagnosis is called access.nothing");
    }

    @Test
    void an_alternative_in_an_answer_leads_here_and_back_to_the_answer() {
        Page page = open("en", "");
        paste(page, RESTRICTED);
        String title = heading(page).textContent();
        page.locator(".rule a").click();
        assertThat(page.locator("h1")).hasText(title);
        page.goBack();

        assertThat(heading(page)).hasText(title);
        assertThat(page.locator("#bounce")).hasValue(RESTRICTED);
    }
}
