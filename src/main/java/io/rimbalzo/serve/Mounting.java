package io.rimbalzo.serve;

import io.rimbalzo.RuleBook;
import io.rimbalzo.http.Mount;
import java.util.List;

/** Puts other faces under paths of the server; found by {@link java.util.ServiceLoader}. */
public interface Mounting {

    /**
     * The faces, each with its path.
     *
     * @param book what answers, as long as the server runs
     */
    List<Mount> mounts(RuleBook book);
}
