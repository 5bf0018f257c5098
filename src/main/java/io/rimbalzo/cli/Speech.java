package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Folders;
import io.rimbalzo.SystemLanguage;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Lines;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.render.TextPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/** What the command line itself says, in the language asked for, else the system's. */
public final class Speech {

    private final List<String> arguments;
    private @Nullable Words words;

    Speech(String[] arguments) {
        this.arguments = List.of(arguments);
    }

    /** The shipped folders, beside the launcher, else inside the jar; over them site/, where it stands beside the launcher. */
    static Folders home() {
        String home = System.getProperty("rimbalzo.home");
        return home == null
                ? Folders.in(Path.of("no-such-folder"))
                : Folders.in(Path.of(home)).withSite(Path.of(home, "site"));
    }

    /** The words, read when something has to be said before the knowledge is open. */
    public Words words() {
        if (words == null) {
            words = read(home(), lang());
        }
        return words;
    }

    /** A text in one language; in the one spoken where there are no words of that. */
    String hint(String language, String key) {
        Words own = language.equals(words().language()) ? null : read(home(), language);
        return (own == null ? words() : own).say(key);
    }

    /** Speaks with words that have been read already, where they are in the right language. */
    void speak(Function<String, Words> read) {
        Words own = read.apply(words().language());
        if (own != null && own.has("check.clean")) {
            words = own;
        }
    }

    private Words read(Folders folders, @Nullable String lang) {
        try {
            Library library = folders.library();
            Words asked = library.forTag(lang);
            Words systems = asked != null ? asked : library.forTag(SystemLanguage.wish());
            return systems != null ? systems : library.fallback();
        } catch (IOException | BrokenWords e) {
            // the words on disk cannot be read: those inside the jar can tell it
            Folders shipped = Folders.in(Path.of("no-such-folder"));
            return folders.equals(shipped) ? new Words("en", List.of()) : read(shipped, lang);
        }
    }

    /** What follows --lang, before the arguments are parsed: even a complaint about them is told in it. */
    private @Nullable String lang() {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--lang") && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
            if (arguments.get(i).startsWith("--lang=")) {
                return arguments.get(i).substring("--lang=".length());
            }
        }
        return null;
    }

    /** Once the knowledge is open its own words speak. */
    void speak(Words opened) {
        words = opened;
    }

    public String prefixed(@Nullable String sentence) {
        return words().has("error.prefix")
                ? words().say("error.prefix", Map.of("message", sentence))
                : "rimbalzo: " + sentence;
    }

    /** The parser's complaint as a sentence of ours. */
    String sentence(ParseException wrong) {
        return wrong instanceof MissingArgumentException missing
                ? words().say(
                                "error.missing-value",
                                Map.of("found", "--" + missing.getOption().getLongOpt()))
                : String.valueOf(wrong.getMessage());
    }

    /** A word that nobody knows, and those that are known. */
    String unknown(String key, String found, List<String> known) {
        return words().say(
                        key,
                        Map.of(
                                "found",
                                found,
                                "suggestion",
                                Complaints.suggestion(words(), found, known),
                                "known",
                                known));
    }

    /** What the program is for, and its commands. */
    String overview(List<Command> commands) {
        int width = commands.stream()
                .mapToInt(command -> command.name().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder(words().say("help.description")).append("\n\n");
        for (Command command : commands) {
            text.append("  rimbalzo ")
                    .append(command.name())
                    .append(" ".repeat(width - command.name().length() + 2))
                    .append(words().say("help." + command.name() + ".brief"))
                    .append('\n');
        }
        return text.append('\n')
                .append(words().say("help.example"))
                .append('\n')
                .toString();
    }

    /** How to use a command: {@code rimbalzo diagnose --help}. */
    String help(Command command, Options options) {
        Lines lines = new Lines(TextPage.WIDTH, false);
        lines.text(0, "rimbalzo " + command.name() + " [--...] " + command.arguments(), Ink.PLAIN);
        lines.blank()
                .text(2, words().say(own("help." + command.name(), "about")), Ink.PLAIN)
                .blank();
        for (Option option : options.getOptions()) {
            String argument = option.hasArg() ? " " + option.getArgName() : "";
            lines.text(2, "--" + option.getLongOpt() + argument, Ink.PLAIN);
            // an option that a command understands in its own way
            String own = "help." + command.name() + "." + option.getLongOpt();
            lines.text(6, words().say(words().has(own) ? own : "help." + option.getLongOpt()), Ink.PLAIN);
        }
        String example = "help." + command.name() + ".example";
        return lines.blank()
                .text(2, words().say(words().has(example) ? example : "help.example"), Ink.PLAIN)
                .toString();
    }

    /** A command may be named as an option is, {@code rules}: then its own help stands beside. */
    private String own(String key, String part) {
        return words().has(key + "." + part) ? key + "." + part : key;
    }
}
