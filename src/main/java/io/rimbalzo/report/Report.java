package io.rimbalzo.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bounce says, whatever its form. Language-neutral: {@code language} only tells in which language the report
 * itself was written ({@code "it"}), where that could be seen, else null.
 *
 * @param format   one of dsn, exchange-classic, exchange-modern, text, code, headers, none
 * @param language the report's own language as a two-letter code, or null
 * @param failures one for each failed or delayed recipient; an answer, a code or headers alone give one whose
 *                 unknown parts are null
 * @param message  the message that bounced, as far as the report shows it; never null
 */
public record Report(String format, @Nullable String language, List<Failure> failures, Message message) {

    public static final String DSN = "dsn";
    public static final String EXCHANGE_CLASSIC = "exchange-classic";
    public static final String EXCHANGE_MODERN = "exchange-modern";
    public static final String TEXT = "text";
    public static final String CODE = "code";
    public static final String HEADERS = "headers";
    public static final String NONE = "none";

    public Report {
        failures = List.copyOf(failures);
    }
}
