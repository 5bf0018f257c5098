package io.rimbalzo.reply;

import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.render.Lines;
import io.rimbalzo.render.Lines.Ink;

/** A reply as plain text, wrapped at 76 columns; commands and addresses of pages stand whole. */
final class PlainReply {

    private static final int WIDTH = 76;

    private PlainReply() {}

    static String of(Reply reply) {
        Lines lines = new Lines(WIDTH, false);
        reply.paragraphs().forEach(paragraph -> write(lines, paragraph));
        return lines.toString();
    }

    private static void write(Lines lines, Paragraph paragraph) {
        if (paragraph instanceof Paragraph.Heading heading) {
            lines.blank().text(0, heading.text(), Ink.PLAIN);
        } else if (paragraph instanceof Paragraph.Prose prose) {
            lines.blank().text(0, prose.text(), Ink.PLAIN);
        } else if (paragraph instanceof Paragraph.Quote quote) {
            lines.hanging("> ", "> ", quote.text(), Ink.PLAIN);
        } else if (paragraph instanceof Paragraph.Steps steps) {
            int n = 1;
            for (Guidance.Step step : steps.steps()) {
                String number = steps.steps().size() == 1 ? "" : n++ + ". ";
                lines.hanging(number, " ".repeat(number.length()), step.text(), Ink.PLAIN);
                if (step.command() != null) {
                    lines.exact(4, step.command(), Ink.PLAIN);
                }
            }
        } else if (paragraph instanceof Paragraph.Links links) {
            links.links()
                    .forEach(link ->
                            lines.hanging("- ", "  ", link.title(), Ink.PLAIN).exact(2, link.url(), Ink.PLAIN));
        }
    }
}
