package io.rimbalzo.cli;

import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options that a command offers, as its help lists them: {@code --lang it|en}, {@code --format text|json}, {@code --all}. */
final class Offered {

    private final Options options = new Options();

    /** Those of a command that speaks: {@code --lang}. */
    static Offered speaking() {
        return new Offered().value("lang", "it|en");
    }

    /** {@code --format}, one of these; the first where none is named. */
    Offered format(List<String> formats) {
        return choice("format", formats);
    }

    /** An option whose value is one of these, the first where none is named. */
    Offered choice(String name, List<String> known) {
        return value(name, String.join("|", known));
    }

    /** An option with a value of this form; where it is given twice, the last one counts. */
    Offered value(String name, String form) {
        options.addOption(Option.builder().longOpt(name).hasArg().argName(form).get());
        return this;
    }

    /** An option whose value may be left out. */
    Offered optional(String name, String form) {
        options.addOption(Option.builder()
                .longOpt(name)
                .optionalArg(true)
                .numberOfArgs(1)
                .argName(form)
                .get());
        return this;
    }

    /** Options without a value. */
    Offered flags(String... names) {
        for (String name : names) {
            options.addOption(Option.builder().longOpt(name).get());
        }
        return this;
    }

    /** With those that name folders of knowledge: {@code --rules DIR}. */
    Options onFolders() {
        return Opening.options(options);
    }

    Options alone() {
        return options;
    }
}
