package io.rimbalzo;

import java.util.Locale;

/**
 * What the system's settings say of the reader's language: {@code it_CH.UTF-8} in LANG, the choice of a desktop, and
 * before these {@code it:de} in LANGUAGE, which the launcher hands on.
 */
public final class SystemLanguage {

    private SystemLanguage() {}

    /** A tag, or a list as in Accept-Language, the preferred language first. */
    public static String wish() {
        return wish(System.getProperty("rimbalzo.language", ""), Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** @param preferred as gettext has it: {@code it:de}, {@code de_CH:fr}, or empty */
    static String wish(String preferred, Locale system) {
        StringBuilder wish = new StringBuilder();
        for (String tag : preferred.isEmpty() ? new String[0] : preferred.split(":")) {
            if (!tag.isBlank()) {
                wish.append(Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag())
                        .append(", ");
            }
        }
        return wish.append(system.toLanguageTag()).toString();
    }
}
