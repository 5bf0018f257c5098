package io.rimbalzo.cli;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.render.Clean;
import io.rimbalzo.render.Json;
import io.rimbalzo.render.TextPage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes results in one format, each as soon as it is there. */
interface Output extends AutoCloseable {

    /**
     * Writes one result.
     *
     * @param name the file the result is for, or null where there is only one
     */
    void write(Result result, @Nullable String name);

    @Override
    void close();

    static Output of(String format, boolean several, Terminal terminal) {
        return switch (format) {
            case "json" -> new JsonDocument(terminal, several);
            case "ndjson" -> new JsonLines(terminal);
            case "html" -> new HtmlDocument(terminal, several);
            case "markdown" -> new MarkdownDocument(terminal, several);
            default -> new Pages(terminal, several);
        };
    }

    /** One object, or an array of them where several files were given. */
    final class JsonDocument implements Output {

        private final Terminal terminal;
        private final boolean several;
        private boolean first = true;

        JsonDocument(Terminal terminal, boolean several) {
            this.terminal = terminal;
            this.several = several;
        }

        @Override
        public void write(Result result, @Nullable String name) {
            terminal.out().print(several ? first ? "[\n" : ",\n" : "");
            terminal.out().print(several ? Json.indented(result).stripTrailing() : Json.indented(result));
            first = false;
        }

        @Override
        public void close() {
            terminal.out().print(!several ? "" : first ? "[]\n" : "\n]\n");
            terminal.out().flush();
        }
    }

    /** One object a line, flushed line by line: who feeds lines waits for lines. */
    record JsonLines(Terminal terminal) implements Output {

        @Override
        public void write(Result result, @Nullable String name) {
            byte[] line = (Json.line(result) + "\n").getBytes(StandardCharsets.UTF_8);
            terminal.out().write(line, 0, line.length);
            terminal.out().flush();
        }

        @Override
        public void close() {
            terminal.out().flush();
        }
    }

    /** Pages for a person; complaints go where complaints go. */
    record Pages(Terminal terminal, boolean several) implements Output {

        @Override
        public void write(Result result, @Nullable String name) {
            if (result.error() != null) {
                String sentence = several && name != null
                        ? name + ": " + result.error().message()
                        : result.error().message();
                terminal.out().flush();
                terminal.err().println(result.words().say("error.prefix", Map.of("message", Clean.text(sentence))));
                return;
            }
            if (several && name != null) {
                terminal.out().print("== " + Clean.text(name) + "\n\n");
            }
            terminal.out().print(TextPage.of(result, terminal.colour()));
            terminal.out().print(several ? "\n" : "");
        }

        @Override
        public void close() {
            terminal.out().flush();
        }
    }
}
