package io.rimbalzo.guidance;

import io.rimbalzo.message.RichText;

/**
 * An organization's own text for a report, with the values of this one in it.
 *
 * @param identity {@code It\Internal\5.7.124}
 * @param text     with the formatting that Exchange allows; whatever is shown of it, only that is formatting
 */
public record Custom(String identity, RichText text) {

    private static final int LONGEST_TITLE = 80;

    /** All of it, without formatting. */
    public String plain() {
        return text.plain();
    }

    /** Its first sentence, which stands alone in a chat. */
    String brief() {
        return firstSentence().strip();
    }

    private String firstSentence() {
        String words = text.words();
        int start = words.length() - words.stripLeading().length();
        int end = words.indexOf('\n', start);
        return words.substring(0, start)
                + Advisor.firstSentence(words.substring(start, end < 0 ? words.length() : end));
    }

    /** The first sentence as a headline: without its full stop, cut where it is long, at a word unless little would stay. */
    String title() {
        String title = brief();
        if (title.length() > LONGEST_TITLE) {
            int blank = title.lastIndexOf(' ', LONGEST_TITLE - 1);
            return title.substring(0, blank > LONGEST_TITLE / 2 ? blank : LONGEST_TITLE - 1) + "…";
        }
        return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    }

    /** What is left to tell under the headline: nothing twice, unless the headline had to be cut. */
    public RichText afterTitle() {
        return brief().length() > LONGEST_TITLE
                ? text
                : text.after(firstSentence().length());
    }
}
