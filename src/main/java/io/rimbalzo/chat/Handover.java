package io.rimbalzo.chat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.mask.Masking;
import io.rimbalzo.render.MarkdownPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * That a person should take over, why, and what to give them: {@code unexplained}, the report and a copy of it without
 * personal data.
 */
public record Handover(Reason reason, List<Attachment> attachments) {

    private static final System.Logger LOG = System.getLogger("io.rimbalzo.chat");
    private static final String REPORT = "report";
    private static final String REDACTED = "report-redacted";

    private static final int LONGEST_START = 65_536;

    /** Why: nothing explains it, nothing makes the answer surer, or only the service provider can act. */
    public enum Reason {
        unexplained,
        unsure,
        service
    }

    /** A file, {@code report-redacted.txt}, {@code text/plain}. */
    public record Attachment(String name, String mediaType, byte[] content) {

        /** Its text, where it is one. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    public Handover {
        attachments = List.copyOf(attachments);
    }

    static Handover of(Reason reason, Rimbalzo rimbalzo, Submission submission, Result result) {
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(report(submission.content()));
        try {
            attachments.add(redacted(rimbalzo, submission, result));
        } catch (IOException e) {
            // whoever takes over still gets the report; nothing that might hold personal data stands in for the copy
            LOG.log(System.Logger.Level.ERROR, "no redacted copy can be made", e);
        }
        return new Handover(reason, attachments);
    }

    /** The copy without personal data, or an empty text where there is none. */
    public String redacted() {
        return attachments.stream()
                .filter(attachment -> attachment.name().startsWith(REDACTED))
                .map(Attachment::text)
                .findFirst()
                .orElse("");
    }

    /**
     * A text is masked as it stands. Of what is encoded (parts in Base64, HTML, .msg) no mask can be sure: there the answer
     * itself is masked, with all that was read and quoted.
     */
    private static Attachment redacted(Rimbalzo rimbalzo, Submission submission, Result result) throws IOException {
        Masking masking = rimbalzo.masking(result.words());
        String text = new String(submission.content(), StandardCharsets.UTF_8);
        return isPlain(text)
                ? attachment(".txt", "text/plain", masking.text(text, result.report()))
                : attachment(".md", "text/markdown", MarkdownPage.of(rimbalzo.masked(result, masking)));
    }

    private static Attachment attachment(String ending, String type, String text) {
        return new Attachment(REDACTED + ending, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isPlain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return List.of("content-transfer-encoding", "text/html", "<html", "<body", "\0", "\uFFFD").stream()
                .noneMatch(lower::contains);
    }

    /** As it was handed in. */
    private static Attachment report(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LONGEST_START), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (start.indexOf('\0') >= 0) {
            return new Attachment(REPORT + ".bin", "application/octet-stream", content);
        }
        return start.contains("mime-version:") && start.contains("content-type:")
                ? new Attachment(REPORT + ".eml", "message/rfc822", content)
                : new Attachment(REPORT + ".txt", "text/plain", content);
    }
}
