package io.rimbalzo.guidance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An organization's own words over the shipped ones, key by key: {@code access.denied.title} of {@code site/i18n} wins.
 *
 * <p>A list that a site begins, with {@code .do.<who>.1} or {@code .see.1}, is the site's own from there: nothing of the
 * shipped list stays, commands included, so it may be shorter. A later step alone, {@code .do.<who>.3}, replaces that
 * step with its command, or goes on where the shipped list ends; a {@code .command} alone replaces only the command.
 */
final class SiteEntries {

    private static final String COMMAND = ".command";

    private SiteEntries() {}

    /** Both layers by key, shipped keys first. */
    static Map<String, Bundle.Entry> over(Map<String, Bundle.Entry> shipped, Map<String, Bundle.Entry> site) {
        if (site.isEmpty()) {
            return shipped;
        }
        Set<String> lists = new LinkedHashSet<>();
        site.keySet().stream().filter(SiteEntries::beginsList).forEach(key -> lists.add(list(key)));
        Map<String, Bundle.Entry> both = new LinkedHashMap<>();
        shipped.forEach((key, entry) -> {
            boolean gone = isListed(key) && lists.contains(list(key))
                    || key.endsWith(COMMAND) && site.containsKey(key.substring(0, key.length() - COMMAND.length()));
            if (!gone) {
                both.put(key, entry);
            }
        });
        both.putAll(site);
        return both;
    }

    /** The same for one file of each layer, under the shipped file's name. */
    static Bundle over(Bundle shipped, Bundle site) {
        return new Bundle(
                shipped.file(), List.copyOf(over(byKey(shipped), byKey(site)).values()));
    }

    private static Map<String, Bundle.Entry> byKey(Bundle bundle) {
        Map<String, Bundle.Entry> entries = new LinkedHashMap<>();
        bundle.entries().forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    private static boolean beginsList(String key) {
        return isListed(key) && key.endsWith(".1");
    }

    /** Whether it is a step, a step's command, or a page: {@code access.denied.do.sender.1.command}. */
    static boolean isListed(String key) {
        return key.contains(".do.") || key.contains(".see.");
    }

    /** {@code access.denied.do.sender} of {@code access.denied.do.sender.1.command}. */
    static String list(String key) {
        String step = key.endsWith(COMMAND) ? key.substring(0, key.length() - COMMAND.length()) : key;
        return step.substring(0, Math.max(0, step.lastIndexOf('.')));
    }
}
