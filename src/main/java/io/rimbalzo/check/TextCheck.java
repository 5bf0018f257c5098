package io.rimbalzo.check;

import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Phrase;
import io.rimbalzo.report.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One text of the words by itself, and beside the same text in another language: {@code {fromDominio} is not a value we read}. */
final class TextCheck {

    private static final int LONGEST_TITLE = 80;
    private static final int SHOWN = 40;

    private final Texts texts;
    private final Set<String> topics;
    private final Consumer<Fault> faults;
    private final List<String> values;
    private final List<String> placeholders;
    private final Map<String, List<String>> alone = new HashMap<>();
    private final Map<String, List<String>> nouns = new HashMap<>();
    private final Map<String, List<String>> slips = new HashMap<>();

    TextCheck(Texts texts, Set<String> topics, Consumer<Fault> faults) {
        this.texts = texts;
        this.topics = topics;
        this.faults = faults;
        values = texts.names("missing.");
        placeholders = texts.names("placeholder.");
    }

    void check(String language, Bundle.Entry entry) {
        String text = entry.value();
        boolean advice = topics.contains(RuleCheck.topic(entry.key()));
        boolean command = entry.key().endsWith(".command");
        if (text.contains(Todo.MARK)) {
            fault(entry, text.indexOf(Todo.MARK), "todo", "what", Todo.what(text));
            return;
        }
        if (advice && text.isEmpty()) {
            fault(entry, 0, "empty");
        }
        if (!command && text.indexOf('\'') >= 0) {
            fault(entry, text.indexOf('\''), "apostrophe");
        } else if (!command && !Phrase.isInOrder(entry, language)) {
            String found = text.substring(Math.max(0, text.indexOf('{')));
            found = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
            fault(entry, text.indexOf('{'), "braces", "found", found);
        } else {
            values(language, entry, advice, command);
        }
        if (advice && entry.key().endsWith(".title")) {
            title(entry, text);
        }
        slips(language, entry);
    }

    private void title(Bundle.Entry entry, String title) {
        if (title.length() > LONGEST_TITLE) {
            String length = Integer.toString(title.length());
            fault(entry, 0, "title-long", "found", length, "most", Integer.toString(LONGEST_TITLE));
        }
        if (title.endsWith(".")) {
            fault(entry, title.length() - 1, "title-stop");
        }
    }

    private void values(String language, Bundle.Entry entry, boolean advice, boolean command) {
        Set<String> own = names(language, entry, command);
        if (advice && !command) {
            for (String name : own) {
                if (!values.contains(name)) {
                    int at = entry.value().indexOf("{" + name);
                    fault(
                            entry,
                            at,
                            sentence(entry, "unknown-value", "found", "{" + name + "}")
                                    .among(values.stream()
                                            .map(v -> "{" + v + "}")
                                            .toList()));
                    return;
                }
            }
            noun(language, entry);
        }
        String other = language.equals("en") ? WordsCheck.LANGUAGES.get(0) : "en";
        Bundle.Entry same = texts.entries(other).get(entry.key());
        // of two languages the first one tells it: one difference is one thing to put right
        if (advice && same != null && !language.equals("en") && !same.value().contains(Todo.MARK)) {
            Set<String> others = names(other, same, command);
            if (!own.equals(others)) {
                String place = same.file() + ":" + same.line();
                fault(
                        entry,
                        entry.value().indexOf('{'),
                        "values-differ",
                        "found",
                        list(own),
                        "file",
                        place,
                        "other",
                        list(others));
            }
        }
    }

    private static String list(Set<String> names) {
        return names.isEmpty() ? "–" : names.stream().map(n -> "{" + n + "}").collect(Collectors.joining(", "));
    }

    /** The names in the braces of a text; of a command only those that are replaced. */
    private Set<String> names(String language, Bundle.Entry entry, boolean command) {
        if (!command) {
            // the braces of the other language may be out of order: that is told where they stand
            return Phrase.isInOrder(entry, language) ? new TreeSet<>(Phrase.names(entry, language)) : new TreeSet<>();
        }
        String text = entry.value();
        Set<String> names = new TreeSet<>();
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int end = open + 1;
            while (end < text.length() && isNameLetter(text.charAt(end))) {
                end++;
            }
            String name = text.substring(open + 1, end);
            if (end < text.length() && text.charAt(end) == '}' && placeholders.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isNameLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** The stand-in of a value that was not read is a complement, "of the sender": it needs its noun before it. */
    private void noun(String language, Bundle.Entry entry) {
        List<String> known = nouns.computeIfAbsent(language, l -> texts.list(l, "check.nouns"));
        String text = entry.value();
        for (int open = text.indexOf('{'); !known.isEmpty() && open >= 0; open = text.indexOf('{', open + 1)) {
            String name = text.substring(open + 1, Math.max(open + 1, text.indexOf('}', open)));
            int end = open;
            while (end > 0 && " ’".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            int start = end;
            while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
                start--;
            }
            String before = text.substring(start, end);
            boolean free = alone.computeIfAbsent(language, l -> texts.list(l, "check.alone"))
                    .contains(name);
            if (!free && values.contains(name) && !known.contains(before)) {
                fault(entry, open, "noun", "found", "{" + name + "}", "before", before);
            }
        }
    }

    private void slips(String language, Bundle.Entry entry) {
        if (entry.key().equals("check.slips")) {
            return;
        }
        for (String slip : slips.computeIfAbsent(language, l -> new ArrayList<>(texts.list(l, "check.slips")))) {
            int at = entry.value().indexOf(slip);
            int end = at + slip.length();
            boolean within = at > 0 && Character.isLetter(entry.value().charAt(at - 1))
                    || at >= 0
                            && end < entry.value().length()
                            && Character.isLetter(entry.value().charAt(end));
            if (at >= 0 && !within) {
                fault(entry, at, "slip", "found", slip);
            }
        }
    }

    private static Sentence sentence(Bundle.Entry entry, String key, String... values) {
        String[] all = new String[values.length + 2];
        all[0] = "key";
        all[1] = entry.key();
        System.arraycopy(values, 0, all, 2, values.length);
        return Sentence.of("check.words." + key, all);
    }

    private void fault(Bundle.Entry entry, int at, String key, String... values) {
        fault(entry, at, sentence(entry, key, values));
    }

    /** {@code at} is where in the text it stands, from 0; a text may go on over several lines. */
    private void fault(Bundle.Entry entry, int at, Sentence sentence) {
        int[] place = texts.place(entry, Math.max(0, at));
        faults.accept(new Fault(entry.file(), place[0], place[1], null, sentence));
    }
}
