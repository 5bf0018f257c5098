package io.rimbalzo.read;

import io.rimbalzo.report.MethodResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The pairs of X-Forefront-Antispam-Report, {@code CIP:203.0.113.5;CTRY:IT;SCL:5;SFV:SPM;}, and of X-Microsoft-Antispam. */
final class AntispamReport {

    private static final int MOST = 200;
    private static final int LONGEST_KEY = 30;

    private AntispamReport() {}

    /** All pairs that have a value; method is the key in upper case, the result as written. */
    static List<MethodResult> forefront(String value) {
        List<MethodResult> pairs = new ArrayList<>();
        int start = 0;
        while (start < value.length() && pairs.size() < MOST) {
            int semicolon = value.indexOf(';', start);
            int end = semicolon < 0 ? value.length() : semicolon;
            int colon = value.indexOf(':', start);
            if (colon < 0) {
                break;
            }
            if (colon < end) {
                add(pairs, value.substring(start, colon).strip(), OneLine.of(value.substring(colon + 1, end)));
            }
            start = end + 1;
        }
        return pairs;
    }

    /** {@code BCL:7;PCL:2;RULEID:...}: only the two levels have a documented meaning. */
    static List<MethodResult> microsoft(String value) {
        return forefront(value).stream()
                .filter(pair -> Set.of("BCL", "PCL").contains(pair.method()))
                .toList();
    }

    private static void add(List<MethodResult> pairs, String key, String value) {
        boolean wellNamed = !key.isEmpty()
                && key.length() <= LONGEST_KEY
                && key.chars().allMatch(c -> c < 0x7F && (Character.isLetterOrDigit(c) || c == '-'));
        if (wellNamed && !value.isEmpty()) {
            pairs.add(new MethodResult(key.toUpperCase(Locale.ROOT), value, null, null, Map.of(), key + ":" + value));
        }
    }
}
