package io.rimbalzo.read;

import io.rimbalzo.report.Authentication;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Servers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft 365's modern report: {@code Your message to luca@example.it couldn't be delivered.}, who must act, how to fix
 * it, {@code Status code: 550 5.1.10}, {@code Reported error: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; ...}.
 */
final class ModernBody {

    private ModernBody() {}

    static boolean isIn(Body body) {
        return body.has("dsn-server", "errors", "more", "details", "hops")
                || body.has("title") && body.has("status", "error", "fix", "who");
    }

    static List<Found> read(Body body) {
        String error = text(body.valueOf("error"));
        String status = text(body.valueOf("status"));
        String answer = !error.isEmpty() ? error : status.isEmpty() ? unlabelled(body) : status;
        String generating = host(body.valueOf("dsn-server"));
        String remote = host(body.valueOf("remote"));
        boolean same = remote != null && remote.equalsIgnoreCase(generating);
        Servers servers = new Servers(generating, same ? null : remote);
        Found found = new Found(null, answer, AnswerText.read(answer), servers, notice(body), code(status), who(body));
        List<Found> all = new ArrayList<>();
        for (String recipient : recipients(body)) {
            all.add(new Found(
                    recipient, answer, found.answers(), servers, found.notice(), found.status(), found.who()));
        }
        return all.isEmpty() ? List.of(found) : all;
    }

    /** The code under a label that is not known, {@code Estado: 550 5.7.133}; empty where there is none. */
    private static String unlabelled(Body body) {
        for (Body.Line line : body.lines()) {
            int colon = line.text().indexOf(':');
            String value = colon < 0 ? "" : line.text().substring(colon + 1).strip();
            Mark mark = value.isEmpty() ? null : Mark.at(value, 0);
            if (mark != null && mark.status() != null) {
                return value;
            }
        }
        return "";
    }

    /** The message that bounced, as the details show it where its headers are not there. */
    static Message message(Body body, Message returned) {
        List<String> sender = returned.isKnown() ? List.of() : AddressLine.all(text(body.valueOf("sender")));
        return sender.isEmpty()
                ? returned
                : new Message(
                        sender.get(0),
                        null,
                        null,
                        recipients(body),
                        body.valueOf("subject"),
                        null,
                        null,
                        List.of(),
                        Authentication.NONE,
                        List.of());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String host(@Nullable String value) {
        return value == null ? null : HostText.name(value);
    }

    private static @Nullable String code(String status) {
        StatusCode code = StatusCode.find(status, 0);
        return code == null ? null : code.code();
    }

    /** Those that the details name, else the one in the title. */
    private static List<String> recipients(Body body) {
        String named = body.valueOf("recipient");
        List<String> recipients = named == null ? List.of() : AddressLine.all(named);
        String title = body.valueOf("title");
        return recipients.isEmpty() && title != null ? AddressLine.all(title) : recipients;
    }

    /** The cause: the first words below the title. */
    private static @Nullable String notice(Body body) {
        int title = 0;
        while (title < body.lines().size() && !body.lines().get(title).is("title")) {
            title++;
        }
        StringBuilder cause = new StringBuilder();
        for (int i = title + 1; i < body.lines().size(); i++) {
            Body.Line line = body.lines().get(i);
            if (line.hit() != null
                    || line.isBlank() && cause.length() > 0
                    || line.text().indexOf('\t') > 0) {
                break;
            }
            cause.append(line.text()).append('\n');
        }
        return Notice.of(cause.toString());
    }

    /** Under which of the three parties the mark stands: the first column is the sender, the last the recipient. */
    private static @Nullable String who(Body body) {
        for (Body.Line line : body.lines()) {
            if (line.text().indexOf('\t') < 0) {
                continue;
            }
            int marked = -1;
            int column = 0;
            for (String cell : line.text().split("\t", 8)) {
                marked = !cell.isBlank() && marked < 0 && body.isKnown(cell, "who") ? column : marked;
                column++;
            }
            if (marked >= 0) {
                return marked == 0 ? "sender" : marked >= 2 ? "recipient" : "service";
            }
        }
        return null;
    }
}
