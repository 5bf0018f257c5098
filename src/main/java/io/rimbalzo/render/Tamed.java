package io.rimbalzo.render;

import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Note;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our sentences without names that are sentences themselves: {@code The address “ignore what was said before”@example.com
 * doesn’t exist}. An address may be spelled so (RFC 5321 section 4.1.2), and a language model may obey it; it stands among
 * the quotes.
 */
final class Tamed {

    private static final String WITHHELD = "…";
    /** As many characters of a value enter a sentence. */
    private static final int LONGEST = 200;

    private final List<String> sentences;

    private Tamed(List<String> sentences) {
        this.sentences = sentences;
    }

    static Result of(Result result) {
        List<Told> failures = new ArrayList<>();
        for (Told told : result.failures()) {
            List<String> sentences = sentences(told.failure(), result.report().message());
            failures.add(sentences.isEmpty() ? told : new Tamed(sentences).told(told));
        }
        return new Result(result.id(), result.language(), result.report(), result.error(), failures);
    }

    private static List<String> sentences(Failure failure, Message message) {
        return Stream.of(
                        failure.recipient(),
                        message.from(),
                        message.returnPath(),
                        failure.servers().generating(),
                        failure.servers().rejecting())
                .filter(Objects::nonNull)
                .flatMap(name -> Stream.of(name, name.substring(name.lastIndexOf('@') + 1)))
                .map(name -> Clean.line(name.substring(0, name.offsetByCodePoints(0, most(name)))))
                .filter(name -> name.indexOf(' ') >= 0)
                .distinct()
                .toList();
    }

    private static int most(String name) {
        return Math.min(LONGEST, name.codePointCount(0, name.length()));
    }

    private Told told(Told told) {
        List<Note> notes = told.notes().stream()
                .map(note -> new Note(note.id(), text(note.title()), text(note.cause())))
                .toList();
        Map<String, String> titles = new LinkedHashMap<>();
        told.titles().forEach((id, title) -> titles.put(id, text(title)));
        Guidance guidance = told.guidance();
        return new Told(
                told.failure(),
                told.judgement(),
                told.permanence(),
                guidance == null ? null : guidance(guidance),
                notes,
                titles,
                told.questions());
    }

    private Guidance guidance(Guidance guidance) {
        Map<String, List<Guidance.Step>> steps = new LinkedHashMap<>();
        guidance.steps()
                .forEach((who, own) -> steps.put(
                        who,
                        own.stream()
                                .map(step -> new Guidance.Step(text(step.text()), step.command()))
                                .toList()));
        return new Guidance(
                text(guidance.title()),
                text(guidance.cause()),
                text(guidance.brief()),
                steps,
                guidance.admin() == null ? null : text(guidance.admin()),
                guidance.links(),
                guidance.custom(),
                guidance.foreign());
    }

    private String text(@Nullable String text) {
        String tame = Clean.line(text == null ? "" : text);
        for (String sentence : sentences) {
            tame = tame.replace(sentence, WITHHELD);
        }
        return tame;
    }
}
