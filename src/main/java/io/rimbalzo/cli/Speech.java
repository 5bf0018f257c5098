package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Folders;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the command line itself says, in the language asked for, else the system's. */
final class Speech {

    private final List<String> arguments;
    private Words words;

    Speech(String[] arguments) {
        this.arguments = List.of(arguments);
    }

    /** The shipped folders: beside the launcher, else inside the jar. */
    static Folders home() {
        String home = System.getProperty("rimbalzo.home");
        return Folders.in(home == null ? Path.of("no-such-folder") : Path.of(home));
    }

    /** The words, read when something has to be said before the knowledge is open. */
    Words words() {
        if (words == null) {
            words = read(home());
        }
        return words;
    }

    private Words read(Folders folders) {
        try {
            Library library = folders.library();
            Words asked = library.forTag(lang());
            Words systems = asked != null ? asked : library.forTag(Locale.getDefault().getLanguage());
            return systems != null ? systems : library.words("en");
        } catch (IOException | BrokenWords e) {
            return new Words("en", List.of());
        }
    }

    /** What follows --lang, before the arguments are parsed: even a complaint about them is told in it. */
    private String lang() {
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

    String prefixed(String sentence) {
        return words().has("error.prefix") ? words().say("error.prefix", Map.of("message", sentence)) : "rimbalzo: " + sentence;
    }

    /** The parser's complaint as a sentence of ours. */
    String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            String found = unmatched.getUnmatched().get(0);
            List<String> known = new java.util.ArrayList<>(wrong.getCommandLine().getCommandSpec().optionsMap().keySet());
            known.addAll(wrong.getCommandLine().getSubcommands().keySet());
            return words().say("error.bad-option", Map.of("found", found,
                    "suggestion", Complaints.suggestion(words(), found, known), "known", String.join(", ", known)));
        }
        if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            return words().say("error.missing-value", Map.of("found", missing.getMissing().get(0).paramLabel()));
        }
        return wrong.getMessage();
    }

    /** The words of --help, {@code usage.diagnose.lang}, where picocli looks for them. */
    ResourceBundle usage() {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return words().raw("help." + key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(words().entries().keySet().stream()
                        .filter(k -> k.startsWith("help.")).map(k -> k.substring(5)).toList());
            }
        };
    }
}
