package io.rimbalzo.guidance;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import io.rimbalzo.report.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One text with named values, {@code "L’indirizzo {recipient} non esiste"}, as ICU MessageFormat understands it.
 *
 * <p>Most texts hold nothing but words and plain {@code {name}}s; these are put together here, since the first use of
 * ICU costs more time than a whole diagnosis. Whatever has a comma or a straight apostrophe is left to ICU.
 */
public final class Phrase {

    private static final int SHOWN = 40;

    private final Bundle.Entry entry;
    private final Words words;
    private final @Nullable List<String> pieces;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    /** @param words those that the text is one of */
    Phrase(Bundle.Entry entry, Words words) {
        this.entry = entry;
        this.words = words;
        this.pieces = plain(entry.value());
    }

    Words words() {
        return words;
    }

    /**
     * The names of the values that a text holds, those within the branches of a plural too.
     *
     * @throws BrokenWords where its braces are not as ICU wants them
     */
    public static Set<String> names(Bundle.Entry entry, String language) {
        return new Phrase(entry, new Words(language, List.of())).names();
    }

    /** Whether the braces of a text are as ICU wants them. */
    public static boolean isInOrder(Bundle.Entry entry, String language) {
        Phrase phrase = new Phrase(entry, new Words(language, List.of()));
        try {
            return phrase.pieces != null || phrase.format(language) != null;
        } catch (BrokenWords e) {
            return false;
        }
    }

    /** Words and names in turn, words first; null where ICU is needed. */
    private static @Nullable List<String> plain(String pattern) {
        if (pattern.indexOf('\'') >= 0) {
            return null;
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            if (close < 0 || !isName(pattern, open + 1, close)) {
                return null;
            }
            pieces.add(pattern.substring(from, open));
            pieces.add(pattern.substring(open + 1, close));
            from = close + 1;
        }
        pieces.add(pattern.substring(from));
        return pattern.indexOf('}', from) >= 0 ? null : pieces;
    }

    private static boolean isName(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > from && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return to > from;
    }

    /** The names of the values that the text holds, in order. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        if (pieces != null) {
            for (int i = 1; i < pieces.size(); i += 2) {
                names.add(pieces.get(i));
            }
        } else {
            names.addAll(allNames(words.locale()));
        }
        return names;
    }

    /**
     * The text with its values.
     *
     * @param values gives a text, a number, a moment or a list for each name, never null
     * @param locale how these are written: {@code it-CH}
     */
    String with(Function<String, Object> values, String locale) {
        if (pieces == null) {
            return byRule(values, locale);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Object piece = i % 2 == 0 ? pieces.get(i) : values.apply(pieces.get(i));
            text.append(piece instanceof String ? piece : Conventions.of(locale).text(piece));
        }
        return text.toString();
    }

    /** By the language's own rules for plurals, and by what else the text asks ICU for. */
    private synchronized String byRule(Function<String, Object> values, String locale) {
        MessageFormat format = format(locale);
        Map<String, Object> all = new HashMap<>();
        for (String name : allNames(locale)) {
            Object value = values.apply(name);
            all.put(
                    name,
                    value instanceof Number ? value : Conventions.of(locale).text(value));
        }
        try {
            return format.format(all);
        } catch (IllegalArgumentException e) {
            throw broken(BrokenWords.sentence("braces", "key", entry.key(), "found", String.valueOf(e.getMessage())));
        }
    }

    /** Those within the branches of a select or plural too, which ICU's own list leaves out. */
    private Set<String> allNames(String locale) {
        MessagePattern pattern = new MessagePattern(format(locale).toPattern());
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return names;
    }

    /** @throws BrokenWords where ICU refuses the text */
    private synchronized MessageFormat format(String locale) {
        MessageFormat format = formats.get(locale);
        if (format == null) {
            try {
                format = new MessageFormat(entry.value(), ULocale.forLanguageTag(locale));
            } catch (IllegalArgumentException e) {
                throw broken(BrokenWords.sentence("braces", "key", entry.key(), "found", atBrace()));
            }
            formats.put(locale, format);
        }
        return format;
    }

    /** What a reader has to look at: the text from its first brace on. */
    private String atBrace() {
        String text = entry.value();
        int open = text.indexOf('{');
        int close = text.indexOf('}');
        int from = Math.max(0, open < 0 || close >= 0 && close < open ? close : open);
        return text.substring(from, Math.min(text.length(), from + SHOWN));
    }

    /** A complaint about this text, with its place. */
    BrokenWords broken(Sentence sentence) {
        return new BrokenWords(entry.file(), entry.line(), sentence);
    }
}
