package io.rimbalzo.rule;

import io.rimbalzo.fact.*;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of the rules, as rules/vocabulary.drl tells them: whatever is not here does not exist for a rule. */
final class Vocabulary {

    static final Vocabulary MAIL = new Vocabulary();

    static {
        MAIL.fact(Reply.class).number("code", Reply::code).word("says", "", Reply::text);
        MAIL.fact(Status.class).text("code", Status::code).word("within", "code", Status::code);
        MAIL.fact(Detail.class).text("name", Detail::name).text("value", Detail::value);
        MAIL.fact(Notice.class).word("says", "", Notice::text);
        MAIL.fact(Action.class).text("value", Action::value);
        MAIL.fact(Format.class)
                .text("name", Format::name, "dsn", "exchange-classic", "exchange-modern", "text", "code", "headers");
        MAIL.fact(Server.class)
                .text("role", Server::role, "generating", "remote", "rejecting")
                .text("name", Server::name)
                .text("domain", Server::domain);
        MAIL.fact(Recipient.class)
                .text("address", Recipient::address)
                .text("domain", Recipient::domain)
                .text("form", Recipient::form, "smtp", "x500");
        MAIL.fact(Sender.class).text("address", Sender::address).text("domain", Sender::domain);
        MAIL.fact(Likeness.class).text("address", Likeness::address).text("meant", Likeness::meant);
        MAIL.fact(Spf.class)
                .text("result", Spf::result)
                .text("domain", Spf::domain)
                .text("ip", Spf::ip);
        MAIL.fact(Dkim.class)
                .text("result", Dkim::result)
                .text("domain", Dkim::domain)
                .text("reason", Dkim::reason)
                .word("says", "reason", Dkim::reason);
        MAIL.fact(Dmarc.class)
                .text("result", Dmarc::result)
                .text("action", Dmarc::action)
                .text("headerFrom", Dmarc::headerFrom);
        MAIL.fact(CompAuth.class).text("result", CompAuth::result).text("reason", CompAuth::reason);
        MAIL.fact(Arc.class).text("result", Arc::result);
        MAIL.fact(Alignment.class)
                .text("of", Alignment::of, "mail-from", "dkim")
                .text("aligned", Alignment::aligned, "yes", "no")
                .text("domain", Alignment::domain)
                .text("fromDomain", Alignment::fromDomain);
        MAIL.fact(Antispam.class).text("field", Antispam::field).text("value", Antispam::value);
        // Not "with": for MVEL that is a word of its own, and rule files are valid for the stock compilers too.
        MAIL.fact(Hop.class).text("from", Hop::from).text("by", Hop::by).number("delaySeconds", Hop::delaySeconds);
        MAIL.fact(Header.class)
                .text("name", Header::name)
                .text("value", Header::value)
                .word("says", "value", Header::value);
        MAIL.fact(Context.class)
                .text("name", Context::name)
                .text("value", Context::value)
                .number("number", Context::number);
        MAIL.fact(Inferred.class).text("name", Inferred::name);
    }

    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final Map<Class<?>, FactType> byClass = new HashMap<>();
    private final List<FactType> all = new ArrayList<>();
    private final List<FactType.Field> fields = new ArrayList<>();

    Map<String, FactType> types() {
        return types;
    }

    /** By index. */
    List<FactType> all() {
        return all;
    }

    /** The type of a fact; null for a class that no rule knows. */
    @Nullable
    FactType of(Fact fact) {
        return byClass.get(fact.getClass());
    }

    int fields() {
        return fields.size();
    }

    FactType.Field field(int index) {
        return fields.get(index);
    }

    /** All words, so that two versions of the program can be told apart. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        types.forEach((name, type) -> {
            all.append(name).append(type.words.keySet());
            type.fields
                    .values()
                    .forEach(field ->
                            all.append(' ').append(field).append(field.kind()).append(field.values()));
        });
        return all.toString();
    }

    private <F extends Fact> Declaring<F> fact(Class<F> type) {
        FactType declared = new FactType(type, types.size());
        types.put(declared.name(), declared);
        byClass.put(type, declared);
        all.add(declared);
        return new Declaring<>(declared);
    }

    /** Adds words to one kind of fact; the types make sure that they are its own. */
    @SuppressWarnings("unchecked")
    private final class Declaring<F extends Fact> {

        private final FactType type;

        Declaring(FactType type) {
            this.type = type;
        }

        Declaring<F> text(String name, Function<F, String> get, String... values) {
            return field(name, String.class, get, values);
        }

        Declaring<F> number(String name, Function<F, Integer> get) {
            return field(name, Integer.class, get);
        }

        private Declaring<F> field(String name, Class<?> of, Function<F, ?> get, String... values) {
            Function<?, ?> untyped = get;
            FactType.Field field = new FactType.Field(
                    type, name, of, fields.size(), List.of(values), (Function<Fact, Object>) untyped);
            type.fields.put(name, field);
            fields.add(field);
            return this;
        }

        Declaring<F> word(String name, String field, Function<F, String> text) {
            Function<?, ?> untyped = text;
            type.words.put(name, new FactType.Word(type, name, field, (Function<Fact, String>) untyped));
            return this;
        }
    }
}
