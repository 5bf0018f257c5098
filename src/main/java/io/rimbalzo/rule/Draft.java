package io.rimbalzo.rule;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rule files as their author left them: {@code rules/tls.drl} may be broken at line 16 and all others good.
 *
 * @param understood the rules that can be read, those of rules/inference among them
 * @param contexts   what can be told beside a message
 * @param names      every rule that is named in some file, understood or not
 * @param complaints what is wrong, in the order of the files
 * @param rules      the rule base; null where there is a complaint
 */
public record Draft(
        List<Rule> understood,
        Collection<ContextName> contexts,
        Set<String> names,
        List<Complaint> complaints,
        @Nullable Rules rules) {}
