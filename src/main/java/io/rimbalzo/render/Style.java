package io.rimbalzo.render;

/**
 * How the parts of a page look in light; the page's own style sheet has what differs in dark, on a telephone and in
 * print. Written into every element, since a reply to a mail carries no style sheet.
 */
final class Style {

    private static final String FONT = "font-family:'Segoe UI',-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif;";
    private static final String MONO = "font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;";
    private static final String INK = "color:#1d2126;";
    private static final String FAINT = "color:#59626c;";
    private static final String BREAK = "word-wrap:break-word;overflow-wrap:anywhere;";

    static final String BODY = "margin:0;padding:0;background-color:#eef0f2;" + FONT + INK;
    static final String PAPER = FONT + INK + "background-color:#ffffff;font-size:16px;line-height:1.55;";
    static final String LEDE = "margin:0 0 6px;font-size:14px;line-height:1.45;font-weight:normal;" + FAINT + BREAK;
    static final String TITLE =
            "margin:0 0 12px;font-size:27px;line-height:1.22;font-weight:600;letter-spacing:-0.3px;" + INK + BREAK;
    static final String SUBTITLE = "margin:0 0 10px;font-size:22px;line-height:1.25;font-weight:600;" + INK + BREAK;
    static final String FACT = "margin:0;font-size:14px;line-height:1.5;" + FAINT;
    static final String LABEL = "font-weight:600;" + INK;
    static final String GAP = "width:26px;vertical-align:middle;text-align:center;font-size:18px;" + FAINT;
    static final String WORD = "display:inline-block;max-width:100%;";
    static final String NAMED = "margin:0 0 6px;" + BREAK;
    static final String HEADING = "margin:34px 0 10px;font-size:19px;line-height:1.3;font-weight:600;" + INK;
    static final String PERSON = "margin:22px 0 8px;font-size:16px;line-height:1.35;font-weight:600;" + INK;
    static final String TEXT = "margin:0 0 12px;" + BREAK;
    static final String SMALL = "margin:0 0 12px;font-size:14px;line-height:1.5;" + FAINT + BREAK;
    static final String LIST = "margin:0 0 8px;padding:0 0 0 26px;";
    static final String ITEM = "margin:0 0 9px;padding:0 0 0 4px;" + BREAK;
    static final String CODE = MONO + "font-size:13px;" + BREAK;
    static final String COMMAND = "margin:7px 0 4px;padding:9px 12px;background-color:#f2f4f6;" + INK + MONO
            + "font-size:13px;line-height:1.5;white-space:pre-wrap;" + BREAK;
    static final String QUOTE = "margin:0 0 10px;padding:3px 0 3px 14px;border-left:3px solid #c9cfd6;" + INK + MONO
            + "font-size:13px;line-height:1.55;" + BREAK;
    static final String PARTY =
            FONT + INK + "padding:12px 12px 13px;border-top:4px solid #c9cfd6;font-size:14px;line-height:1.45;"
                    + "vertical-align:top;background-color:#f7f8f9;" + BREAK;
    static final String ACTS =
            FONT + INK + "padding:12px 12px 13px;border-top:4px solid #b3390b;font-size:14px;line-height:1.45;"
                    + "vertical-align:top;background-color:#fdf0ea;" + BREAK;
    static final String MARK = "color:#b3390b;font-weight:600;";
    static final String LINK = "color:#1d2126;text-decoration:underline;";
    static final String TABLE = "border-collapse:collapse;width:100%;font-size:14px;line-height:1.45;";
    static final String HEAD_CELL = FONT + "padding:6px 12px 6px 0;border-bottom:1px solid #c9cfd6;text-align:left;"
            + "vertical-align:bottom;font-weight:600;font-size:13px;" + FAINT;
    static final String CELL = FONT + INK
            + "padding:8px 12px 8px 0;border-bottom:1px solid #e3e7ea;text-align:left;vertical-align:top;" + BREAK;
    static final String NAME_CELL = CELL + "font-weight:normal;width:26%;" + FAINT;
    static final String BAR = "font-size:1px;line-height:6px;height:6px;";
    static final String RULE =
            "margin:30px 0 0;padding:14px 0 0;border-top:1px solid #e3e7ea;font-size:13px;" + FAINT + BREAK;

    private Style() {}
}
