package io.rimbalzo.render;

import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Page.Check;
import io.rimbalzo.report.Authentication;
import io.rimbalzo.report.MethodResult;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What receivers noted of SPF, DKIM, DMARC, compauth and ARC, in plain words. */
final class Checks {

    private static final List<String> METHODS = List.of("spf", "dkim", "dmarc", "compauth", "arc");
    private static final Set<String> WELL = Set.of("pass", "softpass", "bestguesspass");
    private static final Set<String> BADLY = Set.of("fail", "softfail", "permerror");
    private static final List<String> DOMAINS =
            List.of("header.from", "header.d", "header.i", "smtp.mailfrom", "smtp.mfrom", "smtp.mail", "envelope-from");
    private static final int MOST = 20;

    private Checks() {}

    /** In the order of {@link #METHODS}; several signatures of DKIM have a line each. */
    static List<Check> of(Words words, Authentication authentication) {
        return METHODS.stream()
                .flatMap(method -> authentication.results().stream()
                        .filter(result -> result.method().equals(method))
                        .limit(MOST))
                .map(result -> check(words, result))
                .distinct()
                .toList();
    }

    private static Check check(Words words, MethodResult result) {
        String method = result.method();
        String key = "page.check." + method + "." + result.result();
        return new Check(
                method.equals("compauth") ? method : method.toUpperCase(Locale.ROOT),
                Clean.quote(result.result()),
                mark(result.result()),
                domain(result),
                words.say(words.has(key) ? key : "page.check.other"),
                more(result));
    }

    private static String mark(String result) {
        return WELL.contains(result) ? "✓" : BADLY.contains(result) ? "✕" : "–";
    }

    private static @Nullable String domain(MethodResult result) {
        return DOMAINS.stream()
                .map(name -> result.properties().get(name))
                .filter(value -> value != null && !value.isBlank() && !value.equalsIgnoreCase("none"))
                .findFirst()
                .map(Clean::quote)
                .orElse(null);
    }

    private static @Nullable String more(MethodResult result) {
        String action = result.properties().get("action");
        String more = String.join(
                " ",
                Stream.of(
                                action == null ? null : "action=" + action,
                                result.reason() == null ? null : "reason=" + result.reason())
                        .filter(Objects::nonNull)
                        .toList());
        return more.isEmpty() ? null : Clean.quote(more);
    }
}
