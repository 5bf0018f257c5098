// The quotes of an answer, marked where they stand in what was pasted.

import { h, visible } from "./dom.js";
import { say } from "./words.js";

const LONGEST = 200_000; // characters that are searched; what follows stays unmarked
const AROUND = 240; // characters shown on each side of a mark in a long text
const WHOLE = 2_000; // characters up to which a text is shown whole

/** White space as one blank, letters small, and for each character where it stood. */
function folded(text) {
  const from = [];
  const out = [];
  let afterBlank = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const blank = /\s/.test(c);
    if (blank && afterBlank) {
      continue;
    }
    afterBlank = blank;
    const small = c.toLowerCase();
    out.push(blank ? " " : small.length === 1 ? small : c);
    from.push(i);
  }
  return { text: out.join(""), from };
}

/** Where the quotes stand in a text, as [start, end) in its own characters, in order and apart. */
export function places(text, quotes) {
  const { text: haystack, from } = folded(text.slice(0, LONGEST));
  const found = [];
  for (const quote of quotes) {
    const needle = folded(quote).text.trim();
    const at = needle.length > 2 ? haystack.indexOf(needle) : -1;
    if (at >= 0) {
      found.push([from[at], from[at + needle.length - 1] + 1]);
    }
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return found.reduce((kept, place) => {
    const last = kept[kept.length - 1];
    if (last && place[0] <= last[1]) {
      last[1] = Math.max(last[1], place[1]);
    } else {
      kept.push([...place]);
    }
    return kept;
  }, []);
}

/** The text with its marks; of a long one only what stands around them. */
function marked(text, found) {
  const children = [];
  let at = 0;
  const gap = (to, next) => {
    if (text.length <= WHOLE || to - at <= 2 * AROUND) {
      children.push(visible(text.slice(at, to)));
      return;
    }
    const head = at === 0 ? "" : text.slice(at, at + AROUND);
    const tail = next ? text.slice(Math.max(at, to - AROUND), to) : "";
    children.push(visible(head), h("span", { class: "cut" }, at === 0 || !next ? "…" : "\n…\n"), visible(tail));
  };
  for (const [start, end] of found) {
    gap(start, true);
    children.push(h("mark", {}, visible(text.slice(start, end))));
    at = end;
  }
  gap(text.length, false);
  return children;
}

/** The quotes of the n-th answer, and under them the pasted text with the quotes marked. */
export function proof(evidence, source, n) {
  const quotes = [...new Set(evidence.map((one) => one.quote).filter((quote) => quote && quote.trim()))];
  if (quotes.length === 0) {
    return null;
  }
  const found = source ? places(source, quotes) : [];
  return h("section", {},
    h("h3", {}, say("heading.evidence")),
    quotes.map((quote) => h("blockquote", { lang: "", dir: "auto", translate: "no" }, visible(quote))),
    found.length === 0 || source.trim().length <= quotes[0].length + 8 ? null : h("details", { class: "pasted" },
      h("summary", { id: `proof-${n}` }, say("proof.in-text")),
      h("pre", { lang: "", dir: "auto", translate: "no", tabindex: "0", role: "region",
        "aria-labelledby": `proof-${n} finding-${n}` },
        marked(source, found))));
}
