package io.rimbalzo.fact;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.MethodResult;
import io.rimbalzo.report.Report;
import io.rimbalzo.report.Servers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one failed recipient, with the message and what the person told, into the facts that the rules see. */
public final class Facts {

    /** The {@link Detail} that names the block list of an answer. */
    public static final String BLOCK_LIST = "block-list";

    /** The {@link Detail} that names the sending address in an answer. */
    public static final String CLIENT_ADDRESS = "client-address";

    private static final int MOST_HEADERS = 200;

    private final List<Fact> facts = new ArrayList<>();

    private Facts() {}

    /**
     * The facts of one failure.
     *
     * @param context names and values that the person or the program told
     */
    public static List<Fact> of(Report report, Failure failure, Map<String, String> context) {
        Facts reading = new Facts();
        reading.facts.add(new Format(report.format(), report.format()));
        reading.answers(failure);
        reading.recipient(report, failure);
        reading.servers(failure.servers());
        reading.message(report.message());
        context.forEach((name, value) -> reading.facts.add(Context.of(name, value)));
        return List.copyOf(reading.facts);
    }

    private void answers(Failure failure) {
        Set<String> codes = new HashSet<>();
        boolean exact = failure.answers().stream().anyMatch(a -> isExact(a.status()));
        for (Answer answer : failure.answers()) {
            facts.add(new Reply(answer.reply(), answer.text(), answer.quote()));
            detail(BLOCK_LIST, answer.blockList(), answer);
            detail(CLIENT_ADDRESS, ClientAddress.namedIn(answer.text()), answer);
            if (answer.status() != null && (!exact || isExact(answer.status())) && codes.add(answer.status())) {
                facts.add(new Status(answer.status(), answer.quote()));
            }
        }
        // the Status field gives way to the server's own words
        if (failure.status() != null && !exact && codes.add(failure.status())) {
            facts.add(new Status(failure.status(), "Status: " + failure.status()));
        }
        failure.details().forEach((name, value) -> facts.add(new Detail(name, value, "[" + name + "=" + value + "]")));
    }

    private void detail(String name, @Nullable String value, Answer answer) {
        if (value != null) {
            facts.add(new Detail(name, value, answer.quote()));
        }
    }

    private static boolean isExact(@Nullable String code) {
        return code != null && !code.endsWith(".0");
    }

    /** A delivery status has a field for the action; elsewhere the report's own words tell it. */
    private static String told(Report report, Failure failure) {
        return report.format().equals(Report.DSN) || failure.notice() == null
                ? "Action: " + failure.action()
                : failure.notice();
    }

    private void recipient(Report report, Failure failure) {
        if (failure.recipient() != null) {
            facts.add(new Recipient(
                    failure.recipient(), domain(failure.recipient()), form(failure.recipient()), failure.recipient()));
        }
        if (failure.action() != null) {
            facts.add(new Action(failure.action(), told(report, failure)));
        }
        if (failure.notice() != null) {
            facts.add(new Notice(failure.notice(), failure.notice()));
        }
        if (failure.likeness() != null) {
            facts.add(new Likeness(
                    failure.likeness().address(),
                    failure.likeness().meant(),
                    failure.likeness().quote()));
        }
    }

    private static String form(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("imceaex") || lower.startsWith("/o=") ? "x500" : "smtp";
    }

    /** What follows the last {@code @}, in lower case, or null. */
    public static @Nullable String domain(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        return at < 0 || at + 1 == address.length()
                ? null
                : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    private void servers(Servers servers) {
        server("generating", servers.generating());
        server("remote", servers.remote());
        server("rejecting", servers.rejecting());
    }

    private void server(String role, @Nullable String name) {
        if (name != null) {
            String lower = name.toLowerCase(Locale.ROOT);
            int dot = lower.lastIndexOf('.');
            int second = dot < 0 ? -1 : lower.lastIndexOf('.', dot - 1);
            facts.add(new Server(role, lower, lower.substring(second + 1), name));
        }
    }

    private void message(Message message) {
        if (message.from() != null) {
            facts.add(new Sender(
                    message.from(),
                    domain(message.from()),
                    message.headers().stream()
                            .filter(field -> field.name().equalsIgnoreCase("From"))
                            .findFirst()
                            .map(HeaderField::line)
                            .orElse(message.from())));
        }
        message.authentication().results().forEach(this::result);
        message.authentication()
                .alignments()
                .forEach(a -> facts.add(
                        new Alignment(a.of(), a.aligned() ? "yes" : "no", a.domain(), a.fromDomain(), a.quote())));
        message.authentication().antispam().forEach(a -> facts.add(new Antispam(a.method(), a.result(), a.quote())));
        message.hops()
                .forEach(h -> facts.add(new Hop(
                        h.from(),
                        h.by(),
                        h.with(),
                        h.delaySeconds() == null ? 0 : (int) Math.min(Integer.MAX_VALUE, h.delaySeconds()),
                        h.quote())));
        for (HeaderField field : message.headers()
                .subList(0, Math.min(MOST_HEADERS, message.headers().size()))) {
            facts.add(new Header(field.name().toLowerCase(Locale.ROOT), field.value(), field.line()));
        }
    }

    private void result(MethodResult r) {
        Map<String, String> p = r.properties();
        switch (r.method()) {
            case "spf" ->
                facts.add(new Spf(r.result(), domainOf(p.get("smtp.mailfrom")), p.get("client-ip"), r.quote()));
            case "dkim" ->
                facts.add(new Dkim(
                        r.result(), p.get("header.d"), r.comment() != null ? r.comment() : r.reason(), r.quote()));
            case "dmarc" -> facts.add(new Dmarc(r.result(), lower(p.get("action")), p.get("header.from"), r.quote()));
            case "compauth" ->
                facts.add(new CompAuth(r.result(), r.reason() != null ? r.reason() : p.get("reason"), r.quote()));
            case "arc" -> facts.add(new Arc(r.result(), r.quote()));
            default -> {}
        }
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String domainOf(@Nullable String addressOrDomain) {
        return addressOrDomain == null || addressOrDomain.indexOf('@') >= 0
                ? domain(addressOrDomain)
                : addressOrDomain.toLowerCase(Locale.ROOT);
    }
}
