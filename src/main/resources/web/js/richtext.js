// The few tags that a system message may have, as elements: B, EM, BR, P, A HREF. Whatever else stands there stays text.

import { h, visible } from "./dom.js";

const TAG = /<(\/?)(b|em|p|br|a)(?:\s+href\s*=\s*"([^"<>]*)"(?: rel="noopener noreferrer")?)?\s*\/?>/gi;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** The elements of a text with tags and entities, whoever wrote it; a tag that is not closed ends with the text. */
export function ofHtml(text) {
  const root = h("div", { class: "rich" });
  const open = [root];
  let at = 0;
  const say = (words) => words && open[open.length - 1].append(visible(read(words)));
  for (const [tag, closing, written, address] of matches(text)) {
    say(text.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const name = written.toLowerCase();
    if (name === "br") {
      open[open.length - 1].append(h("br"));
    } else if (!closing) {
      const element = h(name, name === "a" ? { href: safe(read(address)), rel: "noopener noreferrer", target: "_blank" } : {});
      open[open.length - 1].append(element);
      open.push(element);
    } else {
      const from = open.findLastIndex((element) => element.localName === name);
      if (from > 0) {
        open.length = from;
      }
    }
  }
  say(text.slice(at));
  return root;
}

function read(words) {
  return words.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]);
}

function matches(text) {
  return [...text.matchAll(TAG)].map((tag) => [tag, tag[1] === "/", tag[2], tag[3] ?? ""]);
}

function safe(address) {
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address : null;
}
