package io.rimbalzo.reply;

import io.rimbalzo.guidance.Guidance;
import java.util.List;

/** A piece of a reply; text and HTML are written from the same ones. */
public sealed interface Paragraph {

    /** What happened, or what a list is about: {@code Che cosa fare}. */
    record Heading(String text, boolean first) implements Paragraph {}

    /** Running words. */
    record Prose(String text) implements Paragraph {}

    /** Words of the message or of a server, which are data. */
    record Quote(String text) implements Paragraph {}

    /** What to do, one by one, some with a command to copy. */
    record Steps(List<Guidance.Step> steps) implements Paragraph {}

    /** Pages to read. */
    record Links(List<Guidance.Link> links) implements Paragraph {}
}
