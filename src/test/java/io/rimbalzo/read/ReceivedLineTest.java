package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Hop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "from a.example.it (a.example.it [203.0.113.5]) by b.example.it (8.11.6/8.11.6) with ESMTP id g1; x "
                        + "| a.example.it | 203.0.113.5 | b.example.it | ESMTP",
                "from AM0.example.com (2001:db8:10a6::1) by AM1.example.com (2001:db8:10a6::2) with Microsoft SMTP Server "
                        + "(version=TLS1_2, cipher=X) id 15.20.1; x | AM0.example.com | 2001:db8:10a6::1 | AM1.example.com | Microsoft SMTP Server",
                "from [203.0.113.7] (helo=pc.example.it) by mx.example.it with esmtpsa (TLS1.3) tls AES (Exim 4.94) id 1; x "
                        + "| [203.0.113.7] | 203.0.113.7 | mx.example.it | esmtpsa",
                "from unknown (HELO mail.example.it) (203.0.113.9) by mx.example.it with SMTP; x "
                        + "| unknown | 203.0.113.9 | mx.example.it | SMTP",
                "from pc (unknown [IPv6:2001:db8::9]) by mx.example.it with HTTP via Frontend Transport; x "
                        + "| pc | 2001:db8::9 | mx.example.it | HTTP",
                "from mail.example.it(mail.example.it[203.0.113.3]:4321) by mx.example.it; x "
                        + "| mail.example.it | 203.0.113.3 | mx.example.it | -",
                "by mail.example.it with SMTP id c9 for <anna@example.it>; x | - | - | mail.example.it | SMTP",
                "(qmail 123 invoked by uid 89); x | - | - | - | -",
            })
    void who_handed_over_to_whom(String value, String from, String ip, String by, String with) {
        Hop hop = ReceivedLine.parse(value);
        assertThat(hop).isEqualTo(new Hop(null, from, ip, by, with, null, "Received: " + value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 3 Nov 2026 09:15:58 +0000 (UTC)    | 2026-11-03T09:15:58Z",
                "3 Nov 2026 10:15:58 +0100               | 2026-11-03T09:15:58Z",
                "Tue, 03 Nov 2026 09:15 GMT              | 2026-11-03T09:15:00Z",
                "Tue,3 Nov 26 04:15:58 EST               | 2026-11-03T09:15:58Z",
                "Fri, Feb 15 2002 17:19:07 -0800         | 2002-02-16T01:19:07Z",
                "Tue Nov  3 09:15:58 2026 +0000          | 2026-11-03T09:15:58Z",
                "Tue Nov 3 09:15:58 CET 2026             | 2026-11-03T08:15:58Z",
                "Thu, 9 Dec 99 01:02:03 PDT              | 1999-12-09T08:02:03Z",
                "2026-11-03T09:15:58.123Z                | 2026-11-03T09:15:58Z",
                "2026-11-03 10:15:58+01:00               | 2026-11-03T09:15:58Z",
                "3-Nov-2026 09:15:58 UT                  | 2026-11-03T09:15:58Z",
                "Tue, 3 Nov 2026 9:15:58 PM +0000        | 2026-11-03T21:15:58Z",
                "Tue, (a comment) 3 Nov 2026 09:15:58 Z  | 2026-11-03T09:15:58Z",
                "Tue, 029 Apr 2019 23:34:45 -0800 (PST)  | 2019-04-30T07:34:45Z",
                "Sat, 31 Dec 2016 23:59:60 +0000         | 2016-12-31T23:59:59Z",
            })
    void dates_as_servers_write_them(String text, String instant) {
        assertThat(MailDate.parse(text)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "Tue, 3 Nov 2026 09:15:58",
                "31 Feb 2026 09:15:58 +0000",
                "3 Nov 2026 25:00 +0000",
                "3 Nov 2026 +0000",
                "+0000",
                "99999999 Nov 2026 1:1 Z",
                "3 Nov 2026 09:15 +9999",
                "3 Nov ٢٠٢٦ 09:15 Z"
            })
    void what_is_no_instant_is_none(String text) {
        assertThat(MailDate.parse(text)).isNull();
    }

    @Test
    void hops_go_the_way_the_message_went() {
        List<Hop> hops = ReceivedLine.hops(List.of(
                new HeaderField("Received", "by d.example.it; Tue, 3 Nov 2026 09:15:50 +0000"),
                new HeaderField("Subject", "x"),
                new HeaderField("received", "by c.example.it; Tue, 3 Nov 2026 10:15:58 +0100"),
                new HeaderField("Received", "by b.example.it id 1 Tue, 3 Nov 2026 09:05:58 +0000"),
                new HeaderField("Received", "by a.example.it")));
        assertThat(hops)
                .extracting(Hop::by)
                .containsExactly("a.example.it", "b.example.it", "c.example.it", "d.example.it");
        assertThat(hops).extracting(Hop::delaySeconds).containsExactly(null, null, 600L, 0L);
    }
}
