package io.rimbalzo.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the calls of a script that {@link PowerShellScript} wrote, and nothing else of PowerShell: {@code Write-ReportMessage
 * -Language 'it' -Internal $true -DsnCode '5.7.124' -Text '...'}.
 */
final class PowerShellReader {

    private final String line;
    private int at;

    private PowerShellReader(String line) {
        this.line = line;
    }

    static boolean isScript(String text) {
        return text.contains("\nWrite-ReportMessage ") || text.contains("\nWrite-QuotaMessage ");
    }

    /** The parameters of each call, by name. */
    static List<Map<String, String>> read(String text) throws IOException {
        List<Map<String, String>> calls = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\n", 0)) {
            number++;
            if (line.startsWith("Write-ReportMessage ") || line.startsWith("Write-QuotaMessage ")) {
                calls.add(new PowerShellReader(line).call(number));
            }
        }
        return calls;
    }

    private Map<String, String> call(int number) throws IOException {
        Map<String, String> call = new LinkedHashMap<>();
        at = line.indexOf(' ');
        while (at < line.length()) {
            skipBlanks();
            if (at >= line.length()) {
                break;
            }
            if (line.charAt(at) != '-') {
                throw new IOException(number + ":" + (at + 1) + ": a parameter begins with -");
            }
            int end = at + 1;
            while (end < line.length() && Character.isLetter(line.charAt(end))) {
                end++;
            }
            String name = line.substring(at + 1, end);
            at = end;
            skipBlanks();
            call.put(name, at < line.length() && line.charAt(at) != '-' ? value(number) : "True");
        }
        return call;
    }

    private void skipBlanks() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    private String value(int number) throws IOException {
        for (String literal : List.of("$true", "$false")) {
            if (line.startsWith(literal, at)) {
                at += literal.length();
                return literal.substring(1);
            }
        }
        if (line.charAt(at) != '\'') {
            throw new IOException(number + ":" + (at + 1) + ": a value stands in single quotes");
        }
        StringBuilder value = new StringBuilder();
        for (at++; at < line.length(); at++) {
            char c = line.charAt(at);
            if (isQuote(c)) {
                if (at + 1 >= line.length() || !isQuote(line.charAt(at + 1))) {
                    at++;
                    return value.toString();
                }
                at++;
            }
            value.append(c);
        }
        throw new IOException(number + ": a quote is not closed");
    }

    /** PowerShell takes the typographic ones for the straight one. */
    private static boolean isQuote(char c) {
        return c == '\'' || c >= '\u2018' && c <= '\u201B';
    }
}
