// The frame: three views under #/, #/knowledge and #/messages, and the language they are told in.

import * as api from "./api.js";
import { diagnoseView, dropOn } from "./diagnose.js";
import { announce, fill, focus, h } from "./dom.js";
import { entryView, knowledgeView } from "./knowledge.js";
import { messagesView, messageView } from "./messages.js";
import { languages, offer, preferred, say, speak, spoken } from "./words.js";

const VIEWS = [
  { name: "diagnose", hash: "#/", list: () => diagnoseView() },
  { name: "knowledge", hash: "#/knowledge", list: knowledgeView, one: entryView },
  { name: "messages", hash: "#/messages", list: messagesView, one: messageView },
];

const main = document.getElementById("main");
let turn = 0;

/** The view and the thing that the address names: #/knowledge/access.group-large. */
function route() {
  const [, first = "", rest = ""] = /^#\/([^/]*)(?:\/(.*))?$/.exec(location.hash) ?? [];
  const view = VIEWS.find(({ name }) => name === first) ?? VIEWS[0];
  let thing = rest;
  try {
    thing = decodeURIComponent(rest);
  } catch {
    // a broken address names nothing: the view says so
  }
  return { view, thing: view.one ? thing : "" };
}

async function draw(arrived) {
  const mine = ++turn;
  const { view, thing } = route();
  frame(view);
  let made;
  try {
    made = await (thing ? view.one(thing) : view.list());
  } catch (error) {
    made = trouble(error);
  }
  if (mine !== turn) {
    return;
  }
  fill(main, made);
  const heading = main.querySelector("h1");
  document.title = view === VIEWS[0] ? say("page.title") : `${heading?.textContent ?? ""} · Rimbalzo`;
  if (arrived) {
    focus(heading);
  }
}

function trouble(error) {
  return h("div", { class: "paper trouble" },
    h("h1", { tabindex: "-1" }, say("trouble.heading")),
    h("p", {}, error instanceof api.Refusal ? error.message : say("trouble.unexpected")),
    h("p", {}, h("button", { type: "button", on: { click: () => draw(true) } }, say("trouble.again"))));
}

function frame(current) {
  fill(document.getElementById("skip"), say("frame.skip"));
  fill(document.getElementById("privacy"), say("frame.privacy"));
  const nav = document.getElementById("views");
  nav.setAttribute("aria-label", say("frame.views"));
  fill(nav, VIEWS.map((view) => h("a", { href: view.hash, "aria-current": view === current ? "page" : null }, say(`view.${view.name}`))));
  const group = document.getElementById("languages");
  group.setAttribute("aria-label", say("frame.language"));
  fill(group, languages().map(({ tag, name }) => h("button", {
    type: "button", lang: tag, "aria-pressed": String(tag === spoken()), on: { click: () => change(tag) },
  }, name)));
}

async function change(tag) {
  await speak(tag);
  await draw(false);
  document.querySelector(`#languages [lang="${tag}"]`)?.focus();
  announce(say("frame.spoken"));
}

/** Shows the first view, where what is dropped is read. */
async function arrive() {
  if (route().view !== VIEWS[0]) {
    history.pushState(null, "", "#/");
    await draw(false);
  }
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  focus(main.querySelector("h1") ?? main);
});
addEventListener("hashchange", () => draw(true));
dropOn(document, arrive);

const wished = new URLSearchParams(location.search).get("lang");
await speak(preferred([...(wished ? [wished] : []), ...navigator.languages]));
await draw(false);
try {
  offer(await api.languages());
  const better = preferred([...(wished ? [wished] : []), ...navigator.languages]);
  if (better !== spoken()) {
    await speak(better);
    await draw(false);
  }
  frame(route().view);
} catch {
  // the page speaks the two languages it brings along
}
