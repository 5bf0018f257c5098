package io.rimbalzo.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes Outlook files as [MS-OXMSG] describes them: {@code new OutlookFile("IPM.Note").text(0x0037, "Undeliverable")}. */
public final class OutlookFile {

    private final Map<String, byte[]> streams = new LinkedHashMap<>();
    private final Map<Integer, Long> fixed = new LinkedHashMap<>();
    private final List<OutlookFile> recipients = new ArrayList<>();
    private final List<OutlookFile> attachments = new ArrayList<>();
    private OutlookFile embedded;

    public OutlookFile(String messageClass) {
        text(0x001A, messageClass);
    }

    private OutlookFile() {}

    /** A recipient's entry: {@code recipient("luca@example.it", "550 5.1.1 ...")}. */
    public static OutlookFile entry() {
        return new OutlookFile();
    }

    public OutlookFile text(int property, String text) {
        return stream(property, "001F", text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** A text in the letters of a code page, as files before Outlook 2003 have it. */
    OutlookFile narrow(int property, String text, String charset) {
        return stream(property, "001E", text.getBytes(Charset.forName(charset)));
    }

    OutlookFile binary(int property, byte[] bytes) {
        return stream(property, "0102", bytes);
    }

    private OutlookFile stream(int property, String type, byte[] bytes) {
        streams.put(String.format("__substg1.0_%04X%s", property, type), bytes);
        return this;
    }

    public OutlookFile number(int property, int value) {
        fixed.put(property << 16 | 0x0003, (long) value);
        return this;
    }

    OutlookFile date(int property, long ticks) {
        fixed.put(property << 16 | 0x0040, ticks);
        return this;
    }

    public OutlookFile recipient(OutlookFile recipient) {
        recipients.add(recipient);
        return this;
    }

    /** A recipient with its SMTP address, the status as a number and the server's words. */
    public OutlookFile recipient(String address, int status, String words) {
        return recipient(entry().text(0x3002, "SMTP")
                .text(0x3003, address)
                .number(0x0C20, status)
                .text(0x0C1B, words));
    }

    public OutlookFile attach(OutlookFile message) {
        OutlookFile attachment = new OutlookFile();
        attachment.embedded = message;
        attachments.add(attachment.number(0x3705, 5));
        return this;
    }

    OutlookFile attach(String name, String type, byte[] data) {
        attachments.add(new OutlookFile().text(0x3707, name).text(0x370E, type).binary(0x3701, data));
        return this;
    }

    public byte[] bytes() {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            write(files.getRoot(), 32);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DirectoryEntry directory, int header) throws IOException {
        for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
            directory.createDocument(stream.getKey(), new ByteArrayInputStream(stream.getValue()));
        }
        directory.createDocument("__properties_version1.0", new ByteArrayInputStream(properties(header)));
        for (int i = 0; i < recipients.size(); i++) {
            recipients.get(i).write(directory.createDirectory(String.format("__recip_version1.0_#%08X", i)), 8);
        }
        for (int i = 0; i < attachments.size(); i++) {
            attachments.get(i).write(directory.createDirectory(String.format("__attach_version1.0_#%08X", i)), 8);
        }
        if (embedded != null) {
            embedded.write(directory.createDirectory("__substg1.0_3701000D"), 24);
        }
    }

    private byte[] properties(int header) {
        ByteBuffer all = ByteBuffer.allocate(header + 16 * fixed.size()).order(ByteOrder.LITTLE_ENDIAN);
        all.position(header);
        fixed.forEach((tag, value) -> all.putInt(tag).putInt(6).putLong(value));
        return all.array();
    }
}
