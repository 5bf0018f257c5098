package io.rimbalzo.mcp;

import io.rimbalzo.Complaints;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.report.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool: {@code {"message": "550 5.1.1 ...", "context": "recipient-kind=group"}}. Models fill in what they do not
 * know with nothing, blanks or null; all of these are nothing.
 *
 * @param rimbalzo  what answers, the same for the whole call
 * @param arguments as they came
 */
record Call(Rimbalzo rimbalzo, Map<String, Object> arguments) {

    /** More than any code, query or topic has. */
    private static final int LONGEST = 2_000;

    /** The words to complain in: of the language asked for, where it is spoken. */
    Words words() {
        return rimbalzo.spoken(arguments.get("lang") instanceof String lang ? lang : null);
    }

    /** The language to answer in, or null for none asked for. */
    @Nullable
    String lang() throws Wrong {
        String lang = text("lang");
        if (lang != null && rimbalzo.library().forTag(lang) == null) {
            throw new Wrong(
                    Complaints.language(words(), lang, rimbalzo.library()).message());
        }
        return lang;
    }

    /** A short text, or null. */
    @Nullable
    String text(String name) throws Wrong {
        return text(name, LONGEST);
    }

    /** A text that must be there. */
    String needed(String name, int longest) throws Wrong {
        String text = text(name, longest);
        if (text == null) {
            List<String> others = arguments.keySet().stream()
                    .filter(n -> !n.equals(name) && n.length() < 100)
                    .toList();
            String given = Spelling.nearest(name, others).orElse("none");
            throw new Wrong(words().say("error.mcp.missing", Map.of("name", name, "given", given)));
        }
        return text;
    }

    private @Nullable String text(String name, int longest) throws Wrong {
        Object value = arguments.get(name);
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value != null && !(value instanceof String)) {
            throw new Wrong(words().say("error.mcp.not-text", Map.of("name", name)));
        }
        String text = (String) value;
        if (text != null && text.length() > longest) {
            throw new Wrong(words().say("error.mcp.too-long", Map.of("name", name, "most", longest)));
        }
        return text == null || text.isBlank() ? null : text;
    }

    /** A whole number within bounds; {@code otherwise} where there is none. */
    int number(String name, int otherwise, int most) throws Wrong {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return (int) Math.max(1, Math.min(most, Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            throw new Wrong(words().say("error.mcp.not-number", Map.of("name", name, "found", text)));
        }
    }

    /** One of what is possible, or null where there is none. */
    @Nullable
    String oneOf(String name, List<String> known, String complaint) throws Wrong {
        String text = text(name);
        if (text == null || known.contains(text.strip())) {
            return text == null ? null : text.strip();
        }
        throw new Wrong(words().say(
                        complaint,
                        Map.of(
                                "found",
                                text,
                                "suggestion",
                                Complaints.suggestion(words(), text, known),
                                "known",
                                String.join(", ", known))));
    }

    /** {@code recipient-kind=group, group-members=6000}; an object or a list of such pairs does as well. */
    Map<String, String> context() throws Wrong {
        Map<String, String> context = new LinkedHashMap<>();
        if (arguments.get("context") instanceof Map<?, ?> pairs) {
            pairs.forEach((name, value) -> {
                if (value != null && !value.toString().isBlank()) {
                    context.put(name.toString().strip(), value.toString().strip());
                }
            });
            return context;
        }
        String text = arguments.get("context") instanceof List<?> pairs
                ? pairs.stream().map(String::valueOf).collect(Collectors.joining(","))
                : text("context");
        for (String pair : text == null ? new String[0] : text.split("[,;\n]")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                context.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                throw new Wrong(words().say("error.bad-context.form", Map.of("found", pair.strip())));
            }
        }
        return context;
    }
}
