// What each person should do, with the commands to copy.

import { copyButton } from "./copy.js";
import { h, visible } from "./dom.js";
import { count, lowered, say } from "./words.js";

/** Whose steps each reader sees. */
const READERS = {
  "all": null, "sender": ["sender"], "group-owner": ["group-owner"], "admin": ["sender-admin", "recipient-admin"],
};
const MOST_COMMANDS = 10; // of one step, for as many recipients

/** Each person's steps; a reader sees only their own, or who acts instead. The n-th answer of a page. */
export function steps(group, n, reader, actions) {
  const [{ guidance, diagnosis }] = group;
  const people = Object.entries(detailed(guidance));
  const wanted = READERS[reader];
  const shown = wanted ? people.filter(([who]) => wanted.includes(who)) : people;
  return h("section", {},
    h("h3", {}, say("heading.steps")),
    people.length > 1 ? switchOf(people.map(([who]) => who), n, reader, actions) : null,
    shown.length === 0
      ? h("p", {}, say("answer.nothing-for-you", { who: lowered(say(`who.${diagnosis.responsible ?? "nobody"}`)) }))
      : shown.map(([who, own]) => person(who, own, {
        first: who === diagnosis.responsible && people.length > 1, level: "h4", languages: guidance.languages,
        commands: (i) => group.map((one) => detailed(one.guidance)[who]?.[i]?.command),
      })),
    guidance.steps ? null : guidance.commands.map(command));
}

/** One person's steps under a heading; commands(i) are those of the i-th step. */
export function person(who, own, { first, level, languages = {}, commands = (i) => [own[i].command] }) {
  return [
    h(level, {}, say(`who.${who}`), first ? h("span", { class: "must" }, ` ● ${say("page.first")}`) : null),
    h("ol", { class: "steps" }, own.map((step, i) =>
      h("li", { lang: languages[`do.${who}.${i + 1}`] }, visible(step.text), all(commands(i))))),
  ];
}

/** The commands of a step, one for each recipient where they differ. */
function all(commands) {
  const different = [...new Set(commands.filter((one) => one))];
  const more = different.length - MOST_COMMANDS;
  return [different.slice(0, MOST_COMMANDS).map(command),
    more > 0 ? h("p", { class: "faint small" }, count("answer.more-commands", more)) : null];
}

/** Also those of a service that tells its commands apart. */
function detailed(guidance) {
  return guidance.steps
    ?? Object.fromEntries(Object.entries(guidance.do).map(([who, own]) => [who, own.map((text) => ({ text, command: null }))]));
}

function switchOf(people, n, reader, actions) {
  const offered = Object.keys(READERS).filter((one) =>
    one === "all" || one === reader || READERS[one].some((who) => people.includes(who)));
  return h("fieldset", { class: "switch" },
    h("legend", {}, say("reader.legend")),
    offered.map((one) => h("label", {},
      h("input", { type: "radio", name: `reader-${n}`, value: one, checked: one === reader, on: { change: () => actions.read(one, n) } }),
      h("span", {}, say(`reader.${one}`)))));
}

/** A command, which breaks after its commas rather than in a name, and the button that copies it. */
function command(text) {
  const pieces = visible(text).split(/(?<=,)/).flatMap((piece, n) => (n === 0 ? [piece] : [h("wbr"), piece]));
  return h("div", { class: "command" },
    h("pre", { lang: "", translate: "no" }, h("code", {}, pieces)),
    copyButton(say("copy.command"), () => ({ "text/plain": text })));
}
