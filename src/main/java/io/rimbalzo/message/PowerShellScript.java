package io.rimbalzo.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script of New- and Set-SystemMessage commands that puts texts into an Exchange Server: a message that exists is set, one
 * that does not is made new, so that it may be run again.
 */
public final class PowerShellScript {

    private static final String BOM = "\uFEFF";

    /** A message is looked for among all: Get-SystemMessage with an identity that is unknown may give every message there is. */
    private static final String FUNCTIONS = """
            [CmdletBinding(SupportsShouldProcess = $true)]
            param()

            $ErrorActionPreference = 'Stop'
            $existing = @{}
            foreach ($message in @(Get-SystemMessage)) { $existing["$($message.Identity)".ToLowerInvariant()] = $true }

            function Write-ReportMessage {
                param([string]$Language, [bool]$Internal, [string]$DsnCode, [string]$Text, [switch]$Original)
                $audience = if ($Internal) { 'Internal' } else { 'External' }
                $identity = "$Language\\$audience\\$DsnCode"
                if ($existing.ContainsKey($identity.ToLowerInvariant())) {
                    Set-SystemMessage -Identity $identity -Text $Text -WhatIf:$WhatIfPreference
                } else {
                    New-SystemMessage -DsnCode $DsnCode -Internal $Internal -Language $Language -Text $Text -WhatIf:$WhatIfPreference
                }
                if ($Original) { Set-SystemMessage -Identity $identity -Original -WhatIf:$WhatIfPreference }
            }

            function Write-QuotaMessage {
                param([string]$Language, [string]$QuotaMessageType, [string]$Text, [switch]$Original)
                $identity = "$Language\\$QuotaMessageType"
                if ($existing.ContainsKey($identity.ToLowerInvariant())) {
                    Set-SystemMessage -Identity $identity -Text $Text -WhatIf:$WhatIfPreference
                } else {
                    New-SystemMessage -QuotaMessageType $QuotaMessageType -Language $Language -Text $Text -WhatIf:$WhatIfPreference
                }
                if ($Original) { Set-SystemMessage -Identity $identity -Original -WhatIf:$WhatIfPreference }
            }
            """;

    private PowerShellScript() {}

    /**
     * The script, with the messages as its data.
     *
     * @param header   what the script will do, for whoever opens it; each line becomes a comment
     * @param messages with codes or quota types; those of diagnoses have no place in Exchange
     */
    public static String of(List<String> header, List<SystemMessage> messages) {
        String head = header.stream()
                .map(line -> ("# " + line.replaceAll("\\p{Cntrl}", " ")).stripTrailing() + "\n")
                .collect(Collectors.joining());
        String calls = messages.stream()
                .filter(message -> !message.identity().isDiagnosis())
                .map(PowerShellScript::call)
                .collect(Collectors.joining());
        return (head + "\n" + FUNCTIONS + "\n" + calls).replace("\n", "\r\n");
    }

    /** The same as a file: Windows PowerShell takes a script without a mark for one in the old code page. */
    public static byte[] bytes(List<String> header, List<SystemMessage> messages) {
        return (BOM + of(header, messages)).getBytes(StandardCharsets.UTF_8);
    }

    private static String call(SystemMessage message) {
        Identity identity = message.identity();
        String key = identity.isQuota()
                ? "Write-QuotaMessage -Language " + quoted(identity.language()) + " -QuotaMessageType "
                        + quoted(identity.name())
                : "Write-ReportMessage -Language " + quoted(identity.language()) + " -Internal "
                        + (identity.audience() == Identity.Audience.INTERNAL ? "$true" : "$false") + " -DsnCode "
                        + quoted(identity.name());
        return key + " -Text " + quoted(message.text()) + (message.original() ? " -Original" : "") + "\n";
    }

    /** A single-quoted string, in which nothing is special but the quote itself; PowerShell takes the typographic ones for it too. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted.append(c);
            if (c == '\'' || c >= '\u2018' && c <= '\u201B') {
                quoted.append(c);
            }
        }
        return quoted.append('\'').toString();
    }
}
