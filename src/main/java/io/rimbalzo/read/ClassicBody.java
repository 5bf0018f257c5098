package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Servers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exchange's classic report: {@code Diagnostic information for administrators: Generating server: ...} with, for each
 * recipient, its address and {@code #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##}.
 */
final class ClassicBody {

    private static final int LONGEST_ANSWER = 16_000;
    private static final int MOST_ANSWERS = 100;

    private final Body body;
    private final Map<String, StringBuilder> notices = new LinkedHashMap<>();
    private final Map<String, String> refusing = new LinkedHashMap<>();
    private final List<Found> found = new ArrayList<>();
    private @Nullable String generating;
    private @Nullable String receiving;
    private @Nullable String recipient;
    private @Nullable String remote;
    private final List<StringBuilder> answers = new ArrayList<>();

    private ClassicBody(Body body) {
        this.body = body;
    }

    static boolean isIn(Body body) {
        return body.has("admins", "generating", "opening", "refusing", "organization");
    }

    /** What it tells of each recipient, in the order of the part for administrators. */
    static List<Found> read(Body body) {
        ClassicBody classic = new ClassicBody(body);
        int admins = 0;
        while (admins < body.lines().size() && !body.lines().get(admins).is("admins", "generating")) {
            admins++;
        }
        classic.forTheReader(body.lines().subList(0, admins));
        classic.forAdministrators(admins);
        return classic.found;
    }

    /** The opening part: each recipient's address, and below it what a person should know. */
    private void forTheReader(List<Body.Line> lines) {
        String current = null;
        String refuser = null;
        boolean ended = false;
        for (Body.Line line : lines) {
            String address = AddressLine.only(line.text());
            if (line.is("refusing")) {
                refuser = HostText.name(line.rest());
            } else if (line.is("organization") && current != null) {
                refusing.put(current, HostText.name(line.rest()));
            } else if (line.is("gave-error", "for-admins", "sent-by")) {
                ended = true;
            } else if (address != null) {
                current = address;
                ended = false;
                notices.putIfAbsent(key(current), new StringBuilder());
                refusing.put(current, refuser);
            } else if (current != null && !ended && !line.is("opening")) {
                told(current, line.text());
            }
        }
    }

    /** A sentence for the reader, which may name who refused. */
    private void told(String address, String line) {
        notices.computeIfAbsent(key(address), a -> new StringBuilder())
                .append(line)
                .append('\n');
        String organization = body.within(line, "organization");
        if (organization != null) {
            refusing.put(address, HostText.name(organization));
        }
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private void forAdministrators(int from) {
        for (int i = from; i < body.lines().size(); i++) {
            Body.Line line = body.lines().get(i);
            String address = line.hit() == null ? AddressLine.only(line.text()) : null;
            if (line.is("generating")) {
                end();
                generating = body.host(i);
                receiving = null;
            } else if (line.is("receiving")) {
                receiving = body.host(i);
            } else if (address != null) {
                end();
                recipient = address;
            } else if (!line.is("admins") && !line.isBlank()) {
                detail(line.text().strip());
            }
        }
        end();
        Set<String> known = new HashSet<>();
        found.stream().filter(f -> f.recipient() != null).forEach(f -> known.add(key(f.recipient())));
        notices.forEach((address, notice) -> {
            if (!known.contains(address)) {
                lost(address, notice.toString());
            }
        });
    }

    /** A line of the block of one recipient: the other server's name, an answer, or the rest of a wrapped answer. */
    private void detail(String line) {
        String host = answers.isEmpty() ? HostText.name(line) : null;
        boolean wrapped = !answers.isEmpty() && Mark.all(line).isEmpty();
        if (host != null && host.length() == line.length()) {
            remote = host;
        } else if (wrapped) {
            StringBuilder last = answers.get(answers.size() - 1);
            last.append(last.length() > LONGEST_ANSWER ? "" : " " + line);
        } else if (answers.size() < MOST_ANSWERS
                && line.chars().anyMatch(Character::isLetterOrDigit)
                && !HostText.isName(line)
                && (recipient != null || !Mark.all(line).isEmpty())) {
            answers.add(new StringBuilder(line));
        }
    }

    /** Ends the block of one recipient. */
    private void end() {
        if (recipient != null || !answers.isEmpty()) {
            String key = recipient == null ? "" : key(recipient);
            found.add(
                    of(recipient, notices.getOrDefault(key, new StringBuilder()).toString()));
            notices.remove(key);
        }
        recipient = null;
        remote = null;
        answers.clear();
    }

    private Found of(@Nullable String address, String notice) {
        List<Answer> read = new ArrayList<>();
        answers.forEach(answer -> read.addAll(AnswerText.read(answer.toString())));
        String other = remote != null ? remote : address == null ? null : refusing.get(address);
        for (Answer answer : read) {
            boolean own = answer.host() == null
                    || answer.host().equalsIgnoreCase(generating)
                    || answer.host().equalsIgnoreCase(receiving);
            other = other == null && !own ? answer.host() : other;
        }
        boolean same = other != null && other.equalsIgnoreCase(generating);
        return new Found(
                address,
                String.join(" ", answers),
                read,
                new Servers(generating, same ? null : other),
                Notice.of(notice),
                null,
                null);
    }

    /** A recipient that only the opening part names, as where the other part was not pasted. */
    private void lost(String address, String notice) {
        if (found.size() == 1 && found.get(0).recipient() == null) {
            Found only = found.get(0);
            found.set(
                    0,
                    new Found(address, only.answer(), only.answers(), only.servers(), Notice.of(notice), null, null));
        } else {
            found.add(of(address, notice));
        }
    }
}
