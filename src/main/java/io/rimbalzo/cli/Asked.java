package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.read.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * What a command is asked for, looked at: {@code --format jsn --lang xx}. What is wrong is gathered, in the language asked
 * for, until the command wants to know whether all is right.
 */
final class Asked {

    private final CommandLine given;
    private final Terminal terminal;
    private final Speech speech;
    private final List<String> wrong = new ArrayList<>();

    Asked(CommandLine given, Terminal terminal, Speech speech) {
        this.given = given;
        this.terminal = terminal;
        this.speech = speech;
    }

    /** One of the formats, the first where none is named. */
    String format(List<String> known) {
        String found = given.getOptionValue("format", known.get(0));
        return known.contains(found) ? found : unknown("error.bad-format", found, known);
    }

    /** One of these values of an option, the first where none is named. */
    String choice(String option, List<String> known) {
        String found = given.getOptionValue(option, known.get(0));
        if (!known.contains(found)) {
            wrong.add(speech.words()
                    .say(
                            "error.bad-value",
                            Map.of(
                                    "found",
                                    found,
                                    "option",
                                    "--" + option,
                                    "suggestion",
                                    Complaints.suggestion(speech.words(), found, known),
                                    "known",
                                    known)));
        }
        return found;
    }

    /** The files named, or standard input where none is. */
    List<String> inputs() {
        List<String> named = given.getArgList().isEmpty() ? List.of(Input.STANDARD_INPUT) : given.getArgList();
        if (named.indexOf(Input.STANDARD_INPUT) != named.lastIndexOf(Input.STANDARD_INPUT)) {
            wrong("error.input-twice", Map.of());
        }
        return named;
    }

    /** The knowledge, which from now on speaks in the language asked for. */
    Rimbalzo knowledge(Limits limits) {
        Rimbalzo rimbalzo =
                new Opening(terminal, speech).open(given, limits).orElseThrow(() -> new WrongUsage(List.of()));
        speech.speak(rimbalzo.spoken(lang()));
        spoken(rimbalzo.library());
        return rimbalzo;
    }

    /** The folders of the knowledge, whose words speak from now on, in the language asked for. */
    Folders folders() {
        Folders folders = new Opening(terminal, speech).folders(given).orElseThrow(() -> new WrongUsage(List.of()));
        speech.speak(folders);
        language();
        return folders;
    }

    /** Where nothing but a language is asked for: whether there are words in it. */
    void language() {
        speech.unspoken().ifPresent(wrong::add);
    }

    private void spoken(Library library) {
        String lang = lang();
        if (lang != null && library.forTag(lang) == null) {
            wrong.add(Complaints.language(speech.words(), lang, library).message());
        }
    }

    @Nullable
    String lang() {
        return given.getOptionValue("lang");
    }

    /** What the person told of the message with {@code --context}. */
    Map<String, String> context(Rimbalzo rimbalzo) {
        Map<String, String> context = new LinkedHashMap<>();
        String[] told = given.getOptionValues("context");
        for (String pair : told == null ? new String[0] : told) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                wrong("error.bad-context.form", Map.of("found", pair));
                continue;
            }
            String name = pair.substring(0, equals).strip();
            String value = pair.substring(equals + 1).strip();
            Complaints.context(
                            speech.words(),
                            name,
                            value,
                            rimbalzo.rules().contexts().all())
                    .map(Result.Error::message)
                    .ifPresent(wrong::add);
            // of one told twice the last counts, which comes first
            context.putIfAbsent(name, value);
        }
        return context;
    }

    /** One more thing that is wrong. */
    void wrong(String key, Map<String, ?> values) {
        wrong.add(speech.words().say(key, values));
    }

    /** One more word that nobody knows; the word itself. */
    String unknown(String key, String found, List<String> known) {
        wrong.add(speech.unknown(key, found, known));
        return found;
    }

    /** Goes no further where something is wrong. */
    void check() {
        if (!wrong.isEmpty()) {
            throw new WrongUsage(wrong);
        }
    }
}
