package io.rimbalzo.check;

import io.rimbalzo.guidance.Advisor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a diagnosis, taken apart: {@code tls.lost.do.sender.2.command} is tls.lost, do, sender, 2, a command.
 *
 * @param id      the diagnosis
 * @param part    what follows it: {@code do.sender.2.command}
 * @param kind    title, cause, admin, do or see; null where it is none
 * @param who     of a step, whoever takes it; else null
 * @param number  of a step or a page; 0 where there is none
 * @param command whether it is what to copy for a step
 */
record Part(
        String id,
        String part,
        @Nullable String kind,
        @Nullable String who,
        int number,
        boolean command) {

    static final List<String> KINDS =
            List.of("title", "cause", "admin", "do.<who>.<n>", "do.<who>.<n>.command", "see.<n>");

    /** Null where the key is not of that form: {@code ui.title}. */
    static @Nullable Part of(String key) {
        String[] words = key.split("\\.", -1);
        if (words.length < 3) {
            return null;
        }
        String id = words[0] + "." + words[1];
        String part = key.substring(id.length() + 1);
        boolean plain = words.length == 3 && List.of("title", "cause", "admin").contains(words[2]);
        if (plain) {
            return new Part(id, part, words[2], null, 0, false);
        }
        if (words.length == 4 && words[2].equals("see")) {
            return new Part(id, part, number(words[3]) > 0 ? "see" : null, null, number(words[3]), false);
        }
        boolean command = words.length == 6 && words[5].equals("command");
        boolean step = words[2].equals("do") && (words.length == 5 || command) && number(words[4]) > 0;
        return step
                ? new Part(id, part, "do", words[3], number(words[4]), command)
                : new Part(id, part, null, null, 0, false);
    }

    private static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || number > 9) {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return text.startsWith("0") ? 0 : number;
    }

    boolean isKnownPerson() {
        return who == null || Advisor.PEOPLE.contains(who);
    }

    /** The key of another number: the step before, or the step of a command. */
    String numbered(int other) {
        return id + "." + kind + (who == null ? "" : "." + who) + "." + other;
    }
}
