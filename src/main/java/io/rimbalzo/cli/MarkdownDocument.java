package io.rimbalzo.cli;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.render.MarkdownPage;
import org.jspecify.annotations.Nullable;

/** Answers as CommonMark, one after another. */
final class MarkdownDocument implements Output {

    private final Terminal terminal;
    private final boolean several;
    private boolean first = true;

    /** @param several whether more than one file was given */
    MarkdownDocument(Terminal terminal, boolean several) {
        this.terminal = terminal;
        this.several = several;
    }

    @Override
    public void write(Result result, @Nullable String name) {
        terminal.out().print(first ? "" : "\n---\n\n");
        terminal.out().print(MarkdownPage.of(result, several ? name : name == null ? result.id() : null));
        first = false;
    }

    @Override
    public void close() {
        terminal.out().flush();
    }
}
