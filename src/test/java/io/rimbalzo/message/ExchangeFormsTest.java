package io.rimbalzo.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out to Exchange and what comes from it. */
class ExchangeFormsTest {

    private static final List<SystemMessage> MESSAGES = List.of(
            message(
                    "It\\Internal\\5.7.124",
                    "Per scrivere al gruppo chiamare l’help desk: <B>4500</B>, l'interno di \\\"Rossi\\\" $env:PATH `n."),
            message("En\\External\\5.7.124", "Ask <A HREF=\"https://contoso.com/help?a=1&amp;b=2\">here</A>."),
            message("It\\WarningMailbox", "La cassetta postale è quasi piena: «presto»."));

    @TempDir
    Path folder;

    private static SystemMessage message(String identity, String text) {
        return new SystemMessage(Identity.parse(identity).identity(), text.replace("\\\"", "&quot;"), false, null, 0);
    }

    private static List<SystemMessage> read(String text) throws IOException {
        ExchangeListing listing = ExchangeListing.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(listing.refused()).isEmpty();
        return listing.messages();
    }

    @Test
    void the_script_read_back_gives_the_same_messages() throws IOException {
        byte[] script = PowerShellScript.bytes(List.of("Prova", "due\nrighe"), MESSAGES);
        assertThat(script).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(ExchangeListing.read(script).messages()).isEqualTo(MESSAGES);
        assertThat(new String(script, StandardCharsets.UTF_8))
                .contains(
                        "l’’help desk",
                        "l''interno",
                        "-WhatIf:$WhatIfPreference",
                        "Set-SystemMessage",
                        "New-SystemMessage")
                .contains("# due righe\r\n");
    }

    @Test
    void a_text_cannot_leave_its_quotes() throws IOException {
        String attack = "'; Remove-Item C:\\ -Recurse; ’; $(calc) ‘";
        String script = PowerShellScript.of(List.of(), List.of(message("It\\Internal\\5.1.1", attack)));
        assertThat(PowerShellReader.read(script))
                .singleElement()
                .satisfies(call -> assertThat(call).containsEntry("Text", attack));
    }

    @Test
    void a_real_powershell_parses_the_script_where_there_is_one() throws Exception {
        Path pwsh = List.of("/usr/bin/pwsh", "/usr/local/bin/pwsh", "/snap/bin/pwsh").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(pwsh != null, "no pwsh here: the strict reader stands in for it");
        Path script = folder.resolve("messages.ps1");
        Files.write(script, PowerShellScript.bytes(List.of("Prova"), MESSAGES));
        String parse = "$errors = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('" + script
                + "', [ref]$null, [ref]$errors); exit $errors.Count";
        Process process = new ProcessBuilder(pwsh.toString(), "-NoProfile", "-Command", parse)
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void json_of_powershell_is_read_whatever_it_makes_of_objects() throws IOException {
        assertThat(read("""
                [{"Identity": "It\\\\Internal\\\\5.7.124", "Text": "Uno", "Language": "it", "Internal": true, "DsnCode": "5.7.124"},
                 {"Identity": {"Rdn": {}}, "Text": "Due", "Language": {"Name": "en", "LCID": 9}, "Internal": false,
                  "DsnCode": {"Value": "5.1.1"}, "QuotaMessageType": null},
                 {"Identity": "en\\\\WarningMailbox", "Text": "Tre", "QuotaMessageType": 2, "Internal": null}]
                """))
                .extracting(m -> m.identity() + "=" + m.text())
                .containsExactly("It\\Internal\\5.7.124=Uno", "En\\External\\5.1.1=Due", "En\\WarningMailbox=Tre");
        assertThat(read("{\"Identity\": \"It\\\\Internal\\\\5.7.124\", \"Text\": \"Da solo\"}"))
                .hasSize(1);
    }

    @Test
    void csv_and_utf_16_are_read() throws IOException {
        String csv = "#TYPE Microsoft.Exchange.Data.Directory.SystemConfiguration.SystemMessage\r\n"
                + "\"Text\",\"Internal\",\"Language\",\"DsnCode\",\"QuotaMessageType\",\"Identity\"\r\n"
                + "\"Uno, \"\"due\"\"\",\"True\",\"it\",\"5.7.124\",,\"it\\Internal\\5.7.124\"\r\n";
        byte[] wide = ("\uFEFF" + csv.replace("\"\"due\"\"", "&quot;due&quot;")).getBytes(StandardCharsets.UTF_16LE);
        assertThat(ExchangeListing.read(wide).messages())
                .extracting(SystemMessage::text)
                .containsExactly("Uno, &quot;due&quot;");
        assertThat(read("Text;Identity\nUno;It\\WarningMailbox\n")).hasSize(1);
    }

    @Test
    void clixml_is_read_with_its_escapes() throws IOException {
        assertThat(read("""
                <Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
                  <Obj RefId="0"><TN RefId="0"><T>System.Object</T></TN><ToString>It\\Internal\\5.7.124</ToString>
                    <Props><S N="Text">Uno &lt;B&gt;due&lt;/B&gt;_x005F_</S><B N="Internal">true</B>
                      <Obj N="Language" RefId="1"><TN RefId="1"><T>System.Globalization.CultureInfo</T></TN><ToString>it</ToString>
                        <Props><S N="Name">it</S><S N="Text">non questo</S></Props></Obj>
                      <S N="DsnCode">5.7.124</S><Nil N="QuotaMessageType" /></Props></Obj>
                  <Obj RefId="2"><Props><S N="Identity">En\\External\\5.1.1</S><S N="Text">Two</S></Props></Obj>
                </Objs>
                """))
                .extracting(m -> m.identity() + "=" + m.text())
                .containsExactly("It\\Internal\\5.7.124=Uno <B>due</B>_", "En\\External\\5.1.1=Two");
    }

    @Test
    void what_is_no_listing_is_told() {
        for (String text : List.of(
                "",
                "[",
                "<Objs",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Objs>&e;</Objs>",
                "a,b\n1,2\n")) {
            assertThatThrownBy(() -> ExchangeListing.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_text_is_shortened_at_the_end_of_a_sentence_with_its_link_kept() {
        String sentence = "Questa frase ha esattamente alcune parole in più. ";
        String text = Shortened.text(
                "Titolo",
                List.of(sentence.repeat(20)),
                new Shortened.Link("Pagina", "https://contoso.com/a?b&c"),
                "it");
        assertThat(text.length()).isLessThanOrEqualTo(512).isGreaterThan(400);
        assertThat(text)
                .startsWith("<B>Titolo</B><BR>Questa frase")
                .endsWith("in più.<BR><A HREF=\"https://contoso.com/a?b&amp;c\">Pagina</A>");
        assertThat(RichText.flaws(text)).isEmpty();
        assertThat(Shortened.text("T", List.of("a & b < c."), null, "it")).isEqualTo("<B>T</B><BR>a &amp; b &lt; c.");
    }
}
