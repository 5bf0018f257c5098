// The service's own interface, /v1. Nothing is asked of anybody else, and nothing is kept.

import { say, spoken } from "./words.js";

/** Why there is no answer, in words for a person. */
export class Refusal extends Error {
  constructor(status, message, details = []) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      ...options,
      headers: { "Accept": "application/json", "Accept-Language": spoken(), ...options.headers },
    });
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new Refusal(0, say("trouble.unreachable"));
  }
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return answer;
}

/** The sentence of a problem+json, else one of ours. */
async function refusal(answer) {
  let problem = {};
  try {
    problem = await answer.json();
  } catch {
    // not every refusal comes from the service itself: a proxy may answer in its own way
  }
  const known = { 401: "trouble.token", 404: "trouble.nothing", 413: "trouble.too-big", 429: "trouble.busy" };
  const own = say(known[answer.status] ?? "trouble.service", { status: answer.status });
  const details = (problem.violations ?? []).map((one) => one.detail).filter((one) => one);
  return new Refusal(answer.status, problem.detail ?? problem.title ?? own, details);
}

async function json(path, options) {
  const answer = await ask(path, options);
  return answer.status === 204 ? null : answer.json();
}

function query(values, context = {}) {
  const pairs = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  Object.entries(context).forEach(([name, value]) => pairs.append("context", `${name}=${value}`));
  return pairs.size === 0 ? "" : `?${pairs}`;
}

/** How a submission travels: a file as it is, a pasted text in JSON. */
function request(submission, accept, signal) {
  const { source, context } = submission;
  const told = Object.fromEntries(context.map((answer) => [answer.id, answer.value]));
  if (source.bytes) {
    return ask(`v1/diagnose${query({ lang: spoken() }, told)}`, {
      method: "POST", signal, body: source.bytes, headers: { "Content-Type": source.type, "Accept": accept },
    });
  }
  return ask("v1/diagnose", {
    method: "POST", signal,
    body: JSON.stringify({ message: source.text, context: told, lang: spoken() }),
    headers: { "Content-Type": "application/json", "Accept": accept },
  });
}

/** What happened, as the contract's JSON. */
export async function diagnose(submission, signal) {
  return (await request(submission, "application/json", signal)).json();
}

/** The same answer as text/markdown, text/plain or text/html. */
export async function told(submission, type) {
  return (await request(submission, type)).text();
}

/** The tags of the languages that the service speaks. */
export async function languages() {
  return (await json("v1/languages")).languages.map(({ tag }) => tag);
}

/** The diagnoses that speak of these words, all where there are none. */
export async function diagnoses(words, signal) {
  return (await json(`v1/diagnoses${query({ q: words, lang: spoken() })}`, { signal })).diagnoses;
}

/** One diagnosis with its words and its rules. */
export function diagnosis(id) {
  return json(`v1/diagnoses/${encodeURIComponent(id)}${query({ lang: spoken() })}`);
}

/** The organization's own texts, each { identity, language, internal, dsnCode, quotaMessageType, text, original }. */
export async function messages() {
  return (await json("v1/messages")).messages;
}

/** How a sender would read a text: { title, html }, with an example's values in it. */
export function preview(message, signal) {
  return json("v1/messages/preview", body("POST", message, { signal }));
}

/** Makes a text; refused where there is one of that name. */
export function make(message, token) {
  return json("v1/messages", body("POST", message, { token }));
}

/** Changes a text. */
export function change(message, token) {
  return json(address(message), body("PUT", { text: message.text, original: false }, { token }));
}

/** Takes a text away; the product's own words hold again. */
export function remove(message, token) {
  return json(address(message), { method: "DELETE", headers: { "Authorization": `Bearer ${token}` } });
}

function body(method, content, { token, signal }) {
  const allowed = token ? { "Authorization": `Bearer ${token}` } : {};
  return { method, signal, body: JSON.stringify(content), headers: { "Content-Type": "application/json", ...allowed } };
}

/** it/internal/5.7.124, or it/quota/WarningMailbox. */
function address({ language, internal, dsnCode, quotaMessageType }) {
  const kind = quotaMessageType ? "quota" : internal ? "internal" : "external";
  return `v1/messages/${[language, kind, quotaMessageType ?? dsnCode].map(encodeURIComponent).join("/")}`;
}
