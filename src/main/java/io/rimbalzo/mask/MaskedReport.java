package io.rimbalzo.mask;

import io.rimbalzo.mask.StandIns.Kind;
import io.rimbalzo.report.Alignment;
import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Authentication;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Hop;
import io.rimbalzo.report.Likeness;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.MethodResult;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report with stand-ins wherever it held personal data; codes, dates and words stay as they were. */
final class MaskedReport {

    private final Masking.Known known;
    private final Learned learned;
    private final HeaderLines lines;

    MaskedReport(Masking.Known known, Learned learned, HeaderLines lines) {
        this.known = known;
        this.learned = learned;
        this.lines = lines;
    }

    Report of(Report read) {
        return new Report(
                read.format(),
                read.language(),
                read.failures().stream().map(this::failure).toList(),
                message(read.message()));
    }

    private String text(String text) {
        return new MaskedText(learned, known.standIns(), text).masked();
    }

    private @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** A server's name, of whatever form. */
    private @Nullable String host(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return name;
        }
        String masked = text(name);
        boolean changed = !masked.equals(name) || !name.chars().allMatch(c -> Tokens.isPart((char) c));
        return changed ? masked : known.standIns().domain(name);
    }

    /** An address, or whatever stands where one is expected. */
    private String address(String address) {
        if (address.isBlank()) {
            return address;
        }
        String masked = text(address);
        boolean office = known.publicHosts().isOffice(address.substring(0, Math.max(0, address.indexOf('@'))));
        return masked.equals(address) && !office ? known.standIns().numbered(Kind.USER, address) : masked;
    }

    private @Nullable String addressOrNull(@Nullable String address) {
        return address == null ? null : address(address);
    }

    private Failure failure(Failure read) {
        Likeness like = read.likeness();
        return new Failure(
                addressOrNull(read.recipient()),
                read.action(),
                read.status(),
                read.answers().stream().map(this::answer).toList(),
                new Servers(
                        host(read.servers().generating()), host(read.servers().remote())),
                values(read.details()),
                lines.maskedOrNull(read.notice()),
                read.retryUntil(),
                like == null ? null : new Likeness(address(like.address()), address(like.meant()), text(like.quote())));
    }

    private Answer answer(Answer read) {
        return new Answer(
                read.reply(),
                read.status(),
                text(read.text()),
                host(read.host()),
                text(read.quote()),
                host(read.blockList()));
    }

    private Map<String, String> values(Map<String, String> read) {
        Map<String, String> masked = new LinkedHashMap<>();
        read.forEach((name, value) -> masked.put(name, text(value)));
        return masked;
    }

    private Message message(Message read) {
        return new Message(
                addressOrNull(read.from()),
                addressOrNull(read.sender()),
                addressOrNull(read.returnPath()),
                read.to().stream().map(this::address).toList(),
                read.subject() == null || read.subject().isBlank()
                        ? read.subject()
                        : known.standIns().numbered(Kind.SUBJECT, read.subject().strip()),
                read.date(),
                read.messageId() == null || Learned.bare(read.messageId()).isEmpty()
                        ? read.messageId()
                        : "<" + learned.id(Learned.bare(read.messageId()), null) + ">",
                read.hops().stream().map(this::hop).toList(),
                authentication(read.authentication()),
                read.headers().stream().map(lines::masked).toList());
    }

    private Hop hop(Hop read) {
        return new Hop(
                read.at(),
                host(read.from()),
                textOrNull(read.ip()),
                host(read.by()),
                read.with(),
                read.delaySeconds(),
                text(read.quote()));
    }

    private Authentication authentication(Authentication read) {
        return new Authentication(
                results(read.results()),
                results(read.original()),
                results(read.arc()),
                read.alignments().stream()
                        .map(a -> new Alignment(
                                a.of(), text(a.domain()), text(a.fromDomain()), a.aligned(), text(a.quote())))
                        .toList(),
                results(read.antispam()));
    }

    private List<MethodResult> results(List<MethodResult> read) {
        return read.stream()
                .map(r -> new MethodResult(
                        r.method(),
                        text(r.result()),
                        r.reason(),
                        textOrNull(r.comment()),
                        values(r.properties()),
                        text(r.quote())))
                .toList();
    }
}
