package io.rimbalzo.render;

import io.rimbalzo.guidance.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer laid out for reading, whatever the form: its sections in order, in one language. Every text is clean: on one
 * line, without controls; foreign characters are still as they came, so each form escapes them in its own way.
 *
 * @param words    the language it is told in
 * @param name     what the input is called beside others, or null
 * @param lede     what this is about: {@code The message “Minutes” was not delivered}
 * @param error    why there is no answer, or null
 * @param sections one for each diagnosis
 * @param notes    findings that contribute to every section, where there are several
 * @param original the message that bounced, or null where nothing is known of it
 * @param hops     its way, the oldest first
 * @param journey  how long the way took, or null
 * @param checks   what receivers noted about the sender
 */
record Page(
        Words words,
        @Nullable String name,
        String lede,
        @Nullable String error,
        List<Section> sections,
        List<Note> notes,
        List<Field> original,
        List<Hop> hops,
        @Nullable String journey,
        List<Check> checks) {

    /** What a title bar shows: the diagnosis where there is one only. */
    String title() {
        return sections.size() == 1 ? sections.get(0).title() : error != null ? error : lede;
    }

    /** Whether it is known of any step how long it took. */
    boolean hasDelays() {
        return hops.stream().anyMatch(hop -> hop.delay() != null);
    }

    String say(String key) {
        return words.say(key);
    }

    /**
     * One diagnosis and the recipients it is the same for.
     *
     * @param id        {@code tls.certificate-expired}; null without a diagnosis, and so is all that rests on one
     * @param facts     how sure this is, and whether trying again can help
     * @param codes     {@code 550 5.1.1}, each once
     * @param parties   sender, service and recipient; none without a diagnosis
     * @param act       {@code the group’s owner; then whoever runs mail on the receiving side}
     * @param wordedFor the recipient whom the texts name where they hold for others too, or null
     * @param rule      {@code rules/tls.drl:16, “tls.certificate-expired”}
     */
    record Section(
            @Nullable String id,
            String title,
            List<Fact> facts,
            List<String> codes,
            List<Party> parties,
            @Nullable String act,
            FormattedText cause,
            @Nullable String wordedFor,
            List<Recipient> recipients,
            List<Person> people,
            List<Note> notes,
            List<Alternative> alternatives,
            @Nullable Question question,
            @Nullable String admin,
            List<Link> links,
            @Nullable String rule) {

        /** Whether any server’s words are quoted. */
        boolean hasProof() {
            return recipients.stream().anyMatch(r -> !r.quotes().isEmpty());
        }

        /** The recipient whose proof is that of all others too and can be told once; null where they differ. */
        @Nullable
        Recipient common() {
            Recipient first = recipients.get(0);
            boolean same = recipients.stream()
                    .allMatch(
                            r -> r.quotes().equals(first.quotes()) && r.others().equals(first.others()));
            return same ? first : null;
        }

        /** The addresses of its recipients. */
        List<String> addresses() {
            return recipients.stream()
                    .map(Recipient::address)
                    .filter(Objects::nonNull)
                    .toList();
        }

        Section withoutNotes() {
            return new Section(
                    id,
                    title,
                    facts,
                    codes,
                    parties,
                    act,
                    cause,
                    wordedFor,
                    recipients,
                    people,
                    List.of(),
                    alternatives,
                    question,
                    admin,
                    links,
                    rule);
        }

        /** With the steps of one person only, such as {@code sender}; none where there are none for that person. */
        Section onlyFor(String who) {
            return new Section(
                    id,
                    title,
                    facts,
                    codes,
                    parties,
                    act,
                    cause,
                    wordedFor,
                    recipients,
                    people.stream().filter(p -> p.who().equals(who)).toList(),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    rule);
        }
    }

    /** {@code certain}, and what that means. */
    record Fact(String label, String text) {}

    /** One of the three parties: its name, what is known of it, who acts there. */
    record Party(String name, List<String> known, boolean acts, boolean then) {}

    /**
     * A recipient, its code such as {@code 550 5.1.1}, and the proof; address and code may be null.
     *
     * @param others what else the servers answered: the inner part of a wrapped answer
     */
    record Recipient(@Nullable String address, @Nullable String code, List<String> quotes, List<String> others) {}

    /** The steps of one person; {@code first} for whoever must act first. */
    record Person(String who, String name, boolean first, List<Step> steps) {}

    /** One action and what can be copied for it, once for each recipient; {@code more} commands are not shown. */
    record Step(String text, List<String> commands, int more) {}

    /** A finding that contributes. */
    record Note(String title, String cause) {}

    /** What else it could be. */
    record Alternative(String id, String title) {}

    /** What to tell for a surer answer; options are {@code recipient-kind=group} and its label. */
    record Question(String text, List<Option> options) {}

    /** One answer to choose. */
    record Option(String pair, String label) {}

    /** A page to read; {@code url} is null where it is not one to link to. */
    record Link(String title, @Nullable String url) {}

    /** A line about the message that bounced: {@code From}, {@code anna@example.it}. */
    record Field(String name, List<String> values) {}

    /**
     * One step of the way, {@code a.example.it} to {@code b.example.it}.
     *
     * @param delay   {@code 2 min, 5 sec}, or null
     * @param percent of the longest delay, 0 to 100
     * @param slow    whether this delay stands out
     */
    record Hop(
            @Nullable String at,
            @Nullable String from,
            @Nullable String by,
            @Nullable String with,
            @Nullable String delay,
            int percent,
            boolean slow) {}

    /**
     * One result of authentication.
     *
     * @param method  {@code DMARC}
     * @param result  {@code fail}, as the receiver wrote it
     * @param mark    a sign for it: as it should be, not so, or neither
     * @param domain  whom it was asked of, or null
     * @param meaning in plain words
     * @param more    {@code action=oreject}, or null
     */
    record Check(
            String method,
            String result,
            String mark,
            @Nullable String domain,
            String meaning,
            @Nullable String more) {}
}
