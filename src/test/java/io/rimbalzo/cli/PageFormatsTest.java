package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** {@code --format html} and {@code --format markdown}: one document, whatever was given. */
class PageFormatsTest {

    private int status;

    private String out(String in, String... arguments) {
        Trial.Run run = Trial.reading(in).run(arguments);
        status = run.status();
        return run.out();
    }

    @Test
    void several_files_are_one_page() {
        Document page = Jsoup.parse(out(
                "nothing",
                "diagnose",
                "--format=html",
                "--lang=en",
                "examples/gruppo-riservato.eml",
                "-",
                "examples/no-such-file.eml",
                "examples/classic-report.txt"));
        assertThat(status).isEqualTo(Main.NOT_ALL_ANSWERED);
        assertThat(page.select("html")).hasSize(1);
        assertThat(page.select("article")).hasSize(3);
        assertThat(page.select("h1 bdi").eachText())
                .containsExactly("examples/gruppo-riservato.eml", "-", "examples/classic-report.txt");
        assertThat(page.selectXpath("//article[2]//p").text()).startsWith("There is neither an error code");
    }

    @Test
    void one_file_is_a_page_without_its_name() {
        Document page = Jsoup.parse(out("", "diagnose", "--format=html", "--lang=it", "examples/gruppo-riservato.eml"));
        assertThat(status).isEqualTo(Main.ANSWERED);
        assertThat(page.title()).isEqualTo("Il mittente non è fra quelli che possono scrivere al gruppo");
        assertThat(page.text()).doesNotContain("gruppo-riservato.eml");
    }

    @Test
    void lines_become_articles_named_by_their_ids() {
        String lines = "{\"id\": \"a\", \"message\": \"550 5.1.1 user unknown\"}\n{\"id\": \"b\", \"message\": \"\"}\n";
        Document page = Jsoup.parse(out(lines, "diagnose", "--format=html", "--input=ndjson", "--lang=en"));
        assertThat(page.select("h1 bdi").eachText()).containsExactly("a", "b");
    }

    @Test
    void tickets_stand_one_after_another() {
        String both = out(
                "",
                "diagnose",
                "--format=markdown",
                "--lang=en",
                "examples/gruppo-riservato.eml",
                "examples/classic-report.txt");
        assertThat(both)
                .contains("`examples/gruppo-riservato.eml` · ", "\n---\n\n# ", "`examples/classic-report.txt` · ");
        assertThat(both.lines().filter(line -> line.startsWith("# "))).hasSize(2);
        assertThat(out("", "diagnose", "--format=markdown", "--lang=en", "examples/gruppo-riservato.eml"))
                .startsWith("# The sender")
                .doesNotContain("gruppo-riservato.eml");
    }
}
