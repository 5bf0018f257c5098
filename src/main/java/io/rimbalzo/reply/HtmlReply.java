package io.rimbalzo.reply;

import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.render.Clean;

/**
 * A reply as HTML that mail programs show alike: no script, no style sheet, nothing fetched from elsewhere. Everything that
 * is written passes through {@link #text}, so that quotes from mail stay data.
 */
final class HtmlReply {

    private static final String PAGE =
            "font-family:'Segoe UI',Arial,sans-serif;font-size:15px;line-height:1.45;color:#1f2328";
    private static final String TITLE = "font-size:19px;line-height:1.3;margin:0 0 12px 0";
    private static final String HEADING = "font-size:15px;margin:20px 0 6px 0";
    private static final String PROSE = "margin:0 0 10px 0";
    private static final String MONOSPACE = "font-family:Consolas,'Courier New',monospace;font-size:13px";
    private static final String QUOTE = MONOSPACE
            + ";background-color:#f3f4f6;border-left:3px solid #9aa4b2;padding:8px 12px;word-break:break-word";
    private static final String COMMAND =
            MONOSPACE + ";background-color:#f3f4f6;padding:6px 10px;margin:4px 0 8px 0;white-space:pre-wrap";

    private final StringBuilder html = new StringBuilder(4_096);

    private HtmlReply() {}

    static String of(Reply reply) {
        HtmlReply page = new HtmlReply();
        page.html
                .append("<!DOCTYPE html>\n<html lang=\"")
                .append(text(reply.language()))
                .append("\">\n<head>");
        page.html.append("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">");
        page.element("title", "", reply.subject());
        page.html.append("</head>\n<body style=\"").append(PAGE).append("\">\n");
        page.html.append("<div style=\"max-width:680px\">\n");
        reply.paragraphs().forEach(page::write);
        return page.html.append("</div>\n</body>\n</html>\n").toString();
    }

    private void write(Paragraph paragraph) {
        if (paragraph instanceof Paragraph.Heading heading) {
            element(heading.first() ? "h1" : "h2", heading.first() ? TITLE : HEADING, heading.text());
        } else if (paragraph instanceof Paragraph.Prose prose) {
            element("p", PROSE, prose.text());
        } else if (paragraph instanceof Paragraph.Quote quote) {
            // a table cell, since Outlook gives no other element both a ground and room within
            html.append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\"><tr>");
            element("td", QUOTE, quote.text());
            html.append("</tr></table>\n");
        } else if (paragraph instanceof Paragraph.Steps steps) {
            steps(steps);
        } else if (paragraph instanceof Paragraph.Links links) {
            links(links);
        }
    }

    private void steps(Paragraph.Steps steps) {
        boolean one = steps.steps().size() == 1;
        html.append(one ? "<div style=\"margin:0 0 10px 0\">" : "<ol style=\"margin:0 0 10px 0;padding-left:24px\">");
        for (Guidance.Step step : steps.steps()) {
            html.append(one ? "<p style=\"margin:0 0 4px 0\">" : "<li style=\"margin:0 0 4px 0\">");
            html.append(text(Clean.line(step.text()))).append(one ? "</p>" : "");
            if (step.command() != null) {
                html.append('\n');
                element("pre", COMMAND, Clean.line(step.command()));
            }
            html.append(one ? "" : "</li>\n");
        }
        html.append(one ? "</div>\n" : "</ol>\n");
    }

    private void links(Paragraph.Links links) {
        html.append("<ul style=\"margin:0;padding-left:24px\">\n");
        for (Guidance.Link link : links.links()) {
            html.append("<li>");
            boolean page = link.url().startsWith("https://") || link.url().startsWith("http://");
            html.append(page ? "<a href=\"" + text(link.url()) + "\">" : "").append(text(Clean.line(link.title())));
            html.append(page ? "</a>" : "").append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private void element(String name, String style, String content) {
        html.append('<').append(name);
        html.append(style.isEmpty() ? "" : " style=\"" + style + "\"");
        html.append('>').append(text(content)).append("</").append(name).append(">\n");
    }

    /** With every sign that HTML gives a meaning to written as a reference. */
    private static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
