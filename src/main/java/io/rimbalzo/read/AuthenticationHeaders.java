package io.rimbalzo.read;

import io.rimbalzo.report.Alignment;
import io.rimbalzo.report.Authentication;
import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.MethodResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the header fields of one message tell of SPF, DKIM and DMARC: the topmost of each kind, as DMARC compares them. */
final class AuthenticationHeaders {

    /** How RFC 8601 names MAIL FROM, and how others do. */
    private static final Set<String> MAIL_FROM = Set.of("smtp.mailfrom", "smtp.mfrom", "smtp.mail", "envelope-from");

    private AuthenticationHeaders() {}

    /** Reads the fields, in the order of the text; {@code from} and {@code returnPath} are addresses or null. */
    static Authentication read(List<HeaderField> fields, @Nullable String from, @Nullable String returnPath) {
        List<MethodResult> results = receivers(fields);
        MethodResult receivedSpf = ReceivedSpf.parse(topmost(fields, "Received-SPF"));
        if (receivedSpf != null) {
            results.add(receivedSpf);
        }
        return new Authentication(
                results,
                results(fields, "Authentication-Results-Original"),
                arc(fields),
                alignments(from, returnPath, results),
                antispam(fields));
    }

    /**
     * Of the topmost field and of those directly below it that the same server wrote: RFC 8601 section 4.1 allows it one
     * for each method. What stands further down may be forged, its name included.
     */
    private static List<MethodResult> receivers(List<HeaderField> fields) {
        List<MethodResult> results = new ArrayList<>();
        boolean seen = false;
        String server = null;
        for (HeaderField field : fields) {
            boolean checked = field.name().equalsIgnoreCase("Authentication-Results");
            if (seen && !checked && !isOfChecks(field.name())) {
                return results;
            }
            String id = checked ? AuthenticationResults.authservId(field.value()) : null;
            if (checked && (!seen || id != null && id.equalsIgnoreCase(server))) {
                add(results, AuthenticationResults.salvage(field.value()));
                server = id;
            }
            seen |= checked;
        }
        return results;
    }

    /** {@code DKIM-Filter}: what checking programs write between their results. */
    private static boolean isOfChecks(String name) {
        int end = name.length();
        return end > 7 && name.regionMatches(true, end - 7, "-Filter", 0, 7);
    }

    /** Results of methods that are not there yet. */
    private static void add(List<MethodResult> results, List<MethodResult> more) {
        Set<String> methods = new HashSet<>();
        results.forEach(result -> methods.add(result.method()));
        more.stream().filter(result -> !methods.contains(result.method())).forEach(results::add);
    }

    private static List<MethodResult> results(List<HeaderField> fields, String name) {
        return AuthenticationResults.salvage(topmost(fields, name));
    }

    /** The value of the first field of this name, empty where there is none. */
    private static String topmost(List<HeaderField> fields, String name) {
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return "";
    }

    private static List<MethodResult> arc(List<HeaderField> fields) {
        String last = "";
        int highest = -1;
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase("ARC-Authentication-Results")) {
                int instance = AuthenticationResults.instance(field.value());
                last = instance > highest ? field.value() : last;
                highest = Math.max(highest, instance);
            }
        }
        return AuthenticationResults.salvage(last);
    }

    private static List<MethodResult> antispam(List<HeaderField> fields) {
        List<MethodResult> pairs =
                new ArrayList<>(AntispamReport.forefront(topmost(fields, "X-Forefront-Antispam-Report")));
        pairs.addAll(AntispamReport.microsoft(topmost(fields, "X-Microsoft-Antispam")));
        return pairs;
    }

    private static List<Alignment> alignments(
            @Nullable String from, @Nullable String returnPath, List<MethodResult> results) {
        List<Alignment> alignments = new ArrayList<>();
        String fromDomain = from == null ? headerFrom(results) : AddressText.domain(from);
        if (fromDomain != null) {
            addMailFrom(alignments, returnPath, results, fromDomain);
            addSignatures(alignments, results, fromDomain);
        }
        return alignments;
    }

    /** The domain of From as DMARC was asked of it: {@code dmarc=fail header.from=example.it}, where From is not there. */
    private static @Nullable String headerFrom(List<MethodResult> results) {
        return results.stream()
                .filter(r -> r.method().equals("dmarc"))
                .map(r -> r.properties().getOrDefault("header.from", ""))
                .findFirst()
                .map(AuthenticationHeaders::domain)
                .orElse(null);
    }

    /** P1 is Return-Path or, where the message was not delivered yet, what SPF was asked of; never Sender. */
    private static void addMailFrom(
            List<Alignment> alignments, @Nullable String returnPath, List<MethodResult> results, String fromDomain) {
        if (returnPath != null) {
            add(alignments, "mail-from", AddressText.domain(returnPath), "Return-Path: " + returnPath, fromDomain);
            return;
        }
        results.stream()
                .filter(r -> r.method().equals("spf"))
                .flatMap(r -> r.properties().entrySet().stream())
                .filter(p -> MAIL_FROM.contains(p.getKey()))
                .findFirst()
                .ifPresent(p -> add(
                        alignments, "mail-from", domain(p.getValue()), p.getKey() + "=" + p.getValue(), fromDomain));
    }

    private static void addSignatures(List<Alignment> alignments, List<MethodResult> results, String fromDomain) {
        Set<String> seen = new HashSet<>();
        for (MethodResult result : results) {
            if (result.method().equals("dkim") && result.result().equals("pass")) {
                String key = result.properties().containsKey("header.d") ? "header.d" : "header.i";
                String value = result.properties().getOrDefault(key, "");
                String domain = domain(value);
                if (seen.add(domain)) {
                    add(alignments, "dkim", domain, key + "=" + value, fromDomain);
                }
            }
        }
    }

    /** The domain of an address, or what stands for a domain alone: {@code smtp.mailfrom=example.it}. */
    private static @Nullable String domain(String value) {
        return AddressText.domain(value.indexOf('@') >= 0 ? value : "@" + value);
    }

    private static void add(
            List<Alignment> alignments, String of, @Nullable String domain, String quote, String fromDomain) {
        if (domain != null && domain.indexOf('.') > 0) {
            alignments.add(new Alignment(of, domain, fromDomain, OrganizationalDomain.same(domain, fromDomain), quote));
        }
    }
}
