package io.rimbalzo.report;

import java.util.List;

/**
 * What receivers noted about the sender.
 *
 * @param results    of the topmost Authentication-Results, then of the topmost Received-SPF: those that count, since
 *                   whoever sends can forge the ones below
 * @param original   of Authentication-Results-Original
 * @param arc        of the ARC-Authentication-Results with the highest instance
 * @param alignments whether MAIL FROM (P1) and each DKIM signature share the organizational domain of From (P2)
 * @param antispam   pairs of X-Forefront-Antispam-Report, in order: {@code SFV=SPM}; method is the key
 */
public record Authentication(
        List<MethodResult> results,
        List<MethodResult> original,
        List<MethodResult> arc,
        List<Alignment> alignments,
        List<MethodResult> antispam) {

    public static final Authentication NONE = new Authentication(List.of(), List.of(), List.of(), List.of(), List.of());

    public Authentication {
        results = List.copyOf(results);
        original = List.copyOf(original);
        arc = List.copyOf(arc);
        alignments = List.copyOf(alignments);
        antispam = List.copyOf(antispam);
    }
}
