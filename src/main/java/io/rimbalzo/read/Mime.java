package io.rimbalzo.read;

import io.rimbalzo.report.HeaderField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** A mail's bytes as a tree of parts; the only class that knows mime4j. */
final class Mime {

    private final Limits limits;
    private final MimeTokenStream stream;
    private final Deque<Part> open = new ArrayDeque<>();
    private List<HeaderField> fields = new ArrayList<>();
    private @Nullable Part root;
    private int parts;
    private int skipping;

    private Mime(Limits limits) {
        this.limits = limits;
        this.stream = new MimeTokenStream(new MimeConfig.Builder()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1)
                .setMaxContentLen(-1)
                .setMalformedHeaderStartsBody(false)
                .build());
    }

    /** The mail; what its form makes unreadable is left out. */
    static Part read(byte[] mail, Limits limits) {
        return new Mime(limits).tree(mail, 0);
    }

    /** The same of a mail that is a file in so many others. */
    static Part read(byte[] mail, Limits limits, int nested) {
        return new Mime(limits).tree(Folds.mended(mail), nested);
    }

    private Part tree(byte[] mail, int repairs) {
        try {
            stream.parse(new ByteArrayInputStream(mail));
            for (EntityState state = stream.getState();
                    state != EntityState.T_END_OF_STREAM && parts <= limits.parts() && open.size() <= limits.depth();
                    state = stream.next()) {
                event(state, repairs);
            }
        } catch (IOException | MimeException broken) {
            // what was read so far is the mail
            return root == null ? new Part("text/plain", fields, null) : root;
        }
        return root == null ? new Part("text/plain", fields, null) : root;
    }

    private void event(EntityState state, int repairs) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> fields = new ArrayList<>();
            case T_FIELD -> field(stream.getField());
            case T_END_HEADER -> endHeader();
            case T_PREAMBLE -> preamble();
            case T_END_MULTIPART -> endMultipart(repairs);
            case T_BODY -> body(repairs);
            case T_END_MESSAGE, T_END_BODYPART -> end();
            default -> {}
        }
    }

    private void field(Field field) {
        if (fields.size() < limits.headers() && field.getRaw() != null) {
            String line = Decoding.characters(field.getRaw().toByteArray(), null);
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new HeaderField(line.substring(0, colon).strip(), OneLine.of(line.substring(colon + 1))));
            }
        }
    }

    private void endHeader() {
        Part parent = open.peek();
        boolean digest = parent != null && parent.is("multipart/digest");
        Part part = new Part(type(fields, digest ? "message/rfc822" : "text/plain"), fields, null);
        if (parent == null) {
            root = root == null ? part : root;
        } else {
            parent.parts.add(part);
        }
        parts++;
        open.push(part);
        if (isReturned(parent)) {
            skipping = open.size();
            stream.setRecursionMode(RecursionMode.M_FLAT);
        }
    }

    private static String type(List<HeaderField> fields, String otherwise) {
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase("Content-Type")) {
                int end = field.value().indexOf(';');
                String type = field.value()
                        .substring(0, end < 0 ? field.value().length() : end)
                        .strip();
                return type.indexOf('/') > 0 ? type.toLowerCase(Locale.ROOT) : otherwise;
            }
        }
        return otherwise;
    }

    /** Of the mail that comes after a delivery status only the headers count. */
    private boolean isReturned(Part wrapper) {
        if (wrapper == null || skipping > 0 || !wrapper.is("message/rfc822") || open.size() < 3) {
            return false;
        }
        Part self = open.pop();
        open.pop();
        Part container = open.peek();
        open.push(wrapper);
        open.push(self);
        return container.parts.stream().anyMatch(p -> p.is("message/delivery-status"));
    }

    private void body(int repairs) throws IOException {
        Part part = open.peek();
        boolean attached = part != null && repairs < 3 && part.isMailFile();
        if (part == null || skipping > 0 || !isText(part.type) && !attached) {
            return;
        }
        byte[] bytes = stream.getInputStream().readAllBytes();
        if (attached) {
            replace(attached(part, decoding(bytes, stream.getBodyDescriptor()), repairs));
            return;
        }
        Part repaired = part.type.startsWith("multipart/") && repairs < 3 ? repaired(bytes, repairs) : null;
        replace(
                repaired != null
                        ? new Part(part.type, part.headers, null, repaired.parts)
                        : new Part(part.type, part.headers, decoding(bytes, stream.getBodyDescriptor())));
    }

    /** A mail that is attached as a file, as some programs forward it. */
    private Part attached(Part file, Decoding decoding, int repairs) {
        byte[] bytes = decoding.plain();
        Part mail = Reading.isOle(bytes) ? Outlook.read(bytes, limits, repairs + 1) : read(bytes, limits, repairs + 1);
        return mail == null ? file : new Part("message/rfc822", file.headers, null, new ArrayList<>(List.of(mail)));
    }

    private static Decoding decoding(byte[] bytes, BodyDescriptor body) {
        String encoding = body.getTransferEncoding();
        return new Decoding(
                bytes,
                encoding == null ? null : encoding.toLowerCase(Locale.ROOT).strip(),
                body.getCharset());
    }

    private void preamble() throws IOException {
        if (open.peek() != null && skipping == 0) {
            open.peek().preamble = stream.getInputStream().readAllBytes();
        }
    }

    /** Where the declared boundary never came, all of the mail was preamble: another boundary, or one text. */
    private void endMultipart(int repairs) {
        Part part = open.peek();
        if (part == null || !part.parts.isEmpty() || part.preamble == null) {
            return;
        }
        Part repaired = repairs < 3 ? repaired(part.preamble, repairs) : null;
        Part text = new Part("text/plain", part.headers, new Decoding(part.preamble, null, null));
        replace(
                repaired != null && !repaired.parts.isEmpty()
                        ? new Part(part.type, part.headers, null, repaired.parts)
                        : text);
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.startsWith("message/") || type.startsWith("multipart/");
    }

    private void replace(Part read) {
        open.pop();
        if (open.isEmpty()) {
            root = read;
        } else {
            List<Part> siblings = open.peek().parts;
            siblings.set(siblings.size() - 1, read);
        }
        open.push(read);
    }

    /** A multipart that lost its boundary, as where a folded header lost its space: the first {@code --} tells it. */
    private @Nullable Part repaired(byte[] bytes, int repairs) {
        String body = new String(bytes, StandardCharsets.ISO_8859_1);
        int dashes = body.startsWith("--") ? 0 : body.indexOf("\n--") + 1;
        int end = body.indexOf('\n', dashes);
        if (end < 0 || dashes == 0 && !body.startsWith("--")) {
            return null;
        }
        String boundary = body.substring(dashes + 2, end).strip();
        if (boundary.isEmpty()
                || boundary.length() > 200
                || boundary.indexOf('"') >= 0
                || boundary.indexOf('\\') >= 0) {
            return null;
        }
        String header = "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n";
        byte[] mail = (header + body.substring(dashes)).getBytes(StandardCharsets.ISO_8859_1);
        return new Mime(limits).tree(mail, repairs + 1);
    }

    private void end() {
        if (skipping > 0 && open.size() == skipping) {
            skipping = 0;
            stream.setRecursionMode(RecursionMode.M_RECURSE);
        }
        open.poll();
    }
}
