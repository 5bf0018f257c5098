package io.rimbalzo.guidance;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of the languages spoken suits a reader best: {@code de-CH, it;q=0.8} is Italian where no German is spoken.
 *
 * <p>A language that is spoken is taken as it is; ICU, whose first use costs more than a whole diagnosis, is asked only
 * for others: Swiss German ({@code gsw}) is answered in German, Welsh in English.
 */
final class Negotiation {

    /** What browsers send is far shorter. */
    private static final int LONGEST = 500;

    /**
     * What was found.
     *
     * @param language one of those spoken
     * @param locale   the same with the reader's own region, {@code it-CH}: so numbers and dates are written
     */
    record Match(String language, String locale) {}

    private static final Match NONE = new Match("", "");
    private static final int MOST_KEPT = 500;

    private final List<String> spoken;

    /** What was found before: programs ask the same again and again. */
    private final Map<String, Match> found = new ConcurrentHashMap<>();

    private @Nullable LocaleMatcher matcher;

    Negotiation(List<String> spoken) {
        this.spoken = spoken;
    }

    /** @param wish a tag, also as systems write it ({@code it_CH.UTF-8}), or a list as in Accept-Language; null for none */
    @Nullable
    Match best(@Nullable String wish) {
        if (wish == null || wish.length() > LONGEST) {
            return null;
        }
        Match match = found.get(wish);
        if (match == null) {
            match = find(wish);
            if (found.size() < MOST_KEPT) {
                found.put(wish, match);
            }
        }
        return match.equals(NONE) ? null : match;
    }

    private Match find(String wish) {
        List<Locale> wishes = wishes(wish);
        if (wishes.isEmpty()) {
            return NONE;
        }
        String exact = exact(wishes.get(0));
        return exact != null ? match(exact, wishes.get(0)) : nearest(wishes);
    }

    private static List<Locale> wishes(String wish) {
        if (wish.indexOf(',') < 0 && wish.indexOf(';') < 0) {
            return locales(wish, new ArrayList<>());
        }
        List<Locale> wishes = new ArrayList<>();
        try {
            for (LanguageRange range : LanguageRange.parse(wish)) {
                if (range.getWeight() > 0) {
                    locales(range.getRange(), wishes);
                }
            }
        } catch (IllegalArgumentException notAList) {
            return List.of();
        }
        return wishes;
    }

    private static List<Locale> locales(String tag, List<Locale> into) {
        Locale locale = Locale.forLanguageTag(bare(tag).replace('_', '-'));
        if (!locale.getLanguage().isEmpty()) {
            into.add(locale);
        }
        return into;
    }

    /** Without the encoding and the modifier of {@code it_IT.UTF-8@euro}. */
    private static String bare(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '.' && tag.charAt(end) != '@') {
            end++;
        }
        return tag.substring(0, end).strip();
    }

    /** The tag itself, or its language where that is spoken in one form only; else null. */
    private @Nullable String exact(Locale wish) {
        if (spoken.contains(wish.toLanguageTag())) {
            return wish.toLanguageTag();
        }
        String language = wish.getLanguage();
        return spoken.contains(language) && spoken.stream().noneMatch(tag -> tag.startsWith(language + "-"))
                ? language
                : null;
    }

    private synchronized Match nearest(List<Locale> wishes) {
        if (matcher == null) {
            matcher = LocaleMatcher.builder()
                    .setSupportedULocales(
                            spoken.stream().map(ULocale::forLanguageTag).toList())
                    .setNoDefaultLocale()
                    .build();
        }
        LocaleMatcher.Result best = matcher.getBestMatchResult(
                wishes.stream().map(ULocale::forLocale).toList());
        return best.getSupportedIndex() < 0
                ? NONE
                : match(
                        spoken.get(best.getSupportedIndex()),
                        best.getDesiredULocale().toLocale());
    }

    private static Match match(String language, Locale wish) {
        Locale own = Locale.forLanguageTag(language);
        boolean regional = own.getCountry().isEmpty()
                && own.getLanguage().equals(wish.getLanguage())
                && Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).contains(wish.getCountry());
        return new Match(language, regional ? language + "-" + wish.getCountry() : language);
    }
}
