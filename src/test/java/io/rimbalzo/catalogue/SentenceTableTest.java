package io.rimbalzo.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.knowledge.Knowledge;
import io.rimbalzo.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How typical rules read, word for word. */
class SentenceTableTest {

    /** Rule, Italian, English. */
    private static final String[][] TABLE = {
        {
            "access.group-sender-not-allowed (code 5.7.124)",
            "Se il codice di stato è 5.7.124, allora è probabile: Il mittente non è fra quelli che possono scrivere al gruppo.",
            "If the status code is 5.7.124, then it is likely: The sender isn’t among those who may write to the group."
        },
        {
            "access.group-large (code 5.7.1)",
            "Se il codice di stato è 5.7.1, alla domanda «Quanti membri ha il gruppo?» si è risposto «più di 5.000», e alla domanda «A chi era diretto il messaggio?» si è risposto «A un gruppo o a una lista di distribuzione», o non si è risposto affatto, allora è probabile: Il gruppo è molto grande e ha restrizioni automatiche.",
            "If the status code is 5.7.1, the question “How many members does the group have?” was answered “more than 5,000”, and the question “To whom was the message addressed?” was answered “To a group or a distribution list” or not at all, then it is likely: The group is very large and has automatic restrictions."
        },
        {
            "access.not-authorized",
            "Se la risposta contiene «delivery not authorized», «resolver.rst.notauthorized» o «resolver.rst.restrictedtorecipientspermission», ma non contiene «authorized, message refused», allora è certo: Il mittente non è autorizzato a scrivere a questo destinatario.",
            "If the answer contains “delivery not authorized”, “resolver.rst.notauthorized” or “resolver.rst.restrictedtorecipientspermission”, but doesn’t contain “authorized, message refused”, then it is certain: The sender isn’t authorized to write to this recipient."
        },
        {
            "access.not-authorized (words of RFC 3463)",
            "Se la risposta contiene «delivery not authorized, message refused» e nessun codice di stato è compreso fra 5.7.900 e 5.7.999, allora è probabile: Il mittente non è autorizzato a scrivere a questo destinatario.",
            "If the answer contains “delivery not authorized, message refused” and no status code is between 5.7.900 and 5.7.999, then it is likely: The sender isn’t authorized to write to this recipient."
        },
        {
            "access.client-not-authenticated",
            "Se la risposta contiene «client was not authenticated», ma non contiene «to send anonymous mail», non risulta che a rifiutare il messaggio sia stato il server che ha generato il rapporto, e alla domanda «Chi ha spedito il messaggio?» non si è risposto «Un’applicazione, una stampante o un altro dispositivo», allora è certo: Il server di chi riceve non accetta posta anonima.",
            "If the answer contains “client was not authenticated”, but doesn’t contain “to send anonymous mail”, nothing shows that the server that made the report refused the message itself, and the question “Who sent the message?” wasn’t answered “An application, a printer or another device”, then it is certain: The receiving server doesn’t accept anonymous mail."
        },
        {
            "access.mail-user-external-senders-blocked (5.7.1)",
            "Se la risposta contiene «sender was not authenticated», ma non contiene né «sender was not authenticated by» né «sender was not authenticated for», il codice di stato è 5.7.1, e alla domanda «A chi era diretto il messaggio?» si è risposto «A un utente di posta: account interno, posta ricevuta altrove» o «A un contatto esterno presente nella rubrica aziendale», o non si è risposto affatto, allora è probabile: L’utente di posta non accetta messaggi da fuori dell’organizzazione.",
            "If the answer contains “sender was not authenticated”, but doesn’t contain “sender was not authenticated by” or “sender was not authenticated for”, the status code is 5.7.1, and the question “To whom was the message addressed?” was answered “To a mail user: an inside account whose mail is received elsewhere” or “To an outside contact listed in the company’s address book” or not at all, then it is likely: The mail user doesn’t accept messages from outside the organization."
        },
        {
            "access.public-folder-external-senders-blocked (authentication required, own codes)",
            "Se la risposta contiene «resolver.rst.authrequired», e il codice di stato è 5.7.13 o 5.7.135, allora è certo: La cartella pubblica non accetta messaggi da fuori dell’organizzazione.",
            "If the answer contains “resolver.rst.authrequired”, and the status code is 5.7.13 or 5.7.135, then it is certain: The public folder doesn’t accept messages from outside its organization."
        },
        {
            "authentication.dmarc-failed",
            "Se il controllo DMARC ha dato «fail», nessun controllo DMARC ha portato all’azione «oreject» o «o.reject», e il testo da esaminare è fatto di sole intestazioni, allora è probabile: Le intestazioni non confermano il dominio del mittente (DMARC non superato).",
            "If the DMARC check gave “fail”, no DMARC check led to the action “oreject” or “o.reject”, and the text to be examined is made of headers alone, then it is likely: The headers don’t confirm the sender’s domain (DMARC failed)."
        },
        {
            "authentication.dmarc-misaligned",
            "Se il dominio della busta (MAIL FROM) non è allineato con quello del From, si conosce il mittente, il controllo DMARC ha dato «fail», e non risulta che il messaggio sia stato inoltrato o passato da una lista, allora contribuisce anche questo: Il dominio che si vede e quello usato per spedire sono diversi.",
            "If the domain of the envelope (MAIL FROM) isn’t aligned with that of From, the sender is known, the DMARC check gave “fail”, and nothing shows that the message was forwarded or came through a list, then this contributes: The domain that people see and the one used for sending differ."
        },
        {
            "authentication.dmarc-misaligned (no results)",
            "Se il dominio della busta (MAIL FROM) non è allineato con quello del From, si conosce il mittente, il testo da esaminare è fatto di sole intestazioni, non c’è il risultato del controllo DMARC, e non risulta che il messaggio sia stato inoltrato o passato da una lista, allora contribuisce anche questo: Il dominio che si vede e quello usato per spedire sono diversi.",
            "If the domain of the envelope (MAIL FROM) isn’t aligned with that of From, the sender is known, the text to be examined is made of headers alone, there is no result of DMARC, and nothing shows that the message was forwarded or came through a list, then this contributes: The domain that people see and the one used for sending differ."
        },
        {
            "authentication.own-domain-spoofed (compauth)",
            "Se l’autenticazione composita (compauth) dà come motivo 010 o 601, allora contribuisce anche questo: Il messaggio usa il dominio di chi lo riceve, ma arriva da fuori.",
            "If composite authentication (compauth) gives 010 or 601 as its reason, then this contributes: The message uses the recipient’s own domain, but comes from outside."
        },
        {
            "authentication.spf-error (header)",
            "Se il controllo SPF ha dato «permerror», allora contribuisce anche questo: Il record SPF del dominio del mittente contiene errori.",
            "If the SPF check gave “permerror”, then this contributes: The SPF record of the sender’s domain contains errors."
        },
        {
            "network.message-delayed (delivery status)",
            "Se il recapito è in ritardo, il codice di stato è 4.4.7, e nient’altro dice perché il recapito non è riuscito, allora è probabile: Il recapito è in ritardo: il server sta ancora provando.",
            "If the delivery is delayed, the status code is 4.4.7, and nothing else says why the delivery failed, then it is likely: Delivery is delayed: the server is still trying."
        },
        {
            "network.message-delayed (generic code)",
            "Se il recapito è in ritardo, ogni eventuale codice di stato è 4.0.0 o 4.4.0, e nient’altro dice perché il recapito non è riuscito, allora è possibile: Il recapito è in ritardo: il server sta ancora provando.",
            "If the delivery is delayed, each status code, if any, is 4.0.0 or 4.4.0, and nothing else says why the delivery failed, then it is possible: Delivery is delayed: the server is still trying."
        },
        {
            "policy.mail-flow-rule",
            "Se la risposta contiene «delivery not authorized, message refused» e il codice di stato è compreso fra 5.7.900 e 5.7.999, allora è certo: Una regola dell’organizzazione ha rifiutato il messaggio.",
            "If the answer contains “delivery not authorized, message refused” and the status code is between 5.7.900 and 5.7.999, then it is certain: A rule of the organization rejected the message."
        },
        {
            "recipient.typo-suspected",
            "Se l’indirizzo rifiutato sembra un errore di battitura, allora contribuisce anche questo: Nell’indirizzo c’è forse un errore di battitura.",
            "If the rejected address looks like a typing error, then this contributes: There may be a typing error in the address."
        },
        {
            "status.reply-permanent",
            "Se la risposta ha un codice fra 500 e 599, ma non ha il codice 500, 501, 502, 503, 504, 521, 523, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555 o 556, e ogni eventuale codice di stato è del tipo x.0.x, allora è possibile: Il server che riceve ha rifiutato il messaggio.",
            "If the answer has a code between 500 and 599, but doesn’t have the code 500, 501, 502, 503, 504, 521, 523, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555 or 556, and each status code, if any, is of the form x.0.x, then it is possible: The receiving server refused the message."
        },
        {
            "made by Exchange Online: its own server",
            "Se il server che ha generato il rapporto sta nel dominio «outlook.com», «exchangelabs.com», «outlook.cn» o «office365.us», allora se ne deduce che il rapporto è di Exchange Online.",
            "If the server that made the report is in the domain “outlook.com”, “exchangelabs.com”, “outlook.cn” or “office365.us”, then we conclude that Exchange Online made the report."
        },
        {
            "made by Exchange Server",
            "Se il testo da esaminare è un rapporto classico di Exchange, e il server che ha generato il rapporto non sta nel dominio «outlook.com», «exchangelabs.com», «outlook.cn» o «office365.us», allora se ne deduce che il rapporto è di Exchange Server.",
            "If the text to be examined is a classic Exchange report, and the server that made the report isn’t in the domain “outlook.com”, “exchangelabs.com”, “outlook.cn” or “office365.us”, then we conclude that Exchange Server made the report."
        },
        {
            "forwarded: sealed again on the way",
            "Se l’intestazione «arc-seal» contiene «cv=pass», ma non contiene «d=microsoft.com», allora se ne deduce che il messaggio è stato inoltrato o è passato da una lista.",
            "If the header “arc-seal” contains “cv=pass”, but doesn’t contain “d=microsoft.com”, then we conclude that the message was forwarded or came through a list."
        },
        {
            "forwarded: told so",
            "Se alla domanda «Il messaggio è passato da un inoltro automatico o da una mailing list?» si è risposto «Sì», allora se ne deduce che il messaggio è stato inoltrato o è passato da una lista.",
            "If the question “Did the message pass through automatic forwarding or a mailing list?” was answered “Yes”, then we conclude that the message was forwarded or came through a list."
        },
        {
            "sender inside: same domain as the recipient",
            "Se si conosce il mittente, il destinatario ha un normale indirizzo di posta e sta nello stesso dominio del mittente, e alla domanda «Chi ha scritto fa parte della stessa organizzazione del destinatario?» non si è risposto, allora se ne deduce che il mittente è interno all’organizzazione del destinatario.",
            "If the sender is known, the recipient has an ordinary mail address and is in the same domain as the sender, and the question “Does whoever wrote belong to the same organization as the recipient?” wasn’t answered, then we conclude that the sender is inside the recipient’s organization."
        },
        {
            "the server that made the report refused",
            "Se il rapporto dice quale server lo ha generato e il rapporto non nomina un server remoto, allora se ne deduce che a rifiutare il messaggio è stato il server che ha generato il rapporto.",
            "If the report tells which server made it and the report names no remote server, then we conclude that the server that made the report refused the message itself."
        },
        {
            "access.group-sender-not-allowed (Google Groups, in any language)",
            "Se il destinatario sta nel dominio «googlegroups.com», il testo da esaminare è un testo incollato, non c’è alcuna risposta di un server, e non c’è alcun codice di stato, allora è probabile: Il mittente non è fra quelli che possono scrivere al gruppo.",
            "If the recipient is in the domain “googlegroups.com”, the text to be examined is a pasted text, there is no server’s answer, and there is no status code, then it is likely: The sender isn’t among those who may write to the group."
        },
        {
            "authentication.compauth-failed (verdict)",
            "Se il campo CAT di X-Forefront-Antispam-Report vale «SPOOF», nessun controllo DMARC ha dato «fail», e il testo da esaminare è fatto di sole intestazioni, allora è probabile: Microsoft 365 non ritiene autentico il mittente.",
            "If the field CAT of X-Forefront-Antispam-Report is “SPOOF”, no DMARC check gave “fail”, and the text to be examined is made of headers alone, then it is likely: Microsoft 365 doesn’t take the sender for genuine."
        },
        {
            "none.complaint",
            "Se il recapito è riuscito, ma il destinatario ha segnalato il messaggio, allora è certo: Un destinatario ha segnalato il messaggio come indesiderato.",
            "If the delivery has succeeded, but the recipient reported the message, then it is certain: A recipient reported the message as unwanted."
        },
        {
            "recipient.not-found (5.1.10 alone)",
            "Se il codice di stato è 5.1.10, nessuna risposta ha il codice 556 o contiene «null mx», «nullmx», «does not accept mail» o «doesn't accept mail», e il destinatario non ha un indirizzo interno di Exchange (X.500), allora è probabile: L’indirizzo del destinatario non esiste.",
            "If the status code is 5.1.10, no answer has the code 556 or contains “null mx”, “nullmx”, “does not accept mail” or “doesn't accept mail”, and the recipient doesn’t have an address internal to Exchange (X.500), then it is likely: The recipient’s address doesn’t exist."
        }
    };

    @Test
    void typical_rules_read_as_written_here() {
        for (String[] row : TABLE) {
            assertThat(List.of(read("it", row[0]), read("en", row[0])))
                    .as(row[0])
                    .containsExactly(row[1], row[2]);
        }
    }

    @Test
    void in_short_a_rule_is_its_clauses_and_its_first_phrases() {
        assertThat(outline("it", "access.group-large (code 5.7.1)"))
                .isEqualTo("il codice di stato è 5.7.1; alla domanda «Quanti membri ha il gruppo?» si è risposto"
                        + " «più di 5.000»; alla domanda «A chi era diretto il messaggio?» si è risposto «A un gruppo o a"
                        + " una lista di distribuzione», o non si è risposto affatto");
        assertThat(outline("en", "access.not-authorized (Sendmail)"))
                .isEqualTo(
                        "the answer contains “access denied”, but doesn’t contain “rejected: access denied”, “lookup”,"
                                + " “spf”, “spam”, “dmarc” or 5 other phrases; the status code is of the form x.7.1");
    }

    private static String outline(String language, String name) {
        return Sentences.brief(Knowledge.rimbalzo().library().words(language)).outline(rule(name));
    }

    private static String read(String language, String name) {
        return Sentences.whole(Knowledge.rimbalzo().library().words(language)).of(rule(name));
    }

    private static Rule rule(String name) {
        return Knowledge.rimbalzo().rules().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
