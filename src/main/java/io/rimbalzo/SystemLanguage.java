package io.rimbalzo;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the system's settings say of the reader's language: {@code it:de} in LANGUAGE and {@code it_CH.UTF-8} in LANG,
 * which the launcher hands on, or the choice of a desktop.
 */
public final class SystemLanguage {

    private SystemLanguage() {}

    /** A tag, or a list as in Accept-Language, the preferred language first. */
    public static String wish() {
        return wish(System.getProperty("rimbalzo.language", ""), Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** @param preferred as gettext has it: {@code it:de}, {@code de_CH.UTF-8}, or empty */
    static String wish(String preferred, Locale system) {
        if (preferred.isEmpty()) {
            return system.toLanguageTag();
        }
        Set<String> wish = new LinkedHashSet<>();
        for (String tag : preferred.split(":", 0)) {
            int end = (tag + ".").replace('@', '.').indexOf('.');
            wish.add(Locale.forLanguageTag(tag.substring(0, end).replace('_', '-'))
                    .toLanguageTag());
        }
        wish.add(system.toLanguageTag());
        wish.remove("und");
        return String.join(", ", wish);
    }
}
