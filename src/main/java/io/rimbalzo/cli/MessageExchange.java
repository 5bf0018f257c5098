package io.rimbalzo.cli;

import io.rimbalzo.Codes;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.ShippedMessages;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.message.ExchangeListing;
import io.rimbalzo.message.ExchangeNames;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.message.MessageStore;
import io.rimbalzo.message.PowerShellScript;
import io.rimbalzo.message.RichText;
import io.rimbalzo.message.SystemMessage;
import io.rimbalzo.message.SystemMessages;
import io.rimbalzo.render.MessageListing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/** {@code rimbalzo messages export --format powershell} and {@code import}: out to Exchange and in from it. */
final class MessageExchange {

    static final List<String> FORMATS = List.of("powershell", "json", "csv");
    private static final int LARGEST_LISTING = 64 << 20;

    private final Terminal terminal;
    private final Speech speech;
    private final MessageStore store;
    private final SystemMessages custom;

    MessageExchange(Terminal terminal, Speech speech, MessageStore store, SystemMessages custom) {
        this.terminal = terminal;
        this.speech = speech;
        this.store = store;
        this.custom = custom;
    }

    int export(CommandLine given, String format, Rimbalzo rimbalzo) {
        List<String> languages = rimbalzo.library().spoken();
        if (given.hasOption("language")) {
            Optional<String> known = ExchangeNames.language(given.getOptionValue("language"));
            if (known.isEmpty()) {
                throw wrong(speech.unknown("error.bad-language", given.getOptionValue("language"), languages));
            }
            languages = List.of(known.get());
        }
        boolean internal = given.hasOption("internal") && !"false".equalsIgnoreCase(given.getOptionValue("internal"));
        List<Audience> audiences = internal == given.hasOption("external")
                ? List.of(Audience.values())
                : List.of(internal ? Audience.INTERNAL : Audience.EXTERNAL);
        Optional<Codes> codes =
                given.hasOption("codes") ? Codes.parse(given.getOptionValue("codes")) : Optional.of(Codes.ALL);
        if (codes.isEmpty()) {
            throw wrong(speech.words().say("messages.bad-codes", Map.of("found", given.getOptionValue("codes"))));
        }
        Collection<SystemMessage> messages = chosen(
                rimbalzo, given.hasOption("custom"), languages, audiences, codes.get(), format.equals("powershell"));
        if (messages.isEmpty()) {
            terminal.err().println(speech.prefixed(speech.words().say("messages.nothing-to-export")));
            return Main.NOT_ALL_ANSWERED;
        }
        write(given, format, List.copyOf(messages));
        return Main.ANSWERED;
    }

    /** The shipped words, with the organization's own in their places. */
    private Collection<SystemMessage> chosen(
            Rimbalzo rimbalzo,
            boolean customOnly,
            List<String> languages,
            List<Audience> audiences,
            Codes codes,
            boolean fill) {
        Map<Identity, SystemMessage> messages = new LinkedHashMap<>();
        if (!customOnly) {
            new ShippedMessages(rimbalzo)
                    .all(languages, audiences, codes.known(rimbalzo)).stream()
                            .filter(m -> codes.isAll() || !m.identity().isQuota())
                            .forEach(m -> messages.put(
                                    m.identity(), new SystemMessage(m.identity(), m.text(), false, null, 0)));
        }
        custom.all().stream()
                .filter(m -> languages.contains(m.identity().language())
                        && !m.identity().isDiagnosis())
                .filter(m -> m.identity().isQuota()
                        ? codes.isAll()
                        : audiences.contains(m.identity().audience())
                                && codes.contains(m.identity().name()))
                .forEach(m -> messages.put(m.identity(), fill ? filled(rimbalzo, m) : m));
        return messages.values();
    }

    /** Exchange knows no values: their stand-ins are told. */
    private static SystemMessage filled(Rimbalzo rimbalzo, SystemMessage message) {
        Words words = rimbalzo.spoken(message.identity().language());
        String text = RichText.filled(
                message.text(), name -> words.values().contains(name) ? words.raw("missing." + name) : null);
        return new SystemMessage(message.identity(), text, message.original(), null, 0);
    }

    private void write(CommandLine given, String format, List<SystemMessage> messages) {
        Words words = speech.words();
        byte[] content = format.equals("powershell")
                ? PowerShellScript.bytes(header(words, messages.size()), messages)
                : MessageListing.of(messages, format, words).getBytes(StandardCharsets.UTF_8);
        String output = given.getOptionValue("output");
        if (output == null) {
            terminal.out().write(content, 0, content.length);
            return;
        }
        try {
            Files.write(Path.of(output), content);
        } catch (IOException | InvalidPathException e) {
            throw wrong(words.say("error.unwritable-file", Map.of("file", output)));
        }
        terminal.out().println(words.say("messages.exported", Map.of("count", messages.size(), "file", output)));
    }

    private static List<String> header(Words words, int count) {
        return Stream.of("messages.script.1", "messages.script.2", "messages.script.3")
                .map(key -> words.say(key, Map.of("count", count)))
                .toList();
    }

    /** Tells what differs and takes it over. */
    int take(CommandLine given, @Nullable String file) throws IOException {
        if (file == null) {
            throw wrong(speech.words().say("messages.file-needed"));
        }
        ExchangeListing listing = listing(new Input(file, terminal, speech));
        boolean only = given.hasOption("what-if");
        List<SystemMessage> changed = new ArrayList<>();
        for (SystemMessage message : listing.messages()) {
            Optional<SystemMessage> there = custom.get(message.identity());
            if (there.isPresent() && there.get().text().equals(message.text())) {
                continue;
            }
            changed.add(message);
            String key = there.isEmpty() ? "messages.import.new" : "messages.import.changed";
            terminal.out()
                    .println(speech.words()
                            .say(key, Map.of("identity", message.identity().toString())));
            if (!only) {
                store.put(message);
            }
        }
        custom.all().stream()
                .filter(m -> !m.identity().isDiagnosis()
                        && listing.messages().stream()
                                .noneMatch(l -> l.identity().equals(m.identity())))
                .forEach(m -> terminal.out()
                        .println(speech.words()
                                .say(
                                        "messages.import.only-here",
                                        Map.of("identity", m.identity().toString()))));
        listing.refused()
                .forEach(refused -> refused.flaws()
                        .forEach(flaw -> terminal.err()
                                .println(speech.prefixed(refused.shown() + ": " + Messages.sentence(speech, flaw)))));
        terminal.out()
                .println(speech.words()
                        .say(
                                only ? "messages.import.done.what-if" : "messages.import.done",
                                Map.of(
                                        "changed",
                                        changed.size(),
                                        "same",
                                        listing.messages().size() - changed.size(),
                                        "refused",
                                        listing.refused().size())));
        return listing.refused().isEmpty() ? Main.ANSWERED : Main.NOT_ALL_ANSWERED;
    }

    private ExchangeListing listing(Input input) {
        byte[] content;
        try (InputStream in = input.open()) {
            content = in.readNBytes(LARGEST_LISTING);
        } catch (IOException e) {
            throw wrong(input.complaint(e));
        }
        try {
            return ExchangeListing.read(content);
        } catch (IOException e) {
            throw wrong(speech.words()
                    .say(
                            "messages.not-a-listing",
                            Map.of("file", input.name(), "found", String.valueOf(e.getMessage()))));
        }
    }

    private static WrongUsage wrong(String sentence) {
        return new WrongUsage(List.of(sentence));
    }
}
