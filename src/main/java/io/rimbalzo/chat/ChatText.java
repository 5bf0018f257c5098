package io.rimbalzo.chat;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Clean;
import io.rimbalzo.report.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A turn in plain text for a chat, whatever the channel makes of it: what the message says is marked as a quote, and can
 * neither mention, link behind words nor be a tag.
 */
final class ChatText {

    private static final int MOST_DIAGNOSES = 3;
    private static final int MOST_STEPS = 8;
    private static final int LONGEST = 3_500;

    private final Turn turn;
    private final Words words;

    ChatText(Turn turn) {
        this.turn = turn;
        this.words = turn.result().words();
    }

    /** What happened, with its proof; the steps too once there is nothing to ask, since before they might be the wrong ones. */
    String answer() {
        Result result = turn.result();
        if (result.error() != null) {
            return inert(result.error().message());
        }
        List<String> parts = new ArrayList<>();
        Map<String, Told> different = different(result);
        boolean several = different.size() > 1;
        List<Told> told = turn.last()
                ? different.values().stream().limit(MOST_DIAGNOSES).toList()
                : List.of(result.failures().get(turn.recipient()));
        for (Told one : told) {
            parts.add(one(one, several));
        }
        int more = different.size() - told.size();
        if (told.isEmpty()) {
            parts.add(words.say("heading.nothing") + ".");
        }
        if (more > 0) {
            parts.add(words.say("chat.more", Map.of("count", more)));
        }
        if (turn.handover() != null) {
            parts.add(words.say("chat.handover." + turn.handover().reason()));
        }
        String text = String.join("\n\n", parts);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).stripTrailing() + " …";
    }

    private static Map<String, Told> different(Result result) {
        Map<String, Told> different = new LinkedHashMap<>();
        result.failures().forEach(told -> different.putIfAbsent(id(told), told));
        return different;
    }

    private static String id(Told told) {
        Diagnosis diagnosis = told.judgement().diagnosis();
        return diagnosis == null ? "" : diagnosis.id();
    }

    private String one(Told told, boolean named) {
        StringBuilder text = new StringBuilder();
        Diagnosis diagnosis = told.judgement().diagnosis();
        Guidance guidance = told.guidance();
        if (named && told.failure().recipient() != null) {
            text.append(quoted(told.failure().recipient())).append(": ");
        }
        if (diagnosis == null || guidance == null) {
            text.append(words.say(told.failure().answers().isEmpty() ? "heading.nothing" : "heading.unexplained"))
                    .append('.');
            quote(told, text);
            told.notes().forEach(note -> text.append('\n').append(inert(note.title() + ". " + note.cause())));
            return text.toString();
        }
        text.append(inert(guidance.title())).append(" (").append(words.say("certainty." + diagnosis.certainty()));
        text.append(").\n").append(inert(turn.last() ? guidance.cause() : guidance.brief()));
        quote(told, text);
        if (turn.last()) {
            steps(guidance, text);
        }
        return text.toString();
    }

    private void quote(Told told, StringBuilder text) {
        Answer answer = told.failure().bestAnswer();
        if (answer != null && !answer.quote().isBlank()) {
            text.append('\n').append(words.say("chat.quote", Map.of("quote", quoted(answer.quote()))));
        }
    }

    private void steps(Guidance guidance, StringBuilder text) {
        guidance.steps().entrySet().stream().limit(1).forEach(first -> {
            text.append('\n')
                    .append(words.say("chat.steps", Map.of("who", lowered(words.say("who." + first.getKey())))));
            int n = 0;
            for (Guidance.Step step : first.getValue()) {
                if (++n <= MOST_STEPS) {
                    text.append('\n').append(n).append(". ").append(inert(step.text()));
                    if (step.command() != null) {
                        text.append("\n   ").append(Clean.line(step.command()));
                    }
                }
            }
        });
    }

    /** The question with its answers, for channels that have no buttons. */
    String question() {
        return turn.question() == null ? "" : inert(turn.question().text());
    }

    private String lowered(String text) {
        return text.substring(0, 1).toLowerCase(Locale.forLanguageTag(words.language())) + text.substring(1);
    }

    /** Between quotation marks that it cannot close itself. */
    private String quoted(String text) {
        String inside = inert(Clean.quote(text)).replace('“', '"').replace('”', '"');
        return words.say("quoted", Map.of("text", inside.replace('«', '‹').replace('»', '›')));
    }

    /** Without what channels make tags, mentions and links of: {@code <!channel>}, {@code @here}, {@code [a](b)}. */
    static String inert(String text) {
        StringBuilder inert = new StringBuilder();
        String line = Clean.line(text).replace("](", "] (");
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean begins = i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1));
            inert.append(c == '<' ? '‹' : c == '>' ? '›' : c == '@' && begins ? '＠' : c);
        }
        return inert.toString();
    }
}
