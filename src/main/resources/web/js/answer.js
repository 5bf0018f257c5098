// One answer: what happened, who must act, what to do, and the proof.

import * as api from "./api.js";
import { copyButton } from "./copy.js";
import { h, value, visible } from "./dom.js";
import { checks, hops, labelled, original } from "./journey.js";
import { proof } from "./proof.js";
import { ofHtml } from "./richtext.js";
import { steps } from "./steps.js";
import { count, lowered, say } from "./words.js";

const PARTY = {
  "sender": "sender", "sender-admin": "sender", "service": "service",
  "recipient": "recipient", "recipient-admin": "recipient", "group-owner": "recipient",
};

const SHOWN = 3; // recipients that are named at once; all of them stand in a list that opens

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
    result.failures.length > 0 ? takeaway(state.submission) : null,
    checks(message.authentication),
    hops(message.hops ?? []),
    original(message));
}

/** Recipients with the same diagnosis are told together, as on the pages that are sent by mail. */
function grouped(failures) {
  const groups = new Map();
  for (const failure of failures) {
    const key = likeness(failure);
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups.values()];
}

/** All that is told of a recipient but for the address, the servers and the quotes. */
function likeness({ diagnosis, guidance, findings, alternatives, questions, text }) {
  const known = diagnosis ? [diagnosis.id, diagnosis.certainty, diagnosis.permanence, diagnosis.retry,
    Object.entries(guidance.do).map(([who, own]) => [who, own.length])] : [text];
  return JSON.stringify([known, ...[findings, alternatives, questions].map((all) => all.map((one) => one.id))]);
}

function overview(groups) {
  return h("section", { class: "overview" },
    h("h2", {}, say("answer.several")),
    h("ul", {}, groups.map((group, n) => h("li", {},
      h("button", { type: "button", class: "link", on: { click: () => jump(n) } }, visible(group[0].guidance?.title ?? title(group[0]))),
      h("p", { class: "faint small" }, addresses(group)),
      group[0].diagnosis?.responsible ? h("p", { class: "faint small" },
        h("b", { class: "must" }, "● "), `${say("heading.who")}: ${lowered(say(`who.${group[0].diagnosis.responsible}`))}`) : null))));
}

function jump(n) {
  const heading = document.getElementById(`finding-${n}`);
  heading.focus();
  heading.scrollIntoView({ block: "start" });
}

function addresses(group) {
  const known = recipients(group);
  return known.slice(0, 5).flatMap((one, n) => [n === 0 ? "" : ", ", value(one)])
    .concat(known.length > 5 ? [` ${count("answer.more", known.length - 5)}`] : []);
}

function recipients(group) {
  return [...new Set(group.map((one) => one.recipient).filter((one) => one))];
}

function title(failure) {
  return failure.findings.length > 0 ? say("heading.only-notes") : failure.text || failure.status
    ? say("heading.unexplained") : say("heading.nothing");
}

function finding(group, n, state, actions) {
  const failure = group[0];
  const { diagnosis, guidance } = failure;
  const languages = guidance?.languages ?? {};
  const heading = h("h2", { id: `finding-${n}`, class: "title", tabindex: "-1", lang: languages.title },
    visible(guidance?.title ?? title(failure)));
  if (!diagnosis) {
    return h("article", { "aria-labelledby": heading.id }, heading,
      failure.text ? h("blockquote", { lang: "", dir: "auto", translate: "no" }, visible(failure.text)) : null,
      question(failure, state, actions), notes(failure), alternatives(failure));
  }
  return h("article", { "aria-labelledby": heading.id }, heading,
    parties(group, state.result.message ?? {}),
    everybody(group),
    h("p", { class: "who" }, h("b", {}, `${say("heading.who")}: `), acts(diagnosis)),
    cause(guidance, languages.cause),
    wordedFor(group),
    guidance.custom ? h("p", { class: "faint small" }, say("answer.custom", { identity: visible(guidance.custom) })) : null,
    facts(group),
    question(failure, state, actions),
    steps(group, n, state.reader, actions),
    proof(group.flatMap((one) => one.diagnosis.evidence).filter((one) => one.fact !== "Context"), state.submission.source.text, n),
    notes(failure), alternatives(failure), admin(guidance), links(guidance.links, "h3", languages),
    h("p", { class: "rule faint small" }, `${say("heading.rule")}: `,
      h("a", { href: `#/knowledge/${encodeURIComponent(diagnosis.id)}` }, h("code", { translate: "no" }, diagnosis.id)),
      ", ", value(`${diagnosis.rule.file}:${diagnosis.rule.line}`)));
}

/** The product's words, or the organization's own with the little formatting that they may have, without the headline. */
function cause(guidance, language) {
  if (guidance.custom && typeof guidance.html === "string") {
    return guidance.html ? h("div", { class: "cause" }, ofHtml(guidance.html)) : null;
  }
  return h("p", { class: "cause", lang: language }, visible(guidance.cause));
}

/** Where the words name one of several recipients. */
function wordedFor(group) {
  const worded = new Set(group.map(({ guidance }) => JSON.stringify([guidance.title, guidance.cause, guidance.do])));
  return worded.size < 2 || !group[0].recipient ? null
    : h("p", { class: "faint small" }, say("page.worded-for", { recipient: visible(group[0].recipient) }));
}

/** How sure it is, how long it lasts, and the codes. */
function facts(group) {
  const { diagnosis } = group[0];
  const lasts = [diagnosis.permanence ? say(`page.permanence.${diagnosis.permanence}`) : null,
    diagnosis.retry ? say(`retry.${diagnosis.retry}`) : null].filter((one) => one).join(" ");
  const known = [...new Set(group.map((one) => [one.reply, one.status].filter((part) => part).join(" ")))].filter((one) => one);
  return h("div", { class: "facts" },
    h("p", { class: "fact" }, labelled(say(`certainty.${diagnosis.certainty}`), say(`page.certainty.${diagnosis.certainty}`))),
    lasts ? h("p", { class: "fact" }, diagnosis.permanence ? labelled(say(`permanence.${diagnosis.permanence}`), lasts) : lasts) : null,
    known.length === 0 ? null : h("p", { class: "fact" }, h("b", {}, `${say("page.code")}: `),
      known.flatMap((one, n) => [n === 0 ? "" : ", ", h("code", { translate: "no" }, visible(one))])));
}

function acts(diagnosis) {
  const first = lowered(diagnosis.responsible ? say(`who.${diagnosis.responsible}`) : say("answer.unknown"));
  const then = diagnosis.then && diagnosis.then !== diagnosis.responsible ? lowered(say(`who.${diagnosis.then}`)) : null;
  return then ? `${first}; ${say("heading.then")} ${then}.` : `${first}.`;
}

/** Sender, service and recipient, with what is known of each, and the one who must act marked. */
function parties(group, message) {
  const { diagnosis } = group[0];
  const known = {
    sender: [message.from],
    service: group.map((one) => one.servers?.generating),
    recipient: [...recipients(group).slice(0, SHOWN),
      ...group.map((one) => (one.servers?.rejectedBy === "remote" ? one.servers.rejecting : null))],
  };
  return h("ol", { class: "parties" }, Object.entries(known).map(([party, all]) => {
    const first = PARTY[diagnosis.responsible] === party;
    const then = !first && PARTY[diagnosis.then] === party;
    return h("li", { class: first ? "acts" : null },
      h("b", {}, say(`strip.${party}`)),
      first ? h("span", { class: "must" }, `● ${say("page.acts")}`) : null,
      then ? h("span", { class: "faint" }, `○ ${say("page.acts-then")}`) : null,
      [...new Set(all)].filter((one) => one).slice(0, SHOWN + 1).map((one) => h("span", { class: "known" }, value(one))));
  }));
}

/** All recipients, where the strip has no room for them. */
function everybody(group) {
  const all = recipients(group);
  return all.length <= SHOWN ? null : h("details", { class: "pasted" },
    h("summary", {}, count("answer.all", all.length)),
    h("ul", { class: "small" }, all.map((one) => h("li", {}, value(one)))));
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
      h("p", { id: `question-${next.id}`, lang: next.lang }, next.text),
      h("div", { class: "options", role: "group", lang: next.lang, "aria-labelledby": `question-${next.id}` }, options.map((option) =>
        h("button", { type: "button", on: { click: () => actions.answer(next, option) } }, option.label))),
    ] : null);
}

function notes(failure) {
  const known = failure.findings.filter((one) => one.title);
  return known.length === 0 ? null : h("section", {},
    failure.diagnosis ? h("h3", {}, say("heading.also")) : null,
    known.map((one) => h("div", { class: "note" }, h("p", { lang: one.lang }, h("b", {}, `${visible(one.title)}.`), ` ${visible(one.cause)}`),
      [...new Set(one.evidence.map((fact) => fact.quote))].filter((quote) => quote).slice(0, 2)
        .map((quote) => h("blockquote", { lang: "", dir: "auto", translate: "no" }, visible(quote))))));
}

function alternatives(failure) {
  return failure.alternatives.length === 0 ? null : h("section", {},
    h("h3", {}, say("heading.alternatives")),
    h("ul", {}, failure.alternatives.map((one) => h("li", {},
      h("a", { href: `#/knowledge/${encodeURIComponent(one.id)}`, lang: one.lang }, visible(one.title ?? one.id)), " ",
      h("span", { class: "faint small" }, say(`certainty.${one.certainty}`))))));
}

/** What those who run mail should know of it. */
export function admin(guidance, level = "h3") {
  return guidance.admin ? h("section", {}, h(level, {}, say("heading.admin")), h("p", { lang: guidance.languages?.admin }, visible(guidance.admin))) : null;
}

/** Pages to read. */
export function links(all = [], level = "h3", languages = {}) {
  return all.length === 0 ? null : h("section", {},
    h(level, {}, say("heading.see")),
    h("ul", {}, all.map((link, n) => h("li", { lang: languages[`see.${n + 1}`] }, h("a", { href: link.url, rel: "noopener noreferrer", target: "_blank" }, visible(link.title))))));
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
