package io.rimbalzo.cli;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Unexplained;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.mask.Masking;
import io.rimbalzo.reply.Draft;
import io.rimbalzo.reply.Reply;
import io.rimbalzo.rule.ContextName;
import io.rimbalzo.unexplained.OpenCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/** What becomes of a result before it is written: {@code --reader}, {@code --mask}, {@code --unexplained FILE}. */
final class Shaping {

    static final String REPLY = "reply";
    private static final String DEFAULT_READER = "sender";

    private final String reader;
    private final @Nullable Masking masking;
    private final @Nullable Path file;
    private final @Nullable Unexplained unexplained;

    private Shaping(String reader, @Nullable Masking masking, @Nullable Path file, @Nullable Unexplained unexplained) {
        this.reader = reader;
        this.masking = masking;
        this.file = file;
        this.unexplained = unexplained;
    }

    /** What the options ask for; what is wrong with them is told to the rest. */
    static Shaping of(CommandLine given, Rimbalzo rimbalzo, Speech speech, Asked asked) throws IOException {
        String reader = given.getOptionValue("reader");
        List<String> known = readers(rimbalzo);
        if (reader != null && !known.contains(reader)) {
            asked.unknown("error.bad-reader", reader, known);
        }
        boolean lines = "ndjson".equals(given.getOptionValue("input"));
        boolean reply = REPLY.equals(given.getOptionValue("format"));
        if (reply && (lines || given.getArgList().size() > 1)) {
            asked.wrong("error.reply-one", Map.of());
        }
        Path file = given.hasOption("unexplained") ? writable(given.getOptionValue("unexplained"), asked) : null;
        Masking masking = given.hasOption("mask") || file != null ? rimbalzo.masking(speech.words()) : null;
        return new Shaping(
                reader == null && reply ? DEFAULT_READER : reader,
                given.hasOption("mask") ? masking : null,
                file,
                file == null || masking == null ? null : new Unexplained(rimbalzo, masking));
    }

    /** The people whom rules/context.tsv knows as readers. */
    private static List<String> readers(Rimbalzo rimbalzo) {
        return rimbalzo.rules().contexts().all().stream()
                .filter(context -> context.name().equals("reader"))
                .map(ContextName::values)
                .findFirst()
                .orElse(List.of());
    }

    /** The file, which exists from now on; null, and told, where it cannot be written. */
    private static @Nullable Path writable(String name, Asked asked) {
        try {
            Path file = Path.of(name);
            appending(file).close();
            return file;
        } catch (IOException | InvalidPathException e) {
            asked.wrong("error.unwritable-file", Map.of("file", name));
            return null;
        }
    }

    private static FileChannel appending(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** An output that gets every result in its wanted shape. */
    Output before(Output output, Rimbalzo rimbalzo) {
        return new Output() {
            @Override
            public void write(Result result, @Nullable String name) {
                keep(result);
                Result shaped = masking == null ? result : rimbalzo.masked(result, masking);
                output.write(reader == null ? shaped : shaped.forReader(reader), name);
            }

            @Override
            public void close() {
                output.close();
            }
        };
    }

    /** A reply as a mail; a complaint where complaints go. */
    Output replies(Terminal terminal) {
        Output complaints = new Output.Pages(terminal, false);
        return new Output() {
            @Override
            public void write(Result result, @Nullable String name) {
                if (result.error() != null) {
                    complaints.write(result, name);
                    return;
                }
                byte[] mail =
                        Draft.of(Reply.to(Objects.requireNonNullElse(reader, DEFAULT_READER), result), Instant.now());
                terminal.out().write(mail, 0, mail.length);
            }

            @Override
            public void close() {
                terminal.out().flush();
            }
        };
    }

    /** Each case is written at once, so that several processes may add to one file. */
    private void keep(Result result) {
        if (unexplained == null || file == null) {
            return;
        }
        List<OpenCase> cases = unexplained.cases(result);
        if (cases.isEmpty()) {
            return;
        }
        try (FileChannel channel = appending(file)) {
            for (OpenCase one : cases) {
                channel.write(ByteBuffer.wrap(one.toString().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(new FileSystemException(file.toString(), null, e.getMessage()));
        }
    }
}
