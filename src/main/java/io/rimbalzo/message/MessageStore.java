package io.rimbalzo.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The files of system messages in a folder, {@code i18n/system-messages_it.properties}, written whole or not at all: to a
 * temporary file, forced to the disk, renamed. Writers wait for one another, in this program and in others.
 */
public final class MessageStore {

    private static final String LOCK = ".system-messages.lock";
    private static final Object ONE_WRITER = new Object();

    private final Path folder;

    /** @param folder i18n, beside the launcher or a site's */
    public MessageStore(Path folder) {
        this.folder = folder;
    }

    /** What is there now. */
    public SystemMessages read() throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file :
                        all.filter(f -> isOurs(f.getFileName().toString())).toList()) {
                    files.put(shown(file.getFileName().toString()), text(file));
                }
            }
        }
        return SystemMessages.of(files);
    }

    private static boolean isOurs(String name) {
        return SystemMessages.isFile(name) && name.endsWith(MessageFile.ENDING);
    }

    private String shown(String name) {
        return "i18n/" + name;
    }

    private String text(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(
                    shown(file.getFileName().toString()) + ": this is not UTF-8; save the file as UTF-8", e);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Adds the message, or changes the one of its identity. */
    public void put(SystemMessage message) throws IOException {
        change(message.identity().language(), file -> file.put(message));
    }

    /** Takes the message out; nothing happens where there is none. */
    public void remove(Identity identity) throws IOException {
        change(identity.language(), file -> file.remove(identity));
    }

    /** Reads, changes and writes under the lock, so that what another has written meanwhile is kept. */
    private void change(String language, Consumer<MessageFile> change) throws IOException {
        synchronized (ONE_WRITER) {
            Files.createDirectories(folder);
            try (FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock(); // closing the channel releases it
                Path target = folder.resolve(MessageFile.name(language));
                String before = text(target);
                MessageFile file = new MessageFile(language, shown(MessageFile.name(language)), before);
                change.accept(file);
                if (!file.text().equals(before)) {
                    write(target, file.text());
                }
            }
        }
    }

    private void write(Path target, String text) throws IOException {
        Path made = Files.createTempFile(folder, ".system-messages", ".new");
        try {
            try (FileChannel out = FileChannel.open(made, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            if (Files.exists(target)) {
                keepRights(target, made);
            }
            move(made, target);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /** A temporary file is its writer's alone; what stands in i18n stays as readable as it was. */
    private static void keepRights(Path from, Path to) throws IOException {
        if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path made, Path target) throws IOException {
        try {
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
