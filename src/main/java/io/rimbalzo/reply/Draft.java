package io.rimbalzo.reply;

import io.rimbalzo.render.Clean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.field.ParseException;
import org.apache.james.mime4j.field.UnstructuredFieldImpl;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.MimeUtil;

/**
 * A reply as a mail in a file, plain text and HTML, that mail programs open as a draft: {@code X-Unsent: 1}. The writing of
 * headers and parts is mime4j's; it has no From, since only who sends it knows that.
 */
public final class Draft {

    private Draft() {}

    /** The bytes of the .eml file; {@code now} is its Date. */
    public static byte[] of(Reply reply, Instant now) {
        try {
            Message.Builder mail = Message.Builder.of()
                    .setField(field("MIME-Version", "1.0"))
                    .addField(field("X-Unsent", "1"))
                    .addField(field("Content-Language", reply.language()))
                    .setDate(Date.from(now), TimeZone.getTimeZone("UTC"))
                    .addField(field("Subject", encoded(Clean.line(reply.subject()))));
            if (reply.to() != null) {
                mail.setTo(reply.to());
            }
            if (reply.inReplyTo() != null) {
                mail.addField(field("In-Reply-To", reply.inReplyTo())).addField(field("References", reply.inReplyTo()));
            }
            mail.setBody(MultipartBuilder.create("alternative")
                    .addBodyPart(part("plain", PlainReply.of(reply)))
                    .addBodyPart(part("html", HtmlReply.of(reply)))
                    .build());
            return DefaultMessageWriter.asBytes(mail.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            // addresses were checked when the reply was made
            throw new IllegalArgumentException(reply.to(), e);
        }
    }

    /** Where there is more than ASCII, in UTF-8, which every program of today reads. */
    private static String encoded(String subject) {
        boolean plain = subject.chars().allMatch(c -> c >= ' ' && c < 127) && !subject.contains("=?");
        int name = "Subject: ".length();
        return plain
                ? MimeUtil.fold(subject, name)
                : EncoderUtil.encodeEncodedWord(
                        subject, EncoderUtil.Usage.TEXT_TOKEN, name, StandardCharsets.UTF_8, EncoderUtil.Encoding.Q);
    }

    private static BodyPart part(String type, String text) throws IOException {
        return BodyPartBuilder.create()
                .setBody(text.replace("\n", "\r\n"), type, StandardCharsets.UTF_8)
                .setContentTransferEncoding("quoted-printable")
                .build();
    }

    private static Field field(String name, String value) {
        return UnstructuredFieldImpl.PARSER.parse(new RawField(name, value), DecodeMonitor.SILENT);
    }
}
