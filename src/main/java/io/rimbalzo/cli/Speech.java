package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Folders;
import io.rimbalzo.SystemLanguage;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Clean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/** What the command line itself says, in the language asked for, else the system's. */
public final class Speech {

    private final List<String> arguments;
    private @Nullable Words words;
    private @Nullable Library unspoken;

    /** @param arguments as the program was started with */
    public Speech(String[] arguments) {
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

    /** Speaks with the words of these folders, where they are those of an interface. */
    void speak(Folders folders) {
        Words own = words != null && folders.equals(home()) ? words : read(folders, lang());
        if (own.has("error.prefix")) {
            words = own;
        }
    }

    /** The complaint that there are no words in the language asked for. */
    Optional<String> unspoken() {
        Words spoken = words();
        String lang = lang();
        return unspoken == null || lang == null
                ? Optional.empty()
                : Optional.of(Complaints.language(spoken, lang, unspoken).message());
    }

    private Words read(Folders folders, @Nullable String lang) {
        try {
            Library library = folders.library();
            Words asked = library.forTag(lang);
            unspoken = lang == null || asked != null ? null : library;
            Words systems = asked != null ? asked : library.forTag(SystemLanguage.wish());
            return systems != null ? systems : library.fallback();
        } catch (IOException | BrokenWords e) {
            // the words on disk cannot be read: those inside the jar can tell it
            Folders shipped = Folders.in(Path.of("no-such-folder"));
            return folders.equals(shipped) ? new Words("en", List.of()) : read(shipped, lang);
        }
    }

    /** What follows the last --lang, before the arguments are parsed: even a complaint about them is told in it. */
    private @Nullable String lang() {
        String lang = null;
        for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
            if (arguments.get(i).equals("--lang") && i + 1 < arguments.size()) {
                lang = arguments.get(++i);
            } else if (arguments.get(i).startsWith("--lang=")) {
                lang = arguments.get(i).substring("--lang=".length());
            }
        }
        return lang;
    }

    /** Once the knowledge is open its own words speak. */
    void speak(Words opened) {
        words = opened;
    }

    /** A complaint as it is shown: harmless to a terminal, whatever name or word it repeats. */
    public String prefixed(@Nullable String sentence) {
        String clean = Clean.text(String.valueOf(sentence));
        return words().has("error.prefix")
                ? words().say("error.prefix", Map.of("message", clean))
                : "rimbalzo: " + clean;
    }

    /** The parser's complaint as a sentence of ours; a value where none belongs is told as an option that nobody knows. */
    String sentence(ParseException wrong, Options options) {
        if (wrong instanceof MissingArgumentException missing) {
            return words().say(
                            "error.missing-value",
                            Map.of("found", "--" + missing.getOption().getLongOpt()));
        }
        String found = String.valueOf(
                wrong instanceof UnrecognizedOptionException unknown ? unknown.getOption() : wrong.getMessage());
        String name = found.replaceFirst("=.*", "");
        if (options.hasOption(name)) {
            return words().say("error.no-value", Map.of("found", name));
        }
        List<String> known =
                options.getOptions().stream().map(o -> "--" + o.getLongOpt()).toList();
        return unknown("error.bad-option", found, known);
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
}
