package io.rimbalzo.cli;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.HtmlPage;
import org.jspecify.annotations.Nullable;

/** One web page, whether it holds one answer or many; each is written as soon as it is there. */
final class HtmlDocument implements Output {

    private final Terminal terminal;
    private final boolean several;
    private @Nullable Words words;

    /** @param several whether more than one file was given */
    HtmlDocument(Terminal terminal, boolean several) {
        this.terminal = terminal;
        this.several = several;
    }

    @Override
    public void write(Result result, @Nullable String name) {
        if (!several && name != null) {
            terminal.out().print(HtmlPage.of(result));
            return;
        }
        if (words == null) {
            words = result.words();
            terminal.out().print(HtmlPage.begin(words, words.say("page.several")));
        }
        terminal.out().print(HtmlPage.answer(result, name != null ? name : result.id()));
    }

    @Override
    public void close() {
        if (words != null) {
            terminal.out().print(HtmlPage.end(words));
        }
        terminal.out().flush();
    }
}
