package io.rimbalzo.render;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Page.Party;
import io.rimbalzo.report.Message;
import io.rimbalzo.rule.About;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The three parties of a delivery, as Exchange Online's reports draw them. */
final class Parties {

    static final List<String> ALL = List.of("sender", "service", "recipient");
    private static final int MOST = 3;

    private Parties() {}

    /** {@code sender}, {@code service} or {@code recipient}, on whose side the responsible one acts; empty for nobody. */
    static String of(@Nullable String responsible) {
        return switch (responsible == null ? "" : responsible) {
            case "sender", "sender-admin" -> "sender";
            case "service" -> "service";
            case "recipient", "recipient-admin", "group-owner" -> "recipient";
            default -> "";
        };
    }

    /** With their addresses and servers: the server that made the report is the service's, the other the recipient's. */
    static List<Party> of(Result result, List<Told> group, About about) {
        Words words = result.words();
        String acts = of(about.responsible());
        String then = of(about.then());
        return ALL.stream()
                .map(party -> new Party(
                        Pages.raised(words, words.say("party." + party)),
                        switch (party) {
                            case "sender" -> sender(result.report().message());
                            case "service" ->
                                distinct(group, t -> t.failure().servers().generating());
                            default ->
                                Stream.concat(
                                                distinct(group, t -> t.failure().recipient()).stream(),
                                                distinct(
                                                        group,
                                                        t -> t.failure()
                                                                .servers()
                                                                .remote())
                                                        .stream())
                                        .toList();
                        },
                        party.equals(acts),
                        party.equals(then) && !then.equals(acts)))
                .toList();
    }

    private static List<String> sender(Message message) {
        String address = message.from() != null ? message.from() : message.returnPath();
        return address == null || address.isBlank() ? List.of() : List.of(Clean.quote(address));
    }

    private static List<String> distinct(List<Told> group, Function<Told, String> value) {
        return Pages.atMost(
                MOST,
                group.stream().map(value).filter(Objects::nonNull).distinct().toList());
    }
}
