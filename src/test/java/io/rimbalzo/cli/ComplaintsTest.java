package io.rimbalzo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing wrong after another, each told with its place and with what was possible, in both languages. */
class ComplaintsTest extends KnowledgeTrial {

    /** A file, what is changed in it to what, and the complaint in Italian and in English. */
    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        DRL,
                        "Reply( says(\"box is full\") )",
                        "Repyl( says(\"box is full\") )",
                        "rules/post.drl:18:5: regola «post.full»: non esiste il fatto «Repyl». Forse si intendeva Reply? Sono possibili: Reply, Status,",
                        "rules/post.drl:18:5: rule “post.full”: there is no fact “Repyl”. Did you mean Reply? Known: Reply, Status,"),
                Arguments.of(
                        DRL,
                        "says(\"box is full\")",
                        "says(\"Box is full\")",
                        "rules/post.drl:18:26: regola «post.full»: una frase si scrive in minuscolo, con spazi singoli e virgolette semplici: \"box is full\"",
                        "rules/post.drl:18:26: rule “post.full”: a phrase is in lower case, with single blanks and plain quotes: \"box is full\""),
                Arguments.of(
                        DRL,
                        "conclude.likely(",
                        "conclude.likley(",
                        "rules/post.drl:20:14: regola «post.full»: non esiste il verbo «likley». Forse si intendeva likely?",
                        "rules/post.drl:20:14: rule “post.full”: there is no verb “likley”. Did you mean likely?"),
                Arguments.of(
                        DRL,
                        "\"box is full\"",
                        "\"bag is full\"",
                        "rules/post.cases:10:9: atteso post.full, non trovato nulla: nessuna regola scatta su questo testo",
                        "rules/post.cases:10:9: expected post.full, got nothing: no rule fires on this text"),
                Arguments.of(
                        DRL,
                        "\"box is full\"",
                        "\"bag is full\"",
                        "rules/post.drl:14:1: regola «post.full»: nessun caso fa scattare questa regola: scriverne uno in rules/post.cases",
                        "rules/post.drl:14:1: rule “post.full”: no case fires this rule: write one in rules/post.cases"),
                Arguments.of(
                        DRL,
                        "\"hop count exceeded\"",
                        "\"exceeded\", \"letter box is full\"",
                        "rules/post.cases:10:9: atteso post.full, trovato post.lost, post.full: la regola «post.lost» (rules/post.drl:4) precede «post.full»",
                        "rules/post.cases:10:9: expected post.full, got post.lost, post.full: the rule “post.lost” (rules/post.drl:4) ranks before “post.full”"),
                Arguments.of(
                        CASES,
                        "expect: post.lost",
                        "expect: post.lots",
                        "rules/post.cases:4:9: nessuna regola conclude «post.lots». Forse si intendeva post.lost? Le sue regole stanno in rules/post.drl",
                        "rules/post.cases:4:9: no rule concludes “post.lots”. Did you mean post.lost? Rules for it stand in rules/post.drl"),
                Arguments.of(
                        CASES,
                        "expect: post.lost",
                        "expect: post.full",
                        "rules/post.cases:4:9: atteso post.full, trovato post.lost, per la regola «post.lost» (rules/post.drl:4)",
                        "rules/post.cases:4:9: expected post.full, got post.lost, by the rule “post.lost” (rules/post.drl:4)"),
                Arguments.of(
                        CASES,
                        "expect: post.lost",
                        "expect: post.lost, post.full",
                        "rules/post.cases:4:9: la diagnosi è giusta; accanto era atteso post.lost, post.full, trovato post.lost",
                        "rules/post.cases:4:9: the diagnosis is right; beside it expected post.lost, post.full, got post.lost"),
                Arguments.of(
                        CASES,
                        "expect: post.lost",
                        "expect: nothing",
                        "rules/post.cases:4:9: non era atteso nulla, trovato post.lost, per la regola «post.lost»",
                        "rules/post.cases:4:9: expected nothing, got post.lost, by the rule “post.lost”"),
                Arguments.of(
                        CASES,
                        "expect: post.lost\n",
                        "expet: post.lost\n",
                        "rules/post.cases:4:1: sopra il testo stanno expect: e context:, non «expet». Forse si intendeva expect?",
                        "rules/post.cases:4:1: above the text stand expect: and context:, not “expet”. Did you mean expect?"),
                Arguments.of(
                        CASES,
                        "recipient-kind=mailbox",
                        "recipient-kind=mailbix",
                        "rules/post.cases:9:1: recipient-kind non vale mai «mailbix». Forse si intendeva mailbox?",
                        "rules/post.cases:9:1: recipient-kind is never “mailbix”. Did you mean mailbox? Known: mailbox, group."),
                Arguments.of(
                        CASES,
                        "# cases",
                        "550 5.4.14 Hop count exceeded",
                        "rules/post.cases:1:1: un caso comincia con === e il suo titolo; qui c’è: 550 5.4.14",
                        "rules/post.cases:1:1: a case begins with === and its title; found here: 550 5.4.14"),
                Arguments.of(
                        "rules/context.tsv",
                        "mailbox\tgroup",
                        "mailbox group",
                        "rules/post.cases:9:1: recipient-kind non vale mai «mailbox». Sono possibili: mailbox group.",
                        "rules/post.cases:9:1: recipient-kind is never “mailbox”."),
                Arguments.of(
                        IT,
                        "post.full.title = La cassetta è piena\n",
                        "",
                        "i18n/post_it.properties:9:1: manca post.full.title",
                        "i18n/post_it.properties:9:1: post.full.title is missing"),
                Arguments.of(
                        EN,
                        "post.full.cause",
                        "post.ful.cause",
                        "i18n/post_en.properties:9:1: post.ful.cause: nessuna regola conclude «post.ful». Forse si intendeva post.full?",
                        "i18n/post_en.properties:9:1: post.ful.cause: no rule concludes “post.ful”. Did you mean post.full?"),
                Arguments.of(
                        EN,
                        "post.full.cause",
                        "post.full.casue",
                        "i18n/post_en.properties:9:1: post.full.casue: una diagnosi non ha questa parte. Forse si intendeva cause?",
                        "i18n/post_en.properties:9:1: post.full.casue: there is no such part of a diagnosis. Did you mean cause?"),
                Arguments.of(
                        IT,
                        "do.recipient.1",
                        "do.recipiente.1",
                        "i18n/post_it.properties:10:1: post.full.do.recipiente.1: nessuno si chiama «recipiente». Forse si intendeva recipient?",
                        "i18n/post_it.properties:10:1: post.full.do.recipiente.1: nobody is called “recipiente”. Did you mean recipient?"),
                Arguments.of(
                        IT,
                        "do.sender-admin.2",
                        "do.sender-admin.3",
                        "i18n/post_it.properties:4:1: post.lost.do.sender-admin.3: manca il numero che precede, post.lost.do.sender-admin.2",
                        "i18n/post_it.properties:4:1: post.lost.do.sender-admin.3: the number before it, post.lost.do.sender-admin.2, is missing"),
                Arguments.of(
                        IT,
                        "il dominio {recipientDomain} \\",
                        "il dominio {recipientDominio} \\",
                        "i18n/post_it.properties:5:28: post.lost.do.sender-admin.2: {recipientDominio} non è un valore che si legge dal messaggio. Forse si intendeva {recipientDomain}?",
                        "i18n/post_it.properties:5:28: post.lost.do.sender-admin.2: {recipientDominio} is not a value we read. Did you mean {recipientDomain}?"),
                Arguments.of(
                        IT,
                        "il dominio {recipientDomain} non",
                        "il destinatario non",
                        "i18n/post_it.properties:2:19: post.lost.cause: i valori cambiano da una lingua all’altra: qui –, in i18n/post_en.properties:2 {recipientDomain}",
                        "i18n/post_it.properties:2:19: post.lost.cause: the values differ between languages: here –, in i18n/post_en.properties:2 {recipientDomain}"),
                Arguments.of(
                        IT,
                        "e il dominio {recipientDomain}",
                        "e l'{recipientDomain}",
                        "i18n/post_it.properties:2:46: post.lost.cause: usare l’apostrofo tipografico (’)",
                        "i18n/post_it.properties:2:46: post.lost.cause: write the typographic apostrophe (’)"),
                Arguments.of(
                        IT,
                        "{recipientDomain} non",
                        "{recipientDomain non",
                        "i18n/post_it.properties:2:56: post.lost.cause: le graffe di questo testo non sono in ordine: {recipientDomain non",
                        "i18n/post_it.properties:2:56: post.lost.cause: the braces of this text are not in order: {recipientDomain non"),
                Arguments.of(
                        IT,
                        "il dominio {recipientDomain} non",
                        "il grande {recipientDomain} non",
                        "i18n/post_it.properties:2:55: post.lost.cause: {recipientDomain} sta dopo «grande», non dopo il suo nome",
                        "i18n/post_it.properties:2:55: post.lost.cause: {recipientDomain} stands after “grande”, not after its noun"),
                Arguments.of(
                        IT,
                        "La cassetta è piena",
                        "La casetta è piena.",
                        "i18n/post_it.properties:8:37: post.full.title: un titolo non ha il punto finale",
                        "i18n/post_it.properties:8:37: post.full.title: a title has no full stop"),
                Arguments.of(
                        IT,
                        "La cassetta è piena",
                        "La casetta è piena",
                        "i18n/post_it.properties:8:22: post.full.title: «casetta» non si scrive così",
                        "i18n/post_it.properties:8:22: post.full.title: “casetta” is not how we write it"),
                Arguments.of(
                        IT,
                        "post.full.title = ",
                        "post.full.title ",
                        "i18n/post_it.properties:8:1: questa riga non è né un commento (#) né «chiave = parole»: post.full.title",
                        "i18n/post_it.properties:8:1: this line is neither a comment (#) nor “key = words”: post.full.title"),
                Arguments.of(
                        IT,
                        "post.full.cause",
                        "post.full.title",
                        "i18n/post_it.properties:9:1: post.full.title sta qui e in i18n/post_it.properties:8",
                        "i18n/post_it.properties:9:1: post.full.title stands here and at i18n/post_it.properties:8"),
                Arguments.of(
                        "i18n/context_it.properties",
                        "context.recipient-kind.group",
                        "context.recipient-kind.grup",
                        "i18n/context_it.properties:3:1: context.recipient-kind.grup: nessun contesto di rules/context.tsv ha queste parole. Forse si intendeva context.recipient-kind.group?",
                        "i18n/context_it.properties:3:1: context.recipient-kind.grup: no context of rules/context.tsv has these words."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_complaint_tells_its_place_and_what_was_possible_in_both_languages(
            String file, String from, String to, String italian, String english) throws IOException {
        knowledge.with(file, from, to);
        for (String[] expected : new String[][] {{"it", italian}, {"en", english}}) {
            Trial.Run run = knowledge.run("check", "--lang", expected[0]);
            assertThat(run.lines()).anySatisfy(line -> assertThat(line).startsWith(expected[1]));
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
        }
    }
}
