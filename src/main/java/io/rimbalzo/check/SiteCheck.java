package io.rimbalzo.check;

import io.rimbalzo.Folders;
import io.rimbalzo.SiteLayer;
import io.rimbalzo.SiteLayer.Leftover;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.report.Sentence;
import io.rimbalzo.rule.Draft;
import io.rimbalzo.rule.Place;
import io.rimbalzo.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an organization adds: its own layer of rules and words, and its system messages. */
final class SiteCheck {

    private final Folders folders;
    private final Draft draft;
    private final List<Fault> faults;

    SiteCheck(Folders folders, Draft draft, List<Fault> faults) {
        this.folders = folders;
        this.draft = draft;
        this.faults = faults;
    }

    void check() throws IOException {
        Map<String, String> site = folders.siteWords();
        try {
            Library library = new Library(folders.words(), site);
            library.systemMessages()
                    .complaints()
                    .forEach(c -> add(
                            c.file(),
                            c.line(),
                            sentence(c.flaw().key(), c.flaw().values())));
            if (folders.site() != null) {
                texts(library);
                layer();
            }
        } catch (BrokenWords e) {
            add(e.file(), e.line(), e.sentence());
        }
    }

    private void texts(Library library) {
        Set<String> ids = draft.understood().stream()
                .filter(rule -> !rule.isInference())
                .map(Rule::id)
                .collect(Collectors.toSet());
        library.complaints(ids).stream()
                .filter(broken -> new Place(broken.file(), broken.line()).isSite())
                .forEach(broken -> add(broken.file(), broken.line(), broken.sentence()));
    }

    /** A diagnosis of the organization may have words in one language only; what no longer fits is told. */
    private void layer() throws IOException {
        Set<String> own = draft.understood().stream()
                .filter(rule -> rule.place().isSite() && rule.isBase())
                .map(Rule::id)
                .collect(Collectors.toSet());
        faults.removeIf(fault -> fault.kind().equals("words.missing")
                && own.stream()
                        .anyMatch(id -> fault.sentence()
                                .values()
                                .getOrDefault("key", "")
                                .startsWith(id + ".")));
        if (draft.rules() != null) {
            for (Leftover left : SiteLayer.leftovers(folders, draft.rules())) {
                add(left.file(), left.line(), left.sentence());
            }
        }
    }

    /** Nothing is told twice of one line. */
    private void add(String file, int line, Sentence sentence) {
        if (faults.stream()
                .noneMatch(known -> known.file().equals(file)
                        && known.line() == line
                        && known.sentence().key().equals(sentence.key()))) {
            faults.add(new Fault(file, line, 1, null, sentence));
        }
    }

    private static Sentence sentence(String key, Map<String, Object> values) {
        Map<String, String> texts = new HashMap<>();
        values.forEach((name, value) -> texts.put(
                name,
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : String.valueOf(value)));
        return new Sentence(key, texts, new ArrayList<>());
    }
}
