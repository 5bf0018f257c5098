package io.rimbalzo.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart.Part;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/**
 * What a page's form sends, {@code multipart/form-data}; read in memory, nothing goes to the disk.
 *
 * @param file    the report, as chosen or pasted
 * @param context {@code recipient-kind=group}, each a field {@code context}
 * @param lang    the field {@code lang}, or null
 */
record Form(byte[] file, List<String> context, @Nullable String lang) {

    private static final String BOUNDARY = "boundary=";
    private static final int MOST_PARTS = 50;

    /** @throws Refusal 400 where it is none, or lacks the field {@code file} */
    static Form read(String contentType, byte[] body) {
        int at = contentType.toLowerCase(java.util.Locale.ROOT).indexOf(BOUNDARY);
        String boundary = at < 0 ? "" : unquoted(contentType.substring(at + BOUNDARY.length()));
        if (boundary.isEmpty() || boundary.length() > 70) {
            throw bad();
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxMemoryFileSize(-1);
        parser.setMaxParts(MOST_PARTS);
        try (MultiPartFormData.Parts parts = Blocker.<MultiPartFormData.Parts>blockWithPromise(
                done -> parser.parse(new ByteBufferContentSource(ByteBuffer.wrap(body)), done))) {
            return of(parts);
        } catch (IOException | IllegalStateException e) {
            // of too many parts the parser says that its state is illegal
            throw bad();
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.startsWith("\"");
        int end = value.indexOf(quoted ? '"' : ';', 1);
        return value.substring(quoted ? 1 : 0, end < 0 ? value.length() : end).strip();
    }

    private static Form of(MultiPartFormData.Parts parts) {
        byte[] file = null;
        List<String> context = new ArrayList<>();
        String lang = null;
        for (Part part : parts) {
            switch (String.valueOf(part.getName())) {
                case "file" -> file = bytes(part);
                case "context" -> context.add(text(part));
                case "lang" -> lang = text(part).isBlank() ? null : text(part).strip();
                default -> {
                    continue;
                }
            }
        }
        if (file == null) {
            throw bad();
        }
        context.removeIf(String::isBlank);
        return new Form(file, context, lang);
    }

    private static String text(Part part) {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Part part) {
        try {
            ByteBuffer buffer =
                    Content.Source.asByteBuffer(part.newContentSource(ByteBufferPool.SIZED_NON_POOLING, 0, -1));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw bad();
        }
    }

    private static Refusal bad() {
        return new Refusal(400, "bad-form", Map.of());
    }
}
