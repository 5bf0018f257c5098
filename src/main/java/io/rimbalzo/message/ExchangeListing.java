package io.rimbalzo.message;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code Get-SystemMessage | ConvertTo-Json}, {@code Export-Csv} or {@code Export-Clixml} wrote, or a script of ours.
 *
 * @param messages those that could be understood
 * @param refused  the others: what stood there, and why not
 */
public record ExchangeListing(List<SystemMessage> messages, List<Refused> refused) {

    /** One object of the listing that is no system message of ours. */
    public record Refused(String shown, List<Flaw> flaws) {}

    /**
     * What the listing holds.
     *
     * @throws IOException where the file is none of these forms; its message is for programmers
     */
    public static ExchangeListing read(byte[] content) throws IOException {
        String text = text(content).strip();
        List<Map<String, String>> objects = objects(text);
        List<SystemMessage> messages = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Map<String, String> object : objects) {
            Map<String, String> lower = new LinkedHashMap<>();
            object.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
            add(lower, messages, refused);
        }
        return new ExchangeListing(messages, refused);
    }

    private static List<Map<String, String>> objects(String text) throws IOException {
        if (text.startsWith("[") || text.startsWith("{")) {
            return ListingForms.json(text);
        }
        if (text.startsWith("<")) {
            return ListingForms.clixml(text);
        }
        return PowerShellReader.isScript(text) ? PowerShellReader.read(text) : ListingForms.csv(text);
    }

    private static void add(Map<String, String> object, List<SystemMessage> messages, List<Refused> refused) {
        Identity.Parsed parsed = identity(object);
        String text = object.getOrDefault("text", "");
        Identity identity = parsed.identity();
        List<Flaw> flaws = new ArrayList<>(parsed.flaws());
        if (identity != null) {
            flaws.addAll(RichText.flaws(text));
        }
        if (identity != null && flaws.isEmpty()) {
            messages.add(new SystemMessage(identity, text, "true".equalsIgnoreCase(object.get("original")), null, 0));
        } else {
            refused.add(new Refused(object.getOrDefault("identity", String.valueOf(object)), flaws));
        }
    }

    /** By its own properties, else by its identity: PowerShell writes either as objects or as words, as it likes. */
    private static Identity.Parsed identity(Map<String, String> object) {
        Identity.Parsed whole = Identity.parse(object.getOrDefault("identity", ""));
        if (whole.identity() != null) {
            return whole;
        }
        String language = object.getOrDefault("language", "");
        String quota = object.getOrDefault("quotamessagetype", "");
        if (ExchangeNames.quotaType(quota).isPresent()) {
            return Identity.quota(language, quota);
        }
        String internal = object.getOrDefault("internal", "");
        boolean told = internal.equalsIgnoreCase("true") || internal.equalsIgnoreCase("false");
        return !told || language.isEmpty()
                ? whole
                : Identity.report(
                        language,
                        internal.equalsIgnoreCase("true") ? Identity.Audience.INTERNAL : Identity.Audience.EXTERNAL,
                        object.getOrDefault("dsncode", ""));
    }

    /** PowerShell writes UTF-16 with a mark, UTF-8 with or without one. */
    private static String text(byte[] content) {
        int first = content.length > 0 ? content[0] & 0xFF : 0;
        int second = content.length > 1 ? content[1] & 0xFF : 0;
        Charset charset = first == 0xFF && second == 0xFE
                ? StandardCharsets.UTF_16LE
                : first == 0xFE && second == 0xFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        String text = new String(content, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
