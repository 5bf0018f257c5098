// The third view: the organization's own texts, in place of the product's.

import * as api from "./api.js";
import { announce, fill, focus, h, visible } from "./dom.js";
import { ofHtml } from "./richtext.js";
import { ask, forget } from "./token.js";
import { count, say, spoken } from "./words.js";

const LONGEST = 512;
const PAUSE = 250; // milliseconds after the last letter
const KINDS = ["internal", "external", "quota"];

/** The list of the texts. */
export async function messagesView() {
  const all = await api.messages();
  return h("div", { class: "paper" },
    h("h1", { tabindex: "-1" }, say("texts.title")),
    h("p", { class: "faint" }, say("texts.lede")),
    h("p", {}, h("a", { class: "button", href: "#/messages/new" }, say("texts.new"))),
    all.length === 0 ? h("p", {}, say("texts.none"))
      : h("ul", { class: "entries" }, all.map((one) => h("li", {},
        h("a", { href: `#/messages/${encodeURIComponent(one.identity)}`, translate: "no" }, visible(one.identity)),
        one.original ? h("span", { class: "faint small" }, ` · ${say("texts.original")}`) : null,
        h("p", { class: "small" }, visible(one.text))))));
}

/** One text, or a new one where the identity is "new". */
export async function messageView(identity) {
  const all = await api.messages();
  const one = all.find((message) => message.identity === identity);
  const isNew = identity === "new";
  if (!one && !isNew) {
    return h("div", { class: "paper" }, back(), h("h1", { tabindex: "-1" }, say("texts.unknown", { identity: visible(identity) })));
  }
  return editor(one ?? { text: "" }, isNew);
}

function back() {
  return h("p", {}, h("a", { href: "#/messages" }, `← ${say("texts.back")}`));
}

function editor(message, isNew) {
  const text = h("textarea", { id: "text", rows: "6", required: true, "aria-describedby": "text-hint length" });
  text.value = message.text;
  const length = h("p", { id: "length", class: "faint small" });
  const problems = h("div", { class: "problems", role: "status" });
  const seen = h("div", { class: "seen" });
  const name = isNew ? naming() : { fields: [], read: () => message };
  const read = () => ({ ...name.read(), text: text.value });
  let waiting = null;
  const changed = () => {
    fill(length, count("texts.length", text.value.length, { limit: LONGEST }));
    length.classList.toggle("problem", text.value.length > LONGEST);
    clearTimeout(waiting);
    waiting = setTimeout(() => preview(read(), problems, seen), PAUSE);
  };
  changed();
  return h("div", { class: "paper" }, back(),
    h("h1", { tabindex: "-1" }, isNew ? say("texts.new") : [say("texts.edit"), " ", h("bdi", { translate: "no" }, visible(message.identity))]),
    h("form", { class: "editor", on: { input: changed, submit: (event) => { event.preventDefault(); save(read(), isNew, problems); } } },
      name.fields,
      h("label", { for: "text" }, say("texts.text")), text,
      h("p", { id: "text-hint", class: "faint small" }, say("texts.text.hint")), length, problems,
      h("div", { class: "options" },
        h("button", { type: "submit", class: "main" }, say("texts.save")),
        isNew ? null : h("button", { type: "button", on: { click: () => remove(message, problems) } }, say("texts.remove")))),
    h("section", { "aria-labelledby": "seen-title" }, h("h2", { id: "seen-title" }, say("texts.preview")),
      h("p", { class: "faint small" }, say("texts.preview.hint")), seen));
}

/** The three parts of a name: language, who reads it, and what it is about. */
function naming() {
  const language = h("input", { type: "text", id: "language", required: true, autocomplete: "off", spellcheck: "false", value: spoken() });
  const kind = h("select", { id: "kind" }, KINDS.map((one) => h("option", { value: one }, say(`texts.kind.${one}`))));
  const about = h("input", { type: "text", id: "about", required: true, autocomplete: "off", spellcheck: "false", "aria-describedby": "about-hint" });
  return {
    fields: h("div", { class: "naming" },
      h("div", {}, h("label", { for: "language" }, say("texts.language")), language),
      h("div", {}, h("label", { for: "kind" }, say("texts.kind")), kind),
      h("div", {}, h("label", { for: "about" }, say("texts.about")), about),
      h("p", { id: "about-hint", class: "faint small wide" }, say("texts.about.hint"))),
    read: () => {
      const what = about.value.trim();
      return { language: language.value.trim(),
        ...(kind.value === "quota" ? { quotaMessageType: what } : { internal: kind.value === "internal", dsnCode: what }) };
    },
  };
}

let asking = null;

/** The text as a sender reads it: at once as it stands, then with an example's values as the service puts them. */
async function preview(message, problems, seen) {
  asking?.abort();
  asking = new AbortController();
  fill(seen, ofHtml(message.text));
  fill(problems);
  if (!message.text.trim() || !(message.dsnCode ?? message.quotaMessageType)) {
    return;
  }
  try {
    const told = await api.preview(message, asking.signal);
    fill(seen, told.title ? h("p", { class: "seen-title" }, visible(told.title)) : null, ofHtml(told.html));
  } catch (error) {
    // a service without previews leaves the text as it stands
    if (error.name !== "AbortError" && error.status !== 404 && error.status !== 405) {
      tell(problems, error.details?.length > 0 ? error.details : [error.message]);
    }
  }
}

function tell(problems, sentences) {
  fill(problems, sentences.length === 0 ? null : h("ul", {}, sentences.map((one) => h("li", {}, visible(one)))));
}

/** Does what needs a token; asks again where the service does not take it. */
async function allowed(change, problems) {
  let complaint = null;
  for (;;) {
    const token = await ask(complaint);
    if (!token) {
      return false;
    }
    try {
      await change(token);
      return true;
    } catch (error) {
      if (error.status !== 401) {
        tell(problems, error.details?.length > 0 ? error.details : [error.message]);
        focus(problems);
        return false;
      }
      forget();
      complaint = say("trouble.token"); // the service's own sentence speaks of header fields
    }
  }
}

async function save(message, isNew, problems) {
  if (await allowed((token) => (isNew ? api.make(message, token) : api.change(message, token)), problems)) {
    done("texts.saved");
  }
}

async function remove(message, problems) {
  if (await sure(message.identity) && await allowed((token) => api.remove(message, token), problems)) {
    done("texts.removed");
  }
}

/** Taking a text away is asked twice. */
function sure(identity) {
  return new Promise((resolve) => {
    let yes = false;
    const dialog = h("dialog", { "aria-labelledby": "sure-title" },
      h("form", { method: "dialog", on: { submit: () => { yes = true; } } },
        h("h2", { id: "sure-title" }, say("texts.sure", { identity: visible(identity) })),
        h("p", {}, say("texts.sure.hint")),
        h("div", { class: "options" },
          h("button", { type: "submit", class: "main" }, say("texts.remove")),
          h("button", { type: "button", on: { click: () => dialog.close() } }, say("token.cancel")))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(yes);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function done(key) {
  location.hash = "#/messages";
  setTimeout(() => announce(say(key)), PAUSE);
}
