package io.rimbalzo.render;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Page.Field;
import io.rimbalzo.render.Page.Note;
import io.rimbalzo.render.Page.Section;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays out results: {@code Result} to {@link Page}. */
final class Pages {

    private static final int MOST_ADDRESSES = 20;
    private static final int LONGEST_SUBJECT = 120;

    private Pages() {}

    /** @param name what the input is called beside others, or null */
    static Page of(Result result, @Nullable String name) {
        Words words = result.words();
        Message message = result.report().message();
        List<Section> sections = new Sections(result).all();
        List<Note> common = common(sections);
        Journey journey = new Journey(words, message.hops());
        return new Page(
                words,
                name == null ? null : Clean.line(name),
                Clean.line(lede(result)),
                result.error() == null ? null : Clean.line(result.error().message()),
                common.isEmpty()
                        ? sections
                        : sections.stream().map(Section::withoutNotes).toList(),
                common,
                original(words, message),
                journey.hops(),
                journey.whole(),
                Checks.of(words, message.authentication()));
    }

    /** The findings of several sections, where all have the same: they are told once. */
    private static List<Note> common(List<Section> sections) {
        List<Note> first = sections.size() < 2 ? List.of() : sections.get(0).notes();
        return sections.stream().allMatch(section -> section.notes().equals(first)) ? first : List.of();
    }

    /** What this is about, in one line. */
    private static String lede(Result result) {
        Words words = result.words();
        String subject = result.report().message().subject();
        String what = result.error() != null
                ? "error"
                : switch (result.report().format()) {
                    case Report.HEADERS -> "headers";
                    case Report.CODE -> "code";
                    default -> became(result);
                };
        String key = "page.lede." + what;
        return subject == null || subject.isBlank() || !words.has(key + ".subject")
                ? words.say(key)
                : words.say(
                        key + ".subject",
                        Map.of("subject", words.say("quoted", Map.of("text", Clean.atMost(LONGEST_SUBJECT, subject)))));
    }

    /** {@code failed} where any recipient was not reached for good; {@code answer} where nothing says. */
    private static String became(Result result) {
        List<String> actions = result.failures().stream()
                .map(told -> String.valueOf(told.failure().action()))
                .toList();
        return actions.contains("failed") ? "failed" : actions.contains("delayed") ? "delayed" : "answer";
    }

    private static List<Field> original(Words words, Message message) {
        List<Field> fields = new ArrayList<>();
        add(fields, words.say("page.field.subject"), message.subject());
        add(fields, words.say("page.field.from"), message.from());
        if (message.sender() != null && !message.sender().equalsIgnoreCase(message.from())) {
            add(fields, words.say("page.field.sender"), message.sender());
        }
        if (message.returnPath() != null && !message.returnPath().equalsIgnoreCase(message.from())) {
            add(fields, words.say("page.field.return-path"), "<" + message.returnPath() + ">");
        }
        if (!message.to().isEmpty()) {
            fields.add(new Field(words.say("page.field.to"), atMost(MOST_ADDRESSES, message.to())));
        }
        add(fields, words.say("page.field.date"), Journey.date(words, message.date()));
        add(fields, words.say("page.field.message-id"), message.messageId());
        return fields;
    }

    private static void add(List<Field> fields, String name, @Nullable String value) {
        String clean = value == null ? "" : Clean.quote(value);
        if (!clean.isEmpty()) {
            fields.add(new Field(name, List.of(clean)));
        }
    }

    /** With a capital, for where a line begins. */
    static String raised(Words words, String text) {
        return text.substring(0, 1).toUpperCase(Locale.forLanguageTag(words.language())) + text.substring(1);
    }

    /** The first ones, clean, and how many more there are. */
    static List<String> atMost(int most, List<String> values) {
        List<String> told = new ArrayList<>();
        values.stream().limit(most).forEach(value -> told.add(Clean.quote(value)));
        if (values.size() > most) {
            told.add("+ " + (values.size() - most));
        }
        return told;
    }
}
