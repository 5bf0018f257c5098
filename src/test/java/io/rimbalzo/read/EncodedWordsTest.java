package io.rimbalzo.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "Preventivo | Preventivo",
                "=?utf-8?Q?Perch=C3=A9_no?= | Perché no",
                "=?UTF-8?B?UGVyY2jDqQ==?= | Perché",
                "=?utf-8?b?UGVyY2jDqQ?= | Perché",
                "=?iso-8859-1?q?Perch=E9?= | Perché",
                "=?windows-1252?Q?L=92ordine?= | L\u2019ordine",
                "=?utf-8*it?Q?citt=c3=a0?= | città",
                "=?utf-8?Q?citt=C3?=  =?utf-8?Q?=A0?= | città",
                "=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?= | aé",
                "R: =?utf-8?Q?a?= b =?utf-8?Q?c?= d | R: a b c d",
                "=?utf-8?Q?a b?= | a b",
                "=?utf-8?Q?a=0D=0ABcc:_x?= | a Bcc: x",
                "=?nonesuch?Q?=C3=A0?= | à",
                "=?nonesuch?Q?=E0?= | à",
                "=?utf-8?X?abc?= | =?utf-8?X?abc?=",
                "=?utf-8?Q?abc | =?utf-8?Q?abc",
                "=?utf-8?Q?50=?= | 50=",
                "=?utf-8?Q?à=C3=A8?= | àè",
                "=?? ?= =?= x | =?? ?= =?= x",
                "2 =? 3 ?= 4 | 2 =? 3 ?= 4",
                "=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?= | テスト",
            })
    void encoded_words_are_read_and_the_rest_stays(String text, String expected) {
        assertThat(EncodedWords.decode(text)).isEqualTo(expected);
    }
}
