package io.rimbalzo.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hmef.CompressedRTF;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.poifs.storage.BATBlock;
import org.apache.poi.poifs.storage.HeaderBlock;
import org.apache.poi.util.CodePageUtil;
import org.jspecify.annotations.Nullable;

/**
 * One message, recipient or attachment of an Outlook file with its MAPI properties, as [MS-OXMSG] stores them: the text
 * 0x0037 in the stream {@code __substg1.0_0037001F}. The only class that knows POI; what is broken is absent.
 */
final class Storage {

    private static final String PROPERTIES = "__properties_version1.0";
    private static final int LONG = 0x0003;
    private static final int DATE = 0x0040;
    private static final String NARROW = "001E";
    private static final String WIDE = "001F";
    private static final int MESSAGE_CODE_PAGE = 0x3FFD;
    private static final int INTERNET_CODE_PAGE = 0x3FDE;
    private static final int MOST_RTF = 4 << 20;
    private static final int SLACK = 8 << 20;

    private final DirectoryNode directory;
    private final Room room;
    private final Map<Integer, ByteBuffer> fixed = new HashMap<>();
    private final String charset;

    /** What may still be read: a file cannot hold more than its own size, though its tables may claim so. */
    private static final class Room {
        private long left;

        Room(long left) {
            this.left = left;
        }
    }

    private Storage(DirectoryNode directory, Room room, int header, String inherited) {
        this.directory = directory;
        this.room = room;
        properties(header);
        String own = codePage(MESSAGE_CODE_PAGE);
        own = own != null ? own : codePage(INTERNET_CODE_PAGE);
        this.charset = own != null ? own : inherited;
    }

    /**
     * The message of an Outlook file.
     *
     * @throws IOException where it is no such file, or broken beyond reading
     */
    static Storage open(byte[] file) throws IOException {
        try {
            // POI makes room for all that the table of sectors can speak of, before it reads
            HeaderBlock header = new HeaderBlock(new ByteArrayInputStream(file));
            if (BATBlock.calculateMaximumSize(header) > 2L * file.length + SLACK) {
                throw new IOException("the table of sectors is larger than the file");
            }
            POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(file));
            return new Storage(files.getRoot(), new Room(2L * file.length), 32, "windows-1252");
        } catch (RuntimeException | StackOverflowError broken) {
            throw new IOException(broken);
        }
    }

    /** Properties of a fixed size stand together, 16 octets each: type, number, flags, value. */
    private void properties(int header) {
        byte[] bytes = stream(PROPERTIES);
        ByteBuffer all = ByteBuffer.wrap(bytes == null ? new byte[0] : bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = header; at + 16 <= all.limit(); at += 16) {
            int tag = all.getInt(at);
            if ((tag & 0xffff) == LONG || (tag & 0xffff) == DATE) {
                fixed.putIfAbsent(tag, all.slice(at + 8, 8).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
    }

    private @Nullable String codePage(int property) {
        Integer page = number(property);
        try {
            String name = page == null ? null : CodePageUtil.codepageToEncoding(page, true);
            return name != null && Charset.isSupported(name) ? name : null;
        } catch (UnsupportedEncodingException | IllegalArgumentException unknown) {
            return null;
        }
    }

    @Nullable
    Integer number(int property) {
        ByteBuffer value = fixed.get(property << 16 | LONG);
        return value == null ? null : value.getInt(0);
    }

    /** A date, counted in tenths of microseconds from 1601. */
    @Nullable
    Instant date(int property) {
        ByteBuffer value = fixed.get(property << 16 | DATE);
        long ticks = value == null ? 0 : value.getLong(0);
        try {
            return ticks <= 0 ? null : Instant.parse("1601-01-01T00:00:00Z").plusSeconds(ticks / 10_000_000);
        } catch (DateTimeException beyond) {
            return null;
        }
    }

    /** A text without the zeros that end it, or null. */
    @Nullable
    String text(int property) {
        byte[] wide = stream(name(property, WIDE));
        byte[] narrow = wide != null ? null : stream(name(property, NARROW));
        String text = wide != null
                ? new String(wide, StandardCharsets.UTF_16LE)
                : narrow == null ? null : Decoding.characters(narrow, charset);
        if (text == null) {
            return null;
        }
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    byte @Nullable [] binary(int property) {
        return stream(name(property, "0102"));
    }

    /** The charset of octets that tell none of their own: {@code windows-1252}. */
    String charset() {
        String internet = codePage(INTERNET_CODE_PAGE);
        return internet != null ? internet : charset;
    }

    /** A compressed text with its format marks, or null. */
    @Nullable
    String rtf(int property) {
        byte[] packed = binary(property);
        if (packed == null || packed.length > MOST_RTF) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 2);
        try {
            new CompressedRTF().decompress(new ByteArrayInputStream(packed), out);
        } catch (IOException | RuntimeException broken) {
            // what came out so far is the text
            return out.size() == 0 ? null : out.toString(StandardCharsets.ISO_8859_1);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String name(int property, String type) {
        return "__substg1.0_" + String.format("%04X", property) + type;
    }

    /** The octets of a stream; null where it is absent, broken, or claims more than the file can hold. */
    private byte @Nullable [] stream(String name) {
        Entry entry = entry(name);
        if (!(entry instanceof DocumentEntry document) || document.getSize() > room.left) {
            return null;
        }
        try (InputStream in = new DocumentInputStream(document)) {
            byte[] bytes = in.readNBytes(document.getSize());
            room.left -= bytes.length;
            return bytes;
        } catch (IOException | RuntimeException broken) {
            return null;
        }
    }

    private @Nullable Entry entry(String name) {
        try {
            return directory.hasEntry(name) ? directory.getEntry(name) : null;
        } catch (IOException absent) {
            return null;
        }
    }

    /** The message that is attached as such, or null. */
    @Nullable
    Storage message() {
        return entry(name(0x3701, "000D")) instanceof DirectoryNode inner
                ? new Storage(inner, room, 24, charset)
                : null;
    }

    List<Storage> recipients(int most) {
        return children("__recip_version1.0_", most);
    }

    List<Storage> attachments(int most) {
        return children("__attach_version1.0_", most);
    }

    /** In the order of their numbers: {@code __recip_version1.0_#00000001}. */
    private List<Storage> children(String prefix, int most) {
        List<Storage> children = new ArrayList<>();
        directory.getEntryNames().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .limit(most)
                .forEach(name -> {
                    if (entry(name) instanceof DirectoryNode inner) {
                        children.add(new Storage(inner, room, 8, charset));
                    }
                });
        return children;
    }
}
