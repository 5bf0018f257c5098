package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.read.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code rimbalzo diagnose avviso.eml}: reads bounces and says what happened, who must act and what to do. */
final class Diagnose implements Command {

    private static final List<String> FORMATS = List.of("text", "markdown", "html", "json", "ndjson", Shaping.REPLY);
    private static final List<String> INPUTS = List.of("auto", "ndjson");
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST_LIMIT = 2_000;
    private static final String DEFAULT_LIMIT = "25";

    private final Terminal terminal;
    private final Speech speech;

    Diagnose(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    @Override
    public String name() {
        return "diagnose";
    }

    @Override
    public String arguments() {
        return "[FILE...|-]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        String[][] known = {
            {"lang", "it|en"},
            {"format", String.join("|", FORMATS)},
            {"input", String.join("|", INPUTS)},
            {"context", "key=value"},
            {"limit", "MB"}
        };
        for (String[] option : known) {
            options.addOption(Option.builder()
                    .longOpt(option[0])
                    .hasArg()
                    .argName(option[1])
                    .get());
        }
        Shaping.options(options);
        return Opening.options(options);
    }

    @Override
    public int run(CommandLine given) throws IOException {
        String lang = given.getOptionValue("lang");
        String format = given.getOptionValue("format", "text");
        String input = given.getOptionValue("input", "auto");
        String megabytes = given.getOptionValue("limit", DEFAULT_LIMIT);
        int limit = megabytes(megabytes) * MEGABYTE;
        if (limit == 0) {
            terminal.err().println(speech.prefixed(speech.words().say("error.bad-limit", Map.of("found", megabytes))));
            return Main.WRONG_USAGE;
        }
        Optional<Rimbalzo> opened = new Opening(terminal, speech).open(given, Limits.DEFAULT.ofBytes(limit));
        if (opened.isEmpty()) {
            return Main.WRONG_USAGE;
        }
        Rimbalzo rimbalzo = opened.get();
        speech.speak(rimbalzo.spoken(lang));
        List<String> wrong = new ArrayList<>();
        if (lang != null && rimbalzo.library().forTag(lang) == null) {
            wrong.add(Complaints.language(speech.words(), lang, rimbalzo.library())
                    .message());
        }
        choice(format, FORMATS).ifPresent(wrong::add);
        choice(input, INPUTS).ifPresent(wrong::add);
        Map<String, String> context = context(given.getOptionValues("context"), rimbalzo, speech, wrong);
        Shaping shaping = Shaping.of(given, rimbalzo, speech, wrong);
        if (!wrong.isEmpty()) {
            wrong.forEach(sentence -> terminal.err().println(speech.prefixed(sentence)));
            return Main.WRONG_USAGE;
        }
        List<String> inputs = given.getArgList().isEmpty() ? List.of("-") : given.getArgList();
        Output plain = format.equals(Shaping.REPLY)
                ? shaping.replies(terminal)
                : Output.of(format, inputs.size() > 1, terminal);
        try (Output output = shaping.before(plain, rimbalzo)) {
            Tally tally = new Tally(rimbalzo, output, terminal, speech, limit);
            for (String file : inputs) {
                if (input.equals("ndjson")) {
                    tally.lines(Path.of(file), context, lang);
                } else {
                    tally.file(Path.of(file), context, lang);
                }
            }
            return tally.status();
        }
    }

    /** The limit in MB, or 0 where it is none; an array can hold little more than 2,000 MB. */
    private static int megabytes(String limit) {
        int number = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
        return number <= LARGEST_LIMIT ? number : 0;
    }

    /** What the person told; what is wrong with it is added to the sentences. */
    static Map<String, String> context(String[] told, Rimbalzo rimbalzo, Speech speech, List<String> wrong) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String pair : told == null ? new String[0] : told) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                wrong.add(speech.words().say("error.bad-context.form", Map.of("found", pair)));
            } else {
                String name = pair.substring(0, equals).strip();
                String value = pair.substring(equals + 1).strip();
                Complaints.context(
                                speech.words(),
                                name,
                                value,
                                rimbalzo.rules().contexts().all())
                        .map(Result.Error::message)
                        .ifPresent(wrong::add);
                context.put(name, value);
            }
        }
        return context;
    }

    private Optional<String> choice(String found, List<String> known) {
        return known.contains(found) ? Optional.empty() : Optional.of(speech.unknown("error.bad-format", found, known));
    }
}
