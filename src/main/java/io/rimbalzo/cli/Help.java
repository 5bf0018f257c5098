package io.rimbalzo.cli;

import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Lines;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.render.TextPage;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;

/** What the program tells of itself: {@code rimbalzo help}, {@code rimbalzo help diagnose}, {@code rimbalzo why --help}. */
record Help(Words words) {

    private static final Pattern PLACE = Pattern.compile("[A-Za-z]+");

    /** What the program is for, and its commands. */
    String overview(List<Command> commands) {
        int width = commands.stream()
                .mapToInt(command -> command.name().length())
                .max()
                .orElse(0);
        Lines lines = new Lines(TextPage.WIDTH, false);
        lines.text(0, words.say("help.description"), Ink.PLAIN).blank();
        for (Command command : commands) {
            String name =
                    "  " + command.name() + " ".repeat(width - command.name().length() + 2);
            lines.hanging(name, " ".repeat(name.length()), words.say("help." + command.name() + ".brief"), Ink.PLAIN);
        }
        return lines.blank()
                .text(0, words.say("help.example"), Ink.PLAIN)
                .text(0, words.say("help.more"), Ink.PLAIN)
                .toString();
    }

    /** How to use a command. */
    String of(Command command) {
        Lines lines = new Lines(TextPage.WIDTH, false);
        String usage = "rimbalzo " + command.name() + " " + words.say("help.options") + " ";
        lines.hanging("", "    ", (usage + inWords(command.arguments())).strip(), Ink.PLAIN);
        lines.blank()
                .text(2, words.say(either("help." + command.name() + ".about", "help." + command.name())), Ink.PLAIN)
                .blank();
        for (Option option : command.options().getOptions()) {
            String argument = option.hasArg() ? " " + inWords(option.getArgName()) : "";
            lines.text(2, "--" + option.getLongOpt() + argument, Ink.PLAIN);
            // an option that a command understands in its own way
            String own = "help." + command.name() + "." + option.getLongOpt();
            lines.text(6, words.say(either(own, "help." + option.getLongOpt())), Ink.PLAIN);
        }
        String example = words.say(either("help." + command.name() + ".example", "help.example"));
        return lines.blank().text(2, example, Ink.PLAIN).toString();
    }

    /** A command may be named as an option is, {@code rules}: then its own help stands beside. */
    private String either(String own, String common) {
        return words.has(own) ? own : common;
    }

    /** The form of a value as the reader's language writes it: {@code DIR} to {@code CARTELLA}; what is typed as it is stays. */
    private String inWords(String form) {
        return PLACE.matcher(form).replaceAll(place -> {
            String key = "help.place." + place.group();
            return words.has(key) ? words.say(key) : place.group();
        });
    }
}
