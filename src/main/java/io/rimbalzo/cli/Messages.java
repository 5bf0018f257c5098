package io.rimbalzo.cli;

import io.rimbalzo.Codes;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.ShippedMessages;
import io.rimbalzo.message.Flaw;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.message.MessageStore;
import io.rimbalzo.message.SystemMessage;
import io.rimbalzo.message.SystemMessages;
import io.rimbalzo.read.Limits;
import io.rimbalzo.render.MessageListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code rimbalzo messages new --dsn-code 5.7.124 --internal true --language it --text '...'}: Exchange's four cmdlets, and more. */
record Messages(Terminal terminal, Speech speech) implements Command {

    private static final List<String> VERBS =
            List.of("new", "get", "set", "remove", "show", "preview", "export", "import");

    private static final List<String> FORMATS = Stream.concat(
                    MessageListing.FORMATS.stream(), Stream.of("powershell", "text", "html"))
            .toList();

    /** What tells the product's own words. */
    private static final List<String> SHIPPED = List.of("show", "preview", "export");

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String arguments() {
        return String.join("|", VERBS) + " [IDENTITY|FILE]";
    }

    @Override
    public Options options() {
        return Offered.speaking()
                .format(FORMATS)
                .value("dsn-code", "CODE|DIAGNOSIS")
                .value("quota-message-type", "TYPE")
                .optional("internal", "true|false")
                .flags("external")
                .value("language", "TAG")
                .value("text", "TEXT")
                .flags("original", "custom")
                .value("codes", "LIST")
                .value("output", "FILE")
                .flags("what-if")
                .onFolders();
    }

    @Override
    public int run(CommandLine given) throws IOException {
        Asked asked = new Asked(given, terminal, speech);
        String verb = given.getArgList().isEmpty() ? "" : given.getArgList().get(0);
        if (verb.isEmpty()) {
            asked.wrong("messages.verb-missing", Map.of("known", VERBS));
        } else if (!VERBS.contains(verb)) {
            asked.unknown("error.bad-command", verb, VERBS);
        }
        asked.check();
        Path folder = asked.folders().i18n();
        String format = asked.format(formats(verb));
        asked.check();
        if (!Files.isDirectory(folder)) {
            throw wrong(speech.words().say("error.no-folder", Map.of("file", folder.toString())));
        }
        MessageStore store = new MessageStore(folder);
        SystemMessages custom = store.read();
        custom.complaints()
                .forEach(c -> terminal.err()
                        .println(speech.prefixed(c.file() + ":" + c.line() + ": " + sentence(speech, c.flaw()))));
        String about = given.getArgList().size() > 1 ? given.getArgList().get(1) : null;
        // only the shipped words need the rules, and reading these takes time
        boolean needsRules = SHIPPED.contains(verb) || given.hasOption("original");
        Optional<Rimbalzo> knowledge = needsRules ? Optional.of(asked.knowledge(Limits.DEFAULT)) : Optional.empty();
        return switch (verb) {
            case "new" -> make(given, store, custom);
            case "get" -> get(given, format, about, custom, knowledge);
            case "set" -> set(given, about, store, custom, knowledge);
            case "remove" -> remove(given, about, store, custom);
            case "export" ->
                new MessageExchange(terminal, speech, store, custom).export(given, format, knowledge.orElseThrow());
            case "import" -> new MessageExchange(terminal, speech, store, custom).take(given, about);
            default -> new MessageShowing(terminal, speech, knowledge.orElseThrow(), custom).run(verb, format, about);
        };
    }

    /** A flaw as a sentence, with what was probably meant. */
    static String sentence(Speech speech, Flaw flaw) {
        Map<String, Object> values = new java.util.HashMap<>(flaw.values());
        String nearest = String.valueOf(values.getOrDefault("nearest", ""));
        values.put(
                "suggestion",
                nearest.isEmpty() ? "" : speech.words().say("error.suggestion", Map.of("nearest", nearest)) + " ");
        return speech.words().say(flaw.key(), values);
    }

    private static WrongUsage wrong(String sentence) {
        return new WrongUsage(List.of(sentence));
    }

    private static WrongUsage flawed(Speech speech, List<Flaw> flaws) {
        return new WrongUsage(flaws.stream().map(flaw -> sentence(speech, flaw)).toList());
    }

    /** What the text is called: {@code It\\Internal\\5.7.124}. */
    static Identity identity(Speech speech, @Nullable String about) {
        if (about == null || about.isBlank()) {
            throw wrong(speech.words().say("messages.identity-needed"));
        }
        Identity.Parsed parsed = Identity.parse(about);
        if (parsed.identity() == null) {
            throw flawed(speech, parsed.flaws());
        }
        return parsed.identity();
    }

    /** The formats that a verb knows, its usual one first. */
    private static List<String> formats(String verb) {
        return switch (verb) {
            case "show", "preview" -> MessageShowing.FORMATS;
            case "export" -> MessageExchange.FORMATS;
            default -> MessageListing.FORMATS;
        };
    }

    private int make(CommandLine given, MessageStore store, SystemMessages custom) throws IOException {
        boolean quota = given.hasOption("quota-message-type");
        boolean report = given.hasOption("dsn-code") || given.hasOption("internal");
        if (quota == report) {
            throw wrong(speech.words().say("messages.one-of-two"));
        }
        for (String needed :
                quota ? List.of("language", "text") : List.of("dsn-code", "internal", "language", "text")) {
            if (given.getOptionValue(needed) == null) {
                throw wrong(speech.words().say("messages.needed", Map.of("option", "--" + needed)));
            }
        }
        String internal = given.getOptionValue("internal");
        if (report && !internal.equalsIgnoreCase("true") && !internal.equalsIgnoreCase("false")) {
            throw wrong(speech.words().say("messages.bad-internal", Map.of("found", internal)));
        }
        Identity.Parsed parsed = quota
                ? Identity.quota(given.getOptionValue("language"), given.getOptionValue("quota-message-type"))
                : Identity.report(
                        given.getOptionValue("language"),
                        internal.equalsIgnoreCase("true") ? Audience.INTERNAL : Audience.EXTERNAL,
                        given.getOptionValue("dsn-code"));
        Identity identity = parsed.identity();
        List<Flaw> flaws = new ArrayList<>(parsed.flaws());
        flaws.addAll(TextCheck.flaws(given.getOptionValue("text"), speech.words()));
        if (identity == null || !flaws.isEmpty()) {
            throw flawed(speech, flaws);
        }
        if (custom.get(identity).isPresent()) {
            return refuse("messages.exists", identity);
        }
        return write(
                given,
                store,
                new SystemMessage(identity, given.getOptionValue("text"), false, null, 0),
                "messages.made");
    }

    private int refuse(String key, Identity identity) {
        terminal.err().println(speech.prefixed(speech.words().say(key, Map.of("identity", identity.toString()))));
        return Main.NOT_ALL_ANSWERED;
    }

    private int write(CommandLine given, MessageStore store, SystemMessage message, String done) throws IOException {
        boolean only = given.hasOption("what-if");
        if (!only) {
            store.put(message);
        }
        return tell(given, only, done, message);
    }

    private int tell(CommandLine given, boolean only, String done, SystemMessage message) {
        terminal.out()
                .println(speech.words()
                        .say(
                                only ? done + ".what-if" : done,
                                Map.of("identity", message.identity().toString())));
        if (given.hasOption("format")) {
            terminal.out().print(MessageListing.of(List.of(message), given.getOptionValue("format"), speech.words()));
        }
        return Main.ANSWERED;
    }

    private int get(
            CommandLine given,
            String format,
            @Nullable String about,
            SystemMessages custom,
            Optional<Rimbalzo> knowledge) {
        List<SystemMessage> shown = custom.all();
        if (given.hasOption("original")) {
            List<String> languages = given.hasOption("language")
                    ? List.of(given.getOptionValue("language"))
                    : knowledge.orElseThrow().library().spoken();
            shown = shipped(knowledge)
                    .all(languages, List.of(Audience.values()), Codes.ALL.known(knowledge.orElseThrow()));
        }
        if (about != null) {
            Identity identity = identity(speech, about);
            Optional<SystemMessage> one =
                    given.hasOption("original") ? shipped(knowledge).of(identity) : custom.get(identity);
            if (one.isEmpty()) {
                return refuse("messages.missing", identity);
            }
            shown = List.of(one.get());
        }
        terminal.out().print(MessageListing.of(shown, format, speech.words()));
        return Main.ANSWERED;
    }

    private static ShippedMessages shipped(Optional<Rimbalzo> knowledge) {
        return new ShippedMessages(knowledge.orElseThrow());
    }

    private int set(
            CommandLine given,
            @Nullable String about,
            MessageStore store,
            SystemMessages custom,
            Optional<Rimbalzo> knowledge)
            throws IOException {
        Identity identity = identity(speech, about);
        String text = given.getOptionValue("text");
        if (text == null && !given.hasOption("original")) {
            throw wrong(speech.words().say("messages.nothing-to-set"));
        }
        List<Flaw> flaws = text == null ? List.of() : TextCheck.flaws(text, speech.words());
        if (!flaws.isEmpty()) {
            throw flawed(speech, flaws);
        }
        Optional<SystemMessage> there = custom.get(identity);
        if (there.isEmpty()) {
            return refuse("messages.missing", identity);
        }
        boolean original = given.hasOption("original");
        if (original && shipped(knowledge).of(identity).isEmpty()) {
            return refuse("messages.no-original", identity);
        }
        return write(
                given,
                store,
                new SystemMessage(identity, text == null ? there.get().text() : text, original, null, 0),
                original ? "messages.back" : "messages.changed");
    }

    private int remove(CommandLine given, @Nullable String about, MessageStore store, SystemMessages custom)
            throws IOException {
        Identity identity = identity(speech, about);
        Optional<SystemMessage> there = custom.get(identity);
        if (there.isEmpty()) {
            return refuse("messages.missing", identity);
        }
        boolean only = given.hasOption("what-if");
        if (!only) {
            store.remove(identity);
        }
        return tell(given, only, "messages.removed", there.get());
    }
}
