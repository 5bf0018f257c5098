package io.rimbalzo.cli;

import io.rimbalzo.ExampleReport;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.ShippedMessages;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.message.RichText;
import io.rimbalzo.message.SystemMessage;
import io.rimbalzo.message.SystemMessages;
import io.rimbalzo.render.HtmlPage;
import io.rimbalzo.render.Lines;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.render.TextPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code rimbalzo messages show It\\WarningMailbox} and {@code preview It\\Internal\\5.7.124}: texts as their readers see them. */
final class MessageShowing {

    static final List<String> FORMATS = List.of("text", "html");

    private final Terminal terminal;
    private final Speech speech;
    private final Rimbalzo rimbalzo;
    private final SystemMessages custom;

    MessageShowing(Terminal terminal, Speech speech, Rimbalzo rimbalzo, SystemMessages custom) {
        this.terminal = terminal;
        this.speech = speech;
        this.rimbalzo = rimbalzo;
        this.custom = custom;
    }

    int run(String verb, String format, @Nullable String about) {
        Identity identity = Messages.identity(speech, about);
        if (verb.equals("preview") && !identity.isQuota()) {
            return preview(identity, format);
        }
        Optional<SystemMessage> message = custom.get(identity)
                .filter(own -> !own.original())
                .or(() -> new ShippedMessages(rimbalzo).of(identity));
        if (message.isEmpty()) {
            return missing(identity);
        }
        show(RichText.of(message.get().text()), format);
        return Main.ANSWERED;
    }

    private int missing(Identity identity) {
        String sentence = speech.words().say("messages.missing", Map.of("identity", identity.toString()));
        terminal.err().println(speech.prefixed(sentence));
        return Main.NOT_ALL_ANSWERED;
    }

    private void show(RichText text, String format) {
        if (format.equals("html")) {
            terminal.out().println(text.html());
            return;
        }
        Lines lines = new Lines(TextPage.WIDTH, terminal.colour());
        text.plain().lines().forEach(line -> lines.text(0, line, Ink.PLAIN));
        terminal.out().print(lines);
    }

    /** The report of an example message with that code, told to an example sender. */
    private int preview(Identity identity, String format) {
        Optional<String> answer = new ExampleReport(rimbalzo).of(identity);
        if (answer.isEmpty()) {
            return missing(identity);
        }
        boolean internal = identity.audience() == Audience.INTERNAL;
        Result result = rimbalzo.diagnose(new Submission(
                null,
                answer.get().getBytes(StandardCharsets.UTF_8),
                Map.of("sender-location", internal ? "internal" : "external"),
                identity.language()));
        if (format.equals("html")) {
            terminal.out().print(HtmlPage.of(result));
            return Main.ANSWERED;
        }
        String note =
                speech.words().say("messages.preview-note", Map.of("audience", internal ? "internal" : "external"));
        terminal.out().print(new Lines(TextPage.WIDTH, terminal.colour()).text(0, note, Ink.FAINT));
        terminal.out().print("\n" + TextPage.of(result, terminal.colour()));
        return Main.ANSWERED;
    }
}
