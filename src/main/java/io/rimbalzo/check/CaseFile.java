package io.rimbalzo.check;

import io.rimbalzo.report.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a file of cases: {@code === Title}, {@code expect: ...}, an empty line, the text as it came. */
public final class CaseFile {

    private static final String TITLE = "===";
    private static final List<String> HEADS = List.of("expect", "context");
    private static final int SHOWN = 40;

    private final String file;
    private final String[] lines;
    private final Consumer<Fault> faults;
    private final List<Case> cases = new ArrayList<>();

    private CaseFile(String file, String text, Consumer<Fault> faults) {
        this.file = file;
        this.lines = text.split("\n", -1);
        this.faults = faults;
    }

    /** The cases that can be used; what is wrong with the others is told. */
    public static List<Case> read(String file, String text, Consumer<Fault> faults) {
        CaseFile read = new CaseFile(file, text, faults);
        read.all();
        return read.cases;
    }

    private void all() {
        boolean told = false;
        int i = 0;
        while (i < lines.length) {
            if (lines[i].startsWith(TITLE)) {
                int end = i + 1;
                while (end < lines.length && !lines[end].startsWith(TITLE + " ")) {
                    end++;
                }
                one(i, end);
                i = end;
            } else {
                if (!told && !lines[i].isBlank() && !lines[i].startsWith("#")) {
                    fault(i, 1, "before-title", "found", shown(lines[i]));
                    told = true;
                }
                i++;
            }
        }
    }

    private void one(int from, int to) {
        String title = lines[from].substring(TITLE.length()).strip();
        Map<String, Integer> heads = new LinkedHashMap<>();
        int i = from + 1;
        boolean good = true;
        for (; i < to && !lines[i].isBlank(); i++) {
            good &= head(i, heads);
        }
        String text = String.join("\n", List.of(lines).subList(Math.min(i + 1, to), to))
                .stripTrailing();
        Integer at = heads.get("expect");
        if (title.isEmpty()) {
            fault(from, 1, "title-missing");
        } else if (good && at == null) {
            fault(from, 1, "expect-missing");
        } else if (good && text.isBlank()) {
            fault(from, 1, "text-missing");
        } else if (good && at != null) {
            Map<String, String> context = new LinkedHashMap<>();
            List<List<String>> expect = expected(lines[at].substring(lines[at].indexOf(':') + 1));
            Integer told = heads.get("context");
            if (told == null || context(told, context)) {
                String received = todo(from, to) ? "" : text + "\n";
                cases.add(new Case(file, from + 1, title, lines[at], at + 1, expect, context, received));
            }
        }
    }

    private boolean head(int i, Map<String, Integer> heads) {
        int colon = lines[i].indexOf(':');
        String key = colon < 0 ? lines[i] : lines[i].substring(0, colon);
        if (!HEADS.contains(key)) {
            faults.accept(new Fault(
                    file,
                    i + 1,
                    1,
                    null,
                    Sentence.of("check.case.header", "found", shown(key)).among(HEADS)));
            return false;
        }
        if (heads.putIfAbsent(key, i) != null) {
            fault(i, 1, "header-twice", "found", key);
            return false;
        }
        return true;
    }

    /** Whether something of it is still to be written. */
    private boolean todo(int from, int to) {
        boolean todo = false;
        for (int i = from; i < to; i++) {
            if (Todo.in(lines[i])) {
                fault(i, Todo.column(lines[i]), "todo", "what", Todo.what(lines[i]));
                todo = true;
            }
        }
        return todo;
    }

    private boolean context(int i, Map<String, String> context) {
        for (String pair : lines[i].substring(lines[i].indexOf(':') + 1).split(",", 0)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                fault(i, Math.max(0, lines[i].indexOf(pair.strip())) + 1, "context-form", "found", pair.strip());
                return false;
            }
            context.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return true;
    }

    private static List<List<String>> expected(String text) {
        List<List<String>> expected = new ArrayList<>();
        for (String recipient : text.split("\\|", -1)) {
            List<String> ids = new ArrayList<>();
            for (String id : recipient.split(",", 0)) {
                if (!id.isBlank()) {
                    ids.add(id.strip());
                }
            }
            expected.add(ids.equals(List.of("nothing")) ? List.of(Case.NOTHING) : List.copyOf(ids));
        }
        return List.copyOf(expected);
    }

    private void fault(int i, int column, String key, String... values) {
        faults.accept(Fault.at(file, i + 1, column, "case." + key, values));
    }

    private static String shown(String line) {
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
