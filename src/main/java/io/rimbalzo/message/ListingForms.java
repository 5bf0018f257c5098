package io.rimbalzo.message;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three forms in which PowerShell hands objects on, each as names and words. */
final class ListingForms {

    private ListingForms() {}

    /** Of {@code ConvertTo-Json}: one object, or an array. A property that is an object stands by its name or value. */
    static List<Map<String, String>> json(String text) throws IOException {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(text);
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
        List<Map<String, String>> objects = new ArrayList<>();
        for (JsonNode node : root.isArray() ? root : List.of(root)) {
            Map<String, String> object = new LinkedHashMap<>();
            node.properties().forEach(property -> object.put(property.getKey(), words(property.getValue())));
            objects.add(object);
        }
        return objects;
    }

    private static String words(JsonNode node) {
        if (node.isObject()) {
            for (String name : List.of("Name", "Value", "value")) {
                if (node.path(name).isValueNode() && !node.path(name).isNull()) {
                    return node.path(name).asString();
                }
            }
            return "";
        }
        return node.isNull() ? "" : node.isValueNode() ? node.asString() : node.toString();
    }

    /** Of {@code Export-Csv}, with or without the line {@code #TYPE ...}; separated by commas or, as Italian Windows does, semicolons. */
    static List<Map<String, String>> csv(String text) throws IOException {
        String body = text.startsWith("#") ? text.substring(text.indexOf('\n') + 1) : text;
        String head = body.lines().findFirst().orElse("");
        char separator = head.chars().filter(c -> c == ';').count()
                        > head.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        List<Map<String, String>> objects = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .get();
        try (var parser = format.parse(new StringReader(body))) {
            if (!parser.getHeaderMap().containsKey("Text")) {
                throw new IOException("no column Text");
            }
            for (CSVRecord record : parser) {
                objects.add(record.toMap());
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
        return objects;
    }

    /** Of {@code Export-Clixml}: the properties of each object; one that is an object stands by its ToString. */
    static List<Map<String, String>> clixml(String text) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            List<Map<String, String>> objects = new ArrayList<>();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Obj")) {
                    objects.add(object(reader));
                }
            }
            if (objects.isEmpty()) {
                throw new IOException("no objects");
            }
            return objects;
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** From behind {@code <Obj>} to its end. Depth 1 is {@code <Props>}, depth 2 a property, deeper what a property is made of. */
    private static Map<String, String> object(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> object = new LinkedHashMap<>();
        int depth = 0;
        String property = null;
        StringBuilder words = new StringBuilder();
        for (int event = reader.next(); depth > 0 || event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2) {
                    property = reader.getAttributeValue(null, "N");
                }
                words.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS) {
                words.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (property != null
                        && (depth == 2 && !object.containsKey(property)
                                || depth == 3 && "ToString".equals(reader.getLocalName()))) {
                    object.put(property, unescaped(words.toString()));
                }
                words.setLength(0);
                property = depth == 2 ? null : property;
                depth--;
            }
        }
        return object;
    }

    /** PowerShell writes characters that XML cannot hold as {@code _x000A_}. */
    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.startsWith("_x", i)
                    && i + 6 < text.length()
                    && text.charAt(i + 6) == '_'
                    && text.substring(i + 2, i + 6).chars().allMatch(c -> Character.digit(c, 16) >= 0);
            plain.append(escape ? (char) Integer.parseInt(text.substring(i + 2, i + 6), 16) : text.charAt(i));
            i += escape ? 6 : 0;
        }
        return plain.toString();
    }
}
