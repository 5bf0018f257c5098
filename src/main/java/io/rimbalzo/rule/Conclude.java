package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;

/**
 * The verbs of the rules: {@code conclude.certain("tls.certificate-expired", $reply)}. Only Drools' own compilers call
 * them; the engine reads them from the text.
 */
public interface Conclude {

    /** The server itself gives this as its reason. */
    void certain(String id, Fact... evidence);

    /** What we see usually means this. */
    void likely(String id, Fact... evidence);

    /** Worth a look when nothing better is known. */
    void possible(String id, Fact... evidence);

    /** It contributes, without being the diagnosis. */
    void note(String id, Fact... evidence);
}
