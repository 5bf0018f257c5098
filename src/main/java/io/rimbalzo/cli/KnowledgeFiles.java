package io.rimbalzo.cli;

import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;

/** How the files of the knowledge are called for whoever named other folders: {@code my-rules/tls.drl} for {@code rules/tls.drl}. */
record KnowledgeFiles(String rules, String i18n) {

    KnowledgeFiles(CommandLine given) {
        this(given.getOptionValue("rules", "rules"), given.getOptionValue("i18n", "i18n"));
    }

    String shown(String file) {
        int slash = file.indexOf('/');
        String folder = file.startsWith("rules/") ? rules : file.startsWith("i18n/") ? i18n : null;
        return folder == null
                ? file
                : Path.of(folder).resolve(file.substring(slash + 1)).toString();
    }
}
