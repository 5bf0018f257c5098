// What is known of the message itself: its fields, the checks of its sender, and its way from server to server.

import { h, value } from "./dom.js";
import { count, has, raised, say, spoken } from "./words.js";

const METHODS = ["spf", "dkim", "dmarc", "compauth", "arc"];
const WELL = ["pass", "softpass", "bestguesspass"];
const BADLY = ["fail", "softfail", "permerror"];
const LONG_WAIT = 300;
const MINUTE = 60;

/** Subject, sender, recipients, date; null where nothing is known. */
export function original(message) {
  const fields = [
    ["subject", message.subject], ["from", message.from], ["to", (message.to ?? []).join(", ")],
    ["date", message.date], ["message-id", message.messageId],
  ].filter(([, known]) => known);
  return fields.length === 0 ? null : h("section", {},
    h("h2", {}, say("page.original")),
    h("dl", { class: "fields" }, fields.map(([name, known]) =>
      h("div", {}, h("dt", {}, say(`page.field.${name}`)), h("dd", { lang: name === "subject" ? "" : null }, value(known))))));
}

/** SPF, DKIM, DMARC, compauth and ARC, each in a sentence. */
export function checks(authentication = {}) {
  const known = METHODS.filter((method) => authentication[method]);
  return known.length === 0 ? null : h("section", {},
    h("h2", {}, say("page.checks")),
    h("table", {},
      h("thead", {}, h("tr", {},
        h("th", { scope: "col" }, say("page.column.check")), h("th", { scope: "col" }, say("page.column.meaning")))),
      h("tbody", {}, known.map((method) => check(method, authentication)))));
}

function check(method, authentication) {
  const result = authentication[method];
  const key = `page.check.${method}.${result}`;
  const more = [
    method === "dmarc" && authentication.action ? `action=${authentication.action}` : null,
    method === "compauth" && authentication.reason ? `reason=${authentication.reason}` : null,
  ].filter((one) => one).join(" ");
  const mark = WELL.includes(result) ? "✓" : BADLY.includes(result) ? "✕" : "–";
  return h("tr", {},
    h("th", { scope: "row" },
      h("b", {}, method === "compauth" ? method : method.toUpperCase()), " ", value(result), " ",
      h("span", { "aria-hidden": "true" }, mark),
      more ? [h("br"), h("code", { class: "faint", translate: "no" }, value(more))] : null),
    h("td", {}, say(has(key) ? key : "page.check.other")));
}

/** The hops in time, each with its wait as a bar. */
export function hops(all) {
  if (all.length === 0) {
    return null;
  }
  const waits = all.map((hop) => Math.max(0, hop.delaySeconds ?? 0));
  const whole = waits.reduce((sum, wait) => sum + wait, 0);
  const longest = Math.max(...waits);
  const timed = all.filter((hop) => hop.at).length > 1;
  return h("section", {},
    h("h2", {}, say("page.hops")),
    timed ? h("p", { class: "faint small" }, count("hops.summary", all.length, { time: duration(whole) })) : null,
    h("ol", { class: "hops" }, all.map((hop) => step(hop, whole, longest))));
}

function step(hop, whole, longest) {
  const wait = hop.delaySeconds;
  const slow = wait !== null && (wait >= LONG_WAIT || wait >= MINUTE && 2 * wait >= whole);
  const facts = [hop.at ? moment(hop.at) : null, hop.with].filter((one) => one);
  return h("li", { class: slow ? "slow" : null },
    h("p", {},
      hop.from ? value(hop.from) : null,
      hop.by ? [h("span", { class: "faint", "aria-hidden": "true" }, " → "), value(hop.by)] : null),
    facts.length === 0 ? null : h("p", { class: "faint small" },
      facts.flatMap((fact, n) => (n === 0 ? [value(fact)] : [" · ", value(fact)]))),
    wait === null || wait === undefined ? null : h("p", { class: "small wait" },
      bar(wait, longest),
      h("span", {}, wait < 0 ? say("page.clocks") : `${say("page.column.delay")}: ${duration(wait)}`),
      slow ? h("b", { class: "unusual" }, ` ▲ ${say("page.slow")}`) : null));
}

/** Its length is set by the browser's own style interface, since a strict policy allows no style in markup. */
function bar(wait, longest) {
  const length = h("span", { class: "length" });
  length.style.width = `${wait <= 0 || longest <= 0 ? 0 : Math.max(1, Math.round(100 * wait / longest))}%`;
  return h("span", { class: "track", "aria-hidden": "true" }, length);
}

function moment(at) {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : new Intl.DateTimeFormat(spoken(), {
    dateStyle: "medium", timeStyle: "long", timeZone: "UTC",
  }).format(time);
}

/** "2 h 5 min", the two greatest units. */
export function duration(seconds) {
  const units = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
  let left = seconds;
  const parts = units.map(([unit, size]) => {
    const n = Math.floor(left / size);
    left -= n * size;
    return [unit, n];
  });
  const first = parts.findIndex(([, n]) => n > 0);
  const shown = first < 0 ? [["second", 0]] : parts.slice(first, first + 2).filter(([, n]) => n > 0);
  return shown.map(([unit, n]) =>
    new Intl.NumberFormat(spoken(), { style: "unit", unit, unitDisplay: "short" }).format(n)).join(" ");
}

/** "Certo: il motivo lo dà il server stesso." */
export function labelled(word, sentence) {
  return [h("b", {}, `${raised(word)}:`), ` ${sentence}`];
}
