// The second view: what is known, to browse and to search.

import * as api from "./api.js";
import { admin, links } from "./answer.js";
import { announce, fill, h, value, visible } from "./dom.js";
import { person } from "./steps.js";
import { count, has, raised, say, spoken } from "./words.js";

const PEOPLE = ["sender", "sender-admin", "service", "recipient", "recipient-admin", "group-owner", "nobody"];
const PAUSE = 200; // milliseconds after the last letter

// What is searched for, as long as the page is open.
const wanted = { words: "", topic: "", who: "" };
let cache = { language: null, all: [] };

async function all() {
  if (cache.language !== spoken()) {
    cache = { language: spoken(), all: await api.diagnoses("") };
  }
  return cache.all;
}

/** The list of the diagnoses. */
export async function knowledgeView() {
  const entries = await all();
  const list = h("div", { id: "entries" });
  const told = h("p", { class: "faint", id: "found" });
  let waiting = null;
  let searching = null;
  const update = async () => {
    searching?.abort();
    searching = new AbortController();
    try {
      const found = wanted.words.trim() ? await api.diagnoses(wanted.words.trim(), searching.signal) : entries;
      show(list, told, found.filter(fits), wanted.words.trim() !== "");
    } catch (error) {
      if (error.name !== "AbortError") {
        fill(told, error.message);
      }
    }
  };
  const changed = (name, pause) => (event) => {
    wanted[name] = event.target.value;
    clearTimeout(waiting);
    waiting = setTimeout(update, pause);
  };
  await update();
  return h("div", { class: "paper" },
    h("h1", { tabindex: "-1" }, say("knowledge.title")),
    h("p", { class: "faint" }, count("knowledge.lede", entries.length)),
    h("form", { class: "search", role: "search", on: { submit: (event) => event.preventDefault() } },
      h("div", { class: "wide" }, h("label", { for: "words" }, say("knowledge.search")),
        h("input", { type: "search", id: "words", value: wanted.words, autocomplete: "off", spellcheck: "false",
          "aria-describedby": "words-hint", on: { input: changed("words", PAUSE) } }),
        h("p", { id: "words-hint", class: "faint small" }, say("knowledge.hint"))),
      select("topic", [...new Set(entries.map((one) => one.topic))].map((one) => [one, topic(one)]), changed("topic", 0)),
      select("who", PEOPLE.filter((who) => entries.some((one) => one.responsible === who)).map((who) => [who, say(`who.${who}`)]),
        changed("who", 0))),
    told, list);
}

function topic(name) {
  return has(`rules.topic.${name}`) ? say(`rules.topic.${name}`) : name;
}

function select(name, options, change) {
  return h("div", {}, h("label", { for: name }, say(`knowledge.${name}`)),
    h("select", { id: name, on: { change } },
      h("option", { value: "" }, say("knowledge.any")),
      options.map(([id, label]) => h("option", { value: id, selected: wanted[name] === id }, label))));
}

function fits(one) {
  return (!wanted.topic || one.topic === wanted.topic)
    && (!wanted.who || one.responsible === undefined || one.responsible === wanted.who);
}

function show(list, told, found, ranked) {
  const summary = found.length === 0 ? say("knowledge.none") : count("knowledge.found", found.length);
  fill(told, summary);
  announce(summary);
  if (ranked) {
    fill(list, h("ul", { class: "entries" }, found.map(item)));
    return;
  }
  const topics = [...new Set(found.map((one) => one.topic))];
  fill(list, topics.map((name) => [
    h("h2", {}, topic(name)), h("ul", { class: "entries" }, found.filter((one) => one.topic === name).map(item)),
  ]));
}

function item(one) {
  const codes = one.codes ?? [];
  return h("li", {},
    h("a", { href: `#/knowledge/${encodeURIComponent(one.id)}` }, visible(one.title ?? one.id)),
    h("p", { class: "faint small" }, h("code", { translate: "no" }, one.id),
      one.responsible ? ` · ${say(`who.${one.responsible}`)}` : null,
      codes.length > 0 ? [" · ", h("span", { translate: "no" }, codes.slice(0, 4).join(" · ") + (codes.length > 4 ? " …" : ""))] : null));
}

/** One diagnosis. */
export async function entryView(id) {
  let one;
  try {
    one = await api.diagnosis(id);
  } catch (error) {
    return h("div", { class: "paper" }, back(),
      h("h1", { tabindex: "-1" }, error.status === 404 ? say("knowledge.unknown", { id: visible(id) }) : say("trouble.heading")),
      h("p", {}, visible(error.message)));
  }
  return h("article", { class: "paper" }, back(),
    h("h1", { tabindex: "-1" }, visible(one.title)),
    h("p", { class: "fact" }, h("code", { translate: "no" }, one.id)),
    h("p", { class: "cause" }, visible(one.cause ?? "")),
    h("dl", { class: "fields" }, facts(one).map(([name, known]) => h("div", {}, h("dt", {}, say(name)), h("dd", {}, known)))),
    steps(Object.entries(one.do), one.responsible),
    admin(one, "h2"), links(one.links, "h2"), phrases(one.phrases ?? []), rules(one.rules));
}

function steps(people, responsible) {
  return people.length === 0 ? null : h("section", {}, h("h2", {}, say("heading.steps")), people.map(([who, own]) =>
    person(who, own, { first: who === responsible && people.length > 1, level: "h3" })));
}

function back() {
  return h("p", {}, h("a", { href: "#/knowledge" }, `← ${say("knowledge.back")}`));
}

function facts(one) {
  return [
    ["heading.who", one.responsible ? [h("b", { class: "must" }, "● "), say(`who.${one.responsible}`)] : null],
    ["knowledge.then", one.then ? say(`who.${one.then}`) : null],
    ["rules.label.category", has(`rules.category.${one.category}`) ? raised(say(`rules.category.${one.category}`)) : one.category],
    ["rules.label.permanence", has(`permanence.${one.permanence}`) ? raised(say(`permanence.${one.permanence}`)) : null],
    ["rules.label.codes", (one.codes ?? []).length > 0 ? h("span", { translate: "no" }, one.codes.join(", ")) : null],
  ].filter(([, known]) => known);
}

function phrases(all) {
  return all.length === 0 ? null : h("section", {}, h("h2", {}, say("rules.label.phrases")),
    h("ul", { class: "phrases", lang: "" }, all.map((phrase) => h("li", {}, h("code", { translate: "no" }, value(phrase))))));
}

function rules(all) {
  return all.length === 0 ? null : h("section", {}, h("h2", {}, say("rules.label.rules")),
    h("ol", { class: "steps" }, all.map((rule) => h("li", {}, visible(rule.sentence),
      h("p", { class: "faint small" }, h("code", { translate: "no" }, value(`${rule.file}:${rule.line}`)),
        rule.source ? [" · ", source(rule.source)] : null)))));
}

/** Where a rule comes from: a page, or a name. */
function source(text) {
  return /^https?:/.test(text) ? h("a", { href: text, rel: "noopener noreferrer", target: "_blank" }, visible(text)) : visible(text);
}
