package io.rimbalzo.render;

import io.rimbalzo.guidance.Words;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.message.SystemMessage;
import io.rimbalzo.render.Lines.Ink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** System messages as Get-SystemMessage shows them: a table, a list, JSON or CSV, with Exchange's own property names. */
public final class MessageListing {

    public static final List<String> FORMATS = List.of("table", "list", "json", "csv");

    private static final List<String> COLUMNS =
            List.of("Identity", "Language", "Internal", "DsnCode", "QuotaMessageType", "Text", "Original");
    private static final int IDENTITY_WIDTH = 38;
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MessageListing() {}

    /**
     * The messages in a form for programs or people.
     *
     * @param format one of {@link #FORMATS}
     */
    public static String of(List<SystemMessage> messages, String format, Words words) {
        return switch (format) {
            case "json" -> json(messages);
            case "csv" -> csv(messages);
            case "list" -> list(messages, words);
            default -> table(messages, words);
        };
    }

    /** The property of a message, by Exchange's name; null where it has none. */
    private static @Nullable Object property(SystemMessage message, String name) {
        return switch (name) {
            case "Identity" -> message.identity().toString();
            case "Language" -> message.identity().language();
            case "Internal" ->
                message.identity().isQuota()
                        ? null
                        : (Object) (message.identity().audience() == Audience.INTERNAL);
            case "DsnCode" ->
                message.identity().isQuota() ? null : message.identity().name();
            case "QuotaMessageType" ->
                message.identity().isQuota() ? message.identity().name() : null;
            case "Text" -> message.text();
            default -> message.original();
        };
    }

    private static String json(List<SystemMessage> messages) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (SystemMessage message : messages) {
            ObjectNode node = all.addObject();
            COLUMNS.forEach(column -> node.putPOJO(column, property(message, column)));
        }
        return INDENTED.writeValueAsString(all) + "\n";
    }

    private static String csv(List<SystemMessage> messages) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(COLUMNS.toArray(new String[0]))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (SystemMessage message : messages) {
                List<Object> row = new ArrayList<>();
                COLUMNS.forEach(column -> row.add(property(message, column)));
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String list(List<SystemMessage> messages, Words words) {
        Lines lines = new Lines(TextPage.WIDTH, false);
        for (SystemMessage message : messages) {
            lines.blank();
            for (String column : COLUMNS) {
                Object value = property(message, column);
                if (value != null) {
                    String label = column + " ".repeat(17 - column.length()) + ": ";
                    String shown = value instanceof Boolean b
                            ? words.say(b ? "messages.yes" : "messages.no")
                            : value.toString();
                    lines.hanging(label, " ".repeat(label.length()), shown, Ink.PLAIN);
                }
            }
        }
        return lines.toString();
    }

    private static String table(List<SystemMessage> messages, Words words) {
        if (messages.isEmpty()) {
            return words.say("messages.none") + "\n";
        }
        StringBuilder text = new StringBuilder(row("Identity", "Text"));
        text.append(row("-".repeat(8), "-".repeat(4)));
        for (SystemMessage message : messages) {
            String mark = message.original() ? words.say("messages.original-mark", Map.of()) + " " : "";
            text.append(row(message.identity().toString(), mark + Clean.line(message.text())));
        }
        return text.toString();
    }

    /** One line; a text that is too long for it is cut, and shows that it is. */
    private static String row(String identity, String text) {
        String first = identity.length() < IDENTITY_WIDTH
                ? identity + " ".repeat(IDENTITY_WIDTH - identity.length())
                : identity + "  ";
        int room = Math.max(10, TextPage.WIDTH - first.length());
        return first
                + (text.length() <= room ? text : text.substring(0, room - 1).stripTrailing() + "…") + "\n";
    }
}
