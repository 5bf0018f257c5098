package io.rimbalzo.mcp;

import io.modelcontextprotocol.util.McpUriTemplateManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a diagnosis can be read: {@code rimbalzo://diagnosis/access.group-large?lang=it}.
 *
 * @param lang the language wanted, or null
 */
record DiagnosisUri(String id, @Nullable String lang) {

    static final String BEFORE = "rimbalzo://diagnosis/";
    private static final String LANG = "?lang=";
    /** As RFC 6570 writes it. */
    static final String TEMPLATE = BEFORE + "{id}{?lang}";

    /** Null where it is no address of a diagnosis. */
    static @Nullable DiagnosisUri parse(String uri) {
        if (!uri.startsWith(BEFORE)) {
            return null;
        }
        int query = uri.indexOf(LANG);
        String id = uri.substring(BEFORE.length(), query < 0 ? uri.length() : query);
        String lang = query < 0 ? "" : uri.substring(query + LANG.length());
        return id.isEmpty() || id.indexOf('/') >= 0 || id.indexOf('?') >= 0
                ? null
                : new DiagnosisUri(id, lang.isEmpty() ? null : lang);
    }

    /** The SDK's own reader of templates knows no {@code {?lang}}. */
    record Template(String template) implements McpUriTemplateManager {

        @Override
        public List<String> getVariableNames() {
            return template.equals(TEMPLATE) ? List.of("id", "lang") : List.of();
        }

        @Override
        public Map<String, String> extractVariableValues(String uri) {
            Map<String, String> values = new LinkedHashMap<>();
            DiagnosisUri parsed = matches(uri) ? parse(uri) : null;
            if (parsed != null && isUriTemplate(template)) {
                values.put("id", parsed.id());
                if (parsed.lang() != null) {
                    values.put("lang", parsed.lang());
                }
            }
            return values;
        }

        @Override
        public boolean matches(String uri) {
            return template.equals(TEMPLATE) ? parse(uri) != null : template.equals(uri);
        }

        @Override
        public boolean isUriTemplate(String uri) {
            return uri.equals(TEMPLATE);
        }
    }
}
