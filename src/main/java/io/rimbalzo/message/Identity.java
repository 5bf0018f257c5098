package io.rimbalzo.message;

import io.rimbalzo.report.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names a system message: {@code It\Internal\5.7.124}, {@code It\WarningMailbox}. Case does not count; equal
 * identities are equal records.
 *
 * @param language as Exchange spells it, {@code it}, {@code zh-Hans}
 * @param audience null for a quota message
 * @param name     a code, the id of a diagnosis, or a type of quota message
 */
public record Identity(String language, @Nullable Audience audience, String name) {

    /** Who reads it: senders of the organization, or all others. */
    public enum Audience {
        INTERNAL,
        EXTERNAL;

        @Override
        public String toString() {
            return this == INTERNAL ? "Internal" : "External";
        }
    }

    /** An identity, or why there is none. */
    public record Parsed(@Nullable Identity identity, List<Flaw> flaws) {}

    public boolean isQuota() {
        return audience == null;
    }

    /** Whether it names a diagnosis, {@code access.group-large}, in place of a code: more than Exchange can. */
    public boolean isDiagnosis() {
        return !isQuota() && !Character.isDigit(name.charAt(0));
    }

    /** The part that stands in the file of its language: {@code Internal\5.7.124}. */
    public String local() {
        return isQuota() ? name : audience + "\\" + name;
    }

    @Override
    public String toString() {
        return ExchangeNames.capital(language) + "\\" + local();
    }

    /** Of {@code It\Internal\5.7.124}, {@code it/internal/5.7.124} or {@code It\WarningMailbox}. */
    public static Parsed parse(String text) {
        String[] parts = text.strip().replace('/', '\\').split("\\\\", -1);
        if (parts.length == 2) {
            return quota(parts[0], parts[1]);
        }
        if (parts.length != 3) {
            return new Parsed(null, List.of(Flaw.of("identity", 0, "found", text)));
        }
        Audience audience = audience(parts[1]);
        if (audience == null) {
            return new Parsed(null, List.of(Flaw.of("audience", 0, "found", parts[1])));
        }
        return report(parts[0], audience, parts[2]);
    }

    private static @Nullable Audience audience(String text) {
        for (Audience audience : Audience.values()) {
            if (audience.toString().equalsIgnoreCase(text.strip())) {
                return audience;
            }
        }
        return null;
    }

    /** Of a report's text: language, audience, and a code or the id of a diagnosis. */
    public static Parsed report(String language, Audience audience, String name) {
        List<Flaw> flaws = new ArrayList<>();
        String spelled = language(language, flaws);
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (!isId(lower)) {
            code(lower, flaws);
        }
        return new Parsed(spelled != null && flaws.isEmpty() ? new Identity(spelled, audience, lower) : null, flaws);
    }

    /** Of a quota message's text. */
    public static Parsed quota(String language, String type) {
        List<Flaw> flaws = new ArrayList<>();
        String spelled = language(language, flaws);
        Optional<String> known = ExchangeNames.quotaType(type.strip());
        if (known.isEmpty()) {
            flaws.add(Flaw.of(
                    "quota-type",
                    0,
                    "found",
                    type,
                    "known",
                    ExchangeNames.quotaTypes(),
                    "nearest",
                    Spelling.nearest(type, ExchangeNames.quotaTypes()).orElse("")));
        }
        return new Parsed(spelled != null && flaws.isEmpty() ? new Identity(spelled, null, known.get()) : null, flaws);
    }

    private static @Nullable String language(String language, List<Flaw> flaws) {
        Optional<String> known = ExchangeNames.language(language.strip());
        if (known.isEmpty()) {
            flaws.add(Flaw.of(
                    "language",
                    0,
                    "found",
                    language,
                    "nearest",
                    Spelling.nearest(language, ExchangeNames.languages()).orElse("")));
        }
        return known.orElse(null);
    }

    /** {@code access.group-large}: a topic and a name. */
    private static boolean isId(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                && dot + 1 < name.length()
                && name.indexOf('.', dot + 1) < 0
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-' || c == '.' || c >= '0' && c <= '9')
                && name.charAt(0) >= 'a';
    }

    /** "4.x.y or 5.x.y; x and y have one to three digits." */
    private static void code(String name, List<Flaw> flaws) {
        String[] parts = name.split("\\.", -1);
        boolean formed = parts.length == 3;
        for (String part : parts) {
            formed &= !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
        }
        if (!formed) {
            flaws.add(Flaw.of(
                    name.contains("-") || name.contains("x") || name.contains("*") ? "code-range" : "code",
                    0,
                    "found",
                    name));
        } else if (!parts[0].equals("4") && !parts[0].equals("5")) {
            flaws.add(Flaw.of("code-class", 0, "found", name, "class", parts[0]));
        }
    }
}
