package io.rimbalzo.unexplained;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that no rule explains yet, in the form of the cases beside the rules: {@code === 550 Mail refused},
 * {@code expect: status.reply-mailbox-unavailable}, an empty line, the text.
 *
 * @param expect  what is answered today; whoever writes the rule puts the new diagnosis there
 * @param context what was told beside the message
 */
public record OpenCase(String title, String expect, Map<String, String> context, String text) {

    private static final String MARK = "=== ";

    public OpenCase {
        context = new LinkedHashMap<>(context);
    }

    /** As it stands in a file, with the empty lines that part it from the next. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(MARK).append(line(title)).append('\n');
        out.append("expect: ").append(line(expect)).append('\n');
        if (!context.isEmpty()) {
            List<String> told = new ArrayList<>();
            context.forEach((name, value) -> told.add(line(name) + "=" + line(value)));
            out.append("context: ").append(String.join(", ", told)).append('\n');
        }
        out.append('\n');
        text.strip()
                .lines()
                .forEach(line -> out.append(line.startsWith("===") ? " " : "")
                        .append(harmless(line).stripTrailing())
                        .append('\n'));
        return out.append("\n\n").toString();
    }

    private static String line(String text) {
        return harmless(text.replace('\n', ' ').replace('\r', ' ')).strip();
    }

    /** Without control characters; a tab is one that mail uses. */
    private static String harmless(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) && c != '\t' ? ' ' : c));
        return clean.toString();
    }

    /** The cases of a file; lines that belong to none are passed over, so that a broken one costs no other. */
    public static List<OpenCase> parse(String content) {
        List<OpenCase> cases = new ArrayList<>();
        List<String> own = null;
        for (String line : content.lines().toList()) {
            if (line.startsWith(MARK)) {
                add(cases, own);
                own = new ArrayList<>();
            }
            if (own != null) {
                own.add(line);
            }
        }
        add(cases, own);
        return cases;
    }

    private static void add(List<OpenCase> cases, @Nullable List<String> lines) {
        if (lines == null) {
            return;
        }
        String expect = "";
        Map<String, String> context = new LinkedHashMap<>();
        int at = 1;
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            String line = lines.get(at);
            if (line.startsWith("expect:")) {
                expect = line.substring("expect:".length()).strip();
            } else if (line.startsWith("context:")) {
                for (String told : line.substring("context:".length()).split(",", 0)) {
                    int equals = told.indexOf('=');
                    if (equals > 0) {
                        context.put(
                                told.substring(0, equals).strip(),
                                told.substring(equals + 1).strip());
                    }
                }
            }
        }
        String text = String.join("\n", lines.subList(Math.min(at, lines.size()), lines.size()))
                .strip();
        cases.add(new OpenCase(lines.get(0).substring(MARK.length()).strip(), expect, context, text));
    }
}
