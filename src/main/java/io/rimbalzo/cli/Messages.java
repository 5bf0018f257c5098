package io.rimbalzo.cli;

import io.rimbalzo.Codes;
import io.rimbalzo.Folders;
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
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code rimbalzo messages new --dsn-code 5.7.124 --internal true --language it --text '...'}: Exchange's four cmdlets, and more. */
final class Messages implements Command {

    private static final List<String> VERBS =
            List.of("new", "get", "set", "remove", "show", "preview", "export", "import");

    /** What tells the product's own words. */
    private static final List<String> SHIPPED = List.of("show", "preview", "export");

    private final Terminal terminal;
    private final Speech speech;

    Messages(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

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
        Options options = new Options();
        String[][] valued = {
            {"dsn-code", "4.x.y|5.x.y|ID"},
            {"language", "it"},
            {"text", "TEXT"},
            {"quota-message-type", "TYPE"},
            {"codes", "5.7.1,5.7.100-199"},
            {"format", String.join("|", MessageListing.FORMATS) + "|powershell|text|html"},
            {"output", "FILE"},
            {"lang", "it|en"}
        };
        for (String[] option : valued) {
            options.addOption(Option.builder()
                    .longOpt(option[0])
                    .hasArg()
                    .argName(option[1])
                    .get());
        }
        options.addOption(Option.builder()
                .longOpt("internal")
                .optionalArg(true)
                .numberOfArgs(1)
                .argName("true|false")
                .get());
        for (String flag : List.of("external", "original", "custom", "what-if")) {
            options.addOption(Option.builder().longOpt(flag).get());
        }
        return Opening.options(options);
    }

    @Override
    public int run(CommandLine given) throws IOException {
        String verb = given.getArgList().isEmpty() ? "" : given.getArgList().get(0);
        if (!VERBS.contains(verb)) {
            return wrong(
                    verb.isEmpty()
                            ? speech.words().say("messages.verb-missing", Map.of("known", String.join(", ", VERBS)))
                            : speech.unknown("error.bad-command", verb, VERBS));
        }
        Optional<Folders> folders = new Opening(terminal, speech).folders(given);
        if (folders.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        Path folder = folders.get().i18n();
        if (!Files.isDirectory(folder)) {
            return wrong(speech.words().say("error.no-folder", Map.of("file", folder.toString())));
        }
        MessageStore store = new MessageStore(folder);
        SystemMessages custom = store.read();
        custom.complaints()
                .forEach(c ->
                        terminal.err().println(speech.prefixed(c.file() + ":" + c.line() + ": " + sentence(c.flaw()))));
        String about = given.getArgList().size() > 1 ? given.getArgList().get(1) : null;
        // only the shipped words need the rules, and reading these takes time
        boolean needsRules = SHIPPED.contains(verb) || given.hasOption("original");
        Optional<Rimbalzo> knowledge =
                needsRules ? new Opening(terminal, speech).open(given, Limits.DEFAULT) : Optional.empty();
        if (needsRules && knowledge.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        return switch (verb) {
            case "new" -> make(given, store, custom);
            case "get" -> get(given, about, custom, knowledge);
            case "set" -> set(given, about, store, custom, knowledge);
            case "remove" -> remove(given, about, store, custom);
            case "export" ->
                new MessageExchange(terminal, speech, store, custom).export(given, knowledge.orElseThrow());
            case "import" -> new MessageExchange(terminal, speech, store, custom).take(given, about);
            default -> new MessageShowing(terminal, speech, knowledge.orElseThrow(), custom).run(verb, given, about);
        };
    }

    /** A flaw as a sentence, with what was probably meant. */
    private String sentence(Flaw flaw) {
        return sentence(speech, flaw);
    }

    static String sentence(Speech speech, Flaw flaw) {
        Map<String, Object> values = new java.util.HashMap<>(flaw.values());
        String nearest = String.valueOf(values.getOrDefault("nearest", ""));
        values.put(
                "suggestion",
                nearest.isEmpty() ? "" : speech.words().say("error.suggestion", Map.of("nearest", nearest)) + " ");
        return speech.words().say(flaw.key(), values);
    }

    private int wrong(String sentence) {
        terminal.err().println(speech.prefixed(sentence));
        return Main.WRONG_USAGE;
    }

    private int flawed(List<Flaw> flaws) {
        flaws.forEach(flaw -> wrong(sentence(flaw)));
        return Main.WRONG_USAGE;
    }

    private int make(CommandLine given, MessageStore store, SystemMessages custom) throws IOException {
        boolean quota = given.hasOption("quota-message-type");
        boolean report = given.hasOption("dsn-code") || given.hasOption("internal");
        if (quota == report) {
            return wrong(speech.words().say("messages.one-of-two"));
        }
        for (String needed :
                quota ? List.of("language", "text") : List.of("dsn-code", "internal", "language", "text")) {
            if (given.getOptionValue(needed) == null) {
                return wrong(speech.words().say("messages.needed", Map.of("option", "--" + needed)));
            }
        }
        String internal = given.getOptionValue("internal");
        if (report && !internal.equalsIgnoreCase("true") && !internal.equalsIgnoreCase("false")) {
            return wrong(speech.words().say("messages.bad-internal", Map.of("found", internal)));
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
            return flawed(flaws);
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

    private int get(CommandLine given, @Nullable String about, SystemMessages custom, Optional<Rimbalzo> knowledge) {
        String format = given.getOptionValue("format", "table");
        if (!MessageListing.FORMATS.contains(format)) {
            return wrong(speech.unknown("error.bad-format", format, MessageListing.FORMATS));
        }
        List<SystemMessage> shown = custom.all();
        if (given.hasOption("original")) {
            List<String> languages = given.hasOption("language")
                    ? List.of(given.getOptionValue("language"))
                    : knowledge.orElseThrow().library().spoken();
            shown = shipped(knowledge)
                    .all(languages, List.of(Audience.values()), Codes.ALL.known(knowledge.orElseThrow()));
        }
        if (about != null) {
            Identity.Parsed parsed = Identity.parse(about);
            if (parsed.identity() == null) {
                return flawed(parsed.flaws());
            }
            Optional<SystemMessage> one = given.hasOption("original")
                    ? shipped(knowledge).of(parsed.identity())
                    : custom.get(parsed.identity());
            if (one.isEmpty()) {
                return refuse("messages.missing", parsed.identity());
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
        Identity.Parsed parsed = Identity.parse(about == null ? "" : about);
        String text = given.getOptionValue("text");
        if (parsed.identity() == null) {
            return flawed(parsed.flaws());
        }
        if (text == null && !given.hasOption("original")) {
            return wrong(speech.words().say("messages.nothing-to-set"));
        }
        List<Flaw> flaws = text == null ? List.of() : TextCheck.flaws(text, speech.words());
        if (!flaws.isEmpty()) {
            return flawed(flaws);
        }
        Optional<SystemMessage> there = custom.get(parsed.identity());
        if (there.isEmpty()) {
            return refuse("messages.missing", parsed.identity());
        }
        boolean original = given.hasOption("original");
        if (original && shipped(knowledge).of(parsed.identity()).isEmpty()) {
            return refuse("messages.no-original", parsed.identity());
        }
        return write(
                given,
                store,
                new SystemMessage(parsed.identity(), text == null ? there.get().text() : text, original, null, 0),
                original ? "messages.back" : "messages.changed");
    }

    private int remove(CommandLine given, @Nullable String about, MessageStore store, SystemMessages custom)
            throws IOException {
        Identity.Parsed parsed = Identity.parse(about == null ? "" : about);
        if (parsed.identity() == null) {
            return flawed(parsed.flaws());
        }
        Optional<SystemMessage> there = custom.get(parsed.identity());
        if (there.isEmpty()) {
            return refuse("messages.missing", parsed.identity());
        }
        boolean only = given.hasOption("what-if");
        if (!only) {
            store.remove(parsed.identity());
        }
        return tell(given, only, "messages.removed", there.get());
    }
}
