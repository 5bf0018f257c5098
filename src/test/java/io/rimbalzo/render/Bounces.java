package io.rimbalzo.render;

import io.rimbalzo.Submission;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.knowledge.Knowledge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Bounces whose pages are tested, and what a page must tell of each. */
final class Bounces {

    /** All that a message could try against a page, in one line; the last characters turn the direction of writing. */
    static final String ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onload=\"x' `a` ``b`` "
            + "[c](javascript:alert(3)) ![d](http://evil.example/e.png) @anna #12 GH-7 !8 www.evil.example "
            + "http://evil.example/?q=1 <http://evil.example> mario@evil.example | *f* _g_ &lt; $1 ~h~ "
            + "0123456789abcdef0123456789abcdef01234567 \u202Elive\u202C\u2066x\u2069 \u0007end";

    private Bounces() {}

    static Result told(String text, String lang) {
        return Knowledge.rimbalzo()
                .diagnose(new Submission(null, text.getBytes(StandardCharsets.UTF_8), Map.of(), lang));
    }

    static Result example(String file, String lang) {
        try {
            return told(Files.readString(Knowledge.PROJECT.resolve("examples/" + file)), lang);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report with these recipients, each {@code address;action;code;answer}; and the message's own headers. */
    static String report(List<String> recipients, String headers) {
        StringBuilder text =
                new StringBuilder("From: postmaster@contoso.com\nSubject: Undeliverable\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                        + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;mail.contoso.com\n");
        for (String recipient : recipients) {
            String[] part = recipient.split(";", 4);
            text.append("\nFinal-Recipient: rfc822;" + part[0] + "\nAction: " + part[1] + "\nStatus: " + part[2]
                    + "\nRemote-MTA: dns;mx.fabrikam.com\nDiagnostic-Code: smtp;" + part[3] + "\n");
        }
        return text + "\n--b\nContent-Type: message/rfc822\n\n" + headers + "\n\nText\n--b--\n";
    }

    /** A mailbox that is full, twice, and an address that does not exist; the message waited for two hours and a half. */
    static String several() {
        return report(
                List.of(
                        "marta@fabrikam.com;failed;5.2.2;552 5.2.2 mailbox full",
                        "luigi@fabrikam.com;failed;5.2.2;552 5.2.2 mailbox full",
                        "paolo@adatum.com;failed;5.1.1;550 5.1.1 user unknown"),
                "Received: from relay.example.net by mx.contoso.com with ESMTPS; Wed, 4 Nov 2026 16:32:52 +0000\n"
                        + "Received: from mail.contoso.com by relay.example.net with ESMTPS; Wed, 4 Nov 2026 14:01:59 +0000\n"
                        + "Received: from pc12.contoso.com by mail.contoso.com with ESMTPA; Wed, 4 Nov 2026 14:01:50 +0000\n"
                        + "Authentication-Results: mx.contoso.com; spf=softfail smtp.mailfrom=contoso.com; dkim=pass"
                        + " header.d=contoso.com; dmarc=pass action=none header.from=contoso.com; compauth=pass reason=100\n"
                        + "From: Anna Bianchi <anna.bianchi@contoso.com>\nTo: marta@fabrikam.com, luigi@fabrikam.com\n"
                        + "Subject: Minutes\nDate: Wed, 4 Nov 2026 15:01:48 +0100\nMessage-ID: <a1@contoso.com>");
    }

    /** The attack in every place where a report has room for it. */
    static String hostile() {
        String word = "=?utf-8?B?" + Base64.getEncoder().encodeToString(ATTACK.getBytes(StandardCharsets.UTF_8)) + "?=";
        String quoted = "\"><img/src=x/onerror=alert(1)>@fabrikam.com";
        return report(
                List.of(
                        quoted + ";failed;5.1.1;550 5.1.1 user unknown " + ATTACK + "\0",
                        "b@fabrikam.com;failed;5.9.9;550 5.9.9 " + ATTACK),
                "Received: from \"><script>alert(4)</script> by <b>x</b>.example.it with @anna`<i>`; Wed, 4 Nov 2026 16:32:52"
                        + " +0000\nReceived: from a by <script>c</script>; Wed, 4 Nov 2026 14:01:59 +0000\n"
                        + "Authentication-Results: x; dmarc=<script>alert(5)</script> action=\"><svg/onload=alert(6)>"
                        + " header.from=javascript:alert(7); spf=fail smtp.mailfrom=<img>@evil.example\n"
                        + "From: \"<script>\" <\"><script>@evil.example>\nTo: " + quoted + "\nSubject: " + word
                        + "\nDate: " + word + "\nMessage-ID: <\"><script>alert(8)</script>@evil.example>");
    }

    /** Every fact that the terminal's page tells, as plain text; white space and hidden characters as in {@link Clean}. */
    static List<String> facts(Result result) {
        List<String> facts = new ArrayList<>();
        if (result.error() != null) {
            facts.add(result.error().message());
        }
        for (Told told : result.failures()) {
            if (told.guidance() != null) {
                told(facts, told, result);
            } else {
                told.failure().answers().forEach(answer -> facts.add(Clean.quote(answer.quote())));
            }
            told.notes().forEach(note -> facts.add(note.title() + ". " + note.cause()));
            told.titles().forEach((id, title) -> facts.addAll(List.of(id, title)));
            told.questions().stream().limit(1).forEach(question -> {
                facts.add(question.text());
                question.options().forEach(o -> facts.addAll(List.of(o.label(), question.id() + "=" + o.value())));
            });
        }
        facts.removeIf(String::isEmpty);
        return facts.stream().map(Clean::line).toList();
    }

    private static void told(List<String> facts, Told told, Result result) {
        Guidance guidance = told.guidance();
        var diagnosis = told.judgement().diagnosis();
        facts.addAll(List.of(
                guidance.title(),
                guidance.cause(),
                diagnosis.id(),
                diagnosis.rule().place().toString(),
                result.words().say("page.certainty." + diagnosis.certainty())));
        if (told.permanence().retry() != null) {
            facts.add(result.words().say("retry." + told.permanence().retry()));
        }
        for (Fact fact : diagnosis.evidence()) {
            facts.add(Clean.quote(fact.quote()));
        }
        guidance.steps().forEach((who, steps) -> {
            facts.add(result.words().say("who." + who));
            steps.forEach(step -> {
                facts.add(step.text());
                facts.add(step.command() == null ? "" : step.command());
            });
        });
        facts.add(guidance.admin() == null ? "" : guidance.admin());
        guidance.links().forEach(link -> facts.add(link.title()));
    }
}
