// One answer: what happened, who must act, what to do, and the proof.

import * as api from "./api.js";
import { copyButton } from "./copy.js";
import { h, value, visible } from "./dom.js";
import { checks, hops, labelled, original } from "./journey.js";
import { proof } from "./proof.js";
import { count, say } from "./words.js";

const PARTY = {
  "sender": "sender", "sender-admin": "sender", "service": "service",
  "recipient": "recipient", "recipient-admin": "recipient", "group-owner": "recipient",
};

/** Whose steps each reader sees. */
const READERS = {
  "all": null, "sender": ["sender"], "group-owner": ["group-owner"], "admin": ["sender-admin", "recipient-admin"],
};

/**
 * The whole answer.
 *
 * state: { result, submission, reader }; actions: { answer(question, option), back(n), read(reader) }
 */
export function answer(state, actions) {
  const { result } = state;
  const groups = grouped(result.failures);
  const message = result.message ?? {};
  return h("div", { class: "paper answer", lang: result.lang },
    groups.length > 1 ? overview(groups) : null,
    groups.length === 0 ? h("h2", { class: "title" }, say("heading.nothing")) : null,
    groups.map((group, n) => finding(group, n, state, actions)),
    checks(message.authentication),
    hops(message.hops ?? []),
    original(message),
    result.failures.length > 0 ? takeaway(state.submission) : null);
}

/** Recipients with the same diagnosis and the same words are told together. */
function grouped(failures) {
  const groups = new Map();
  for (const failure of failures) {
    const key = failure.diagnosis ? `${failure.diagnosis.id} ${failure.guidance?.title} ${failure.status}` : `none ${failure.text}`;
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups.values()];
}

function overview(groups) {
  return h("section", { class: "overview" },
    h("h2", {}, say("answer.several")),
    h("ul", {}, groups.map((group, n) => h("li", {},
      h("button", { type: "button", class: "link", on: { click: () => jump(n) } }, group[0].guidance?.title ?? title(group[0])), ": ",
      addresses(group)))));
}

function jump(n) {
  const heading = document.getElementById(`finding-${n}`);
  heading.focus();
  heading.scrollIntoView({ block: "start" });
}

function addresses(group) {
  const known = group.map((one) => one.recipient).filter((one) => one);
  return known.slice(0, 5).flatMap((one, n) => [n === 0 ? "" : ", ", value(one)])
    .concat(known.length > 5 ? [` ${count("answer.more", known.length - 5)}`] : []);
}

function title(failure) {
  return failure.findings.length > 0 ? say("heading.only-notes") : failure.text || failure.status
    ? say("heading.unexplained") : say("heading.nothing");
}

function finding(group, n, state, actions) {
  const failure = group[0];
  const { diagnosis, guidance } = failure;
  const heading = h("h2", { id: `finding-${n}`, class: "title", tabindex: "-1" }, visible(guidance?.title ?? title(failure)));
  if (!diagnosis) {
    return h("article", { "aria-labelledby": heading.id }, heading,
      failure.text ? h("blockquote", { lang: "", dir: "auto", translate: "no" }, visible(failure.text)) : null,
      question(failure, state, actions), notes(failure), alternatives(failure));
  }
  return h("article", { "aria-labelledby": heading.id }, heading,
    h("p", { class: "fact" }, labelled(say(`certainty.${diagnosis.certainty}`), say(`page.certainty.${diagnosis.certainty}`))),
    h("p", { class: "fact" }, labelled(say(`permanence.${diagnosis.permanence}`),
      [say(`page.permanence.${diagnosis.permanence}`), say(`retry.${diagnosis.retry}`)].join(" "))),
    codes(failure),
    parties(group, state.result.message ?? {}),
    h("p", {}, h("b", {}, `${say("heading.who")}: `), acts(diagnosis)),
    h("p", { class: "cause" }, visible(guidance.cause)),
    guidance.custom ? h("p", { class: "faint small" }, say("answer.custom", { identity: guidance.custom })) : null,
    question(failure, state, actions),
    steps(guidance, diagnosis, n, state.reader, actions),
    proof(group.flatMap((one) => one.diagnosis.evidence).filter((one) => one.fact !== "Context"), state.submission.source.text),
    notes(failure), alternatives(failure), admin(guidance), links(guidance.links),
    h("p", { class: "rule faint small" }, `${say("heading.rule")}: `,
      h("a", { href: `#/knowledge/${encodeURIComponent(diagnosis.id)}` }, h("code", { translate: "no" }, diagnosis.id)),
      ", ", value(`${diagnosis.rule.file}:${diagnosis.rule.line}`)));
}

function codes(failure) {
  const known = [failure.reply, failure.status].filter((one) => one);
  return known.length === 0 ? null
    : h("p", { class: "fact" }, h("b", {}, `${say("page.code")}: `), h("code", { translate: "no" }, visible(known.join(" "))));
}

function acts(diagnosis) {
  const first = diagnosis.responsible ? say(`who.${diagnosis.responsible}`) : say("answer.unknown");
  const then = diagnosis.then && diagnosis.then !== diagnosis.responsible ? say(`who.${diagnosis.then}`) : null;
  return then ? `${first}; ${say("heading.then")} ${then.charAt(0).toLowerCase()}${then.slice(1)}.` : `${first}.`;
}

/** Sender, service and recipient, with what is known of each, and the one who must act marked. */
function parties(group, message) {
  const { diagnosis } = group[0];
  const known = {
    sender: [message.from],
    service: group.map((one) => one.servers?.generating),
    recipient: [...group.map((one) => one.recipient),
      ...group.map((one) => (one.servers?.rejectedBy === "remote" ? one.servers.rejecting : null))],
  };
  return h("ol", { class: "parties" }, Object.entries(known).map(([party, all]) => {
    const first = PARTY[diagnosis.responsible] === party;
    const then = !first && PARTY[diagnosis.then] === party;
    return h("li", { class: first ? "acts" : null },
      h("b", {}, say(`strip.${party}`)),
      first ? h("span", { class: "must" }, `● ${say("page.acts")}`) : null,
      then ? h("span", { class: "faint" }, `○ ${say("page.acts-then")}`) : null,
      [...new Set(all)].filter((one) => one).slice(0, 3).map((one) => h("span", { class: "known" }, value(one))));
  }));
}

/** The next question, with what was answered before and the way back. */
function question(failure, state, actions) {
  const next = failure.questions[0];
  const options = next ? [...next.options, { value: "unknown", label: say("question.unknown") }] : [];
  const given = state.submission.context;
  if (!next && given.length === 0) {
    return null;
  }
  return h("section", { class: "question" },
    h("h3", {}, say("heading.question")),
    given.length === 0 ? null : h("ul", { class: "given" }, given.map((one, n) => h("li", {},
      `${one.text} `, h("b", {}, one.label), " ",
      h("button", { type: "button", class: "quiet", on: { click: () => actions.back(n) },
        "aria-label": `${say("question.back")}: ${one.text}` }, say("question.back"))))),
    next ? [
      h("p", { id: `question-${next.id}` }, next.text),
      h("div", { class: "options", role: "group", "aria-labelledby": `question-${next.id}` }, options.map((option) =>
        h("button", { type: "button", on: { click: () => actions.answer(next, option) } }, option.label))),
    ] : null);
}

/** Each person's steps; a reader sees only their own, or who acts instead. */
function steps(guidance, diagnosis, n, reader, actions) {
  const people = Object.entries(guidance.steps ?? bare(guidance));
  const wanted = READERS[reader];
  const shown = wanted ? people.filter(([who]) => wanted.includes(who)) : people;
  return h("section", {},
    h("h3", {}, say("heading.steps")),
    people.length > 1 ? switchOf(people.map(([who]) => who), n, reader, actions) : null,
    shown.length === 0
      ? h("p", {}, say("answer.nothing-for-you", { who: say(`who.${diagnosis.responsible ?? "nobody"}`) }))
      : shown.map(([who, own]) => [
        h("h4", {}, say(`who.${who}`), who === diagnosis.responsible && people.length > 1
          ? h("span", { class: "must" }, ` ● ${say("page.first")}`) : null),
        h("ol", { class: "steps" }, own.map((step) => h("li", {}, visible(step.text), step.command ? command(step.command) : null))),
      ]),
    guidance.steps || guidance.commands.length === 0 ? null : guidance.commands.map(command));
}

/** The steps of a service that tells its commands apart. */
function bare(guidance) {
  return Object.fromEntries(Object.entries(guidance.do).map(([who, own]) => [who, own.map((text) => ({ text, command: null }))]));
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

/** A command and the button that copies it. */
export function command(text) {
  return h("div", { class: "command" },
    h("pre", { translate: "no" }, h("code", {}, visible(text))),
    copyButton(say("copy.command"), () => ({ "text/plain": text })));
}

function notes(failure) {
  const told = failure.findings.filter((one) => one.title);
  return told.length === 0 ? null : h("section", {},
    h("h3", {}, say("heading.also")),
    told.map((one) => h("div", { class: "note" }, h("p", {}, h("b", {}, `${visible(one.title)}.`), ` ${visible(one.cause)}`),
      [...new Set(one.evidence.map((fact) => fact.quote))].filter((quote) => quote).slice(0, 2)
        .map((quote) => h("blockquote", { lang: "", dir: "auto", translate: "no" }, visible(quote))))));
}

function alternatives(failure) {
  return failure.alternatives.length === 0 ? null : h("section", {},
    h("h3", {}, say("heading.alternatives")),
    h("ul", {}, failure.alternatives.map((one) => h("li", {},
      h("a", { href: `#/knowledge/${encodeURIComponent(one.id)}` }, one.title ?? one.id), " ",
      h("span", { class: "faint small" }, say(`certainty.${one.certainty}`))))));
}

/** What those who run mail should know of it. */
export function admin(guidance, level = "h3") {
  return guidance.admin ? h("section", {}, h(level, {}, say("heading.admin")), h("p", {}, visible(guidance.admin))) : null;
}

/** Pages to read. */
export function links(all = [], level = "h3") {
  return all.length === 0 ? null : h("section", {},
    h(level, {}, say("heading.see")),
    h("ul", {}, all.map((link) => h("li", {}, h("a", { href: link.url, rel: "noopener noreferrer", target: "_blank" }, link.title)))));
}

/** The answer to take away: for a mail, a ticket, a page of notes. */
function takeaway(submission) {
  return h("section", { class: "takeaway" },
    h("h2", {}, say("copy.heading")),
    h("div", { class: "options" },
      copyButton(say("copy.mail"), () => ({
        "text/html": api.told(submission, "text/html"), "text/plain": api.told(submission, "text/plain"),
      }), { class: null }),
      copyButton(say("copy.markdown"), () => ({ "text/plain": api.told(submission, "text/markdown") }), { class: null }),
      copyButton(say("copy.ticket"), () => ({ "text/plain": api.told(submission, "text/plain") }), { class: null })));
}
