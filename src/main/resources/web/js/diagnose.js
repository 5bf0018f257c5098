// The first view: paste or drop a bounce, read the answer, answer a question.

import * as api from "./api.js";
import { answer } from "./answer.js";
import { announce, fill, focus, h, visible } from "./dom.js";
import { ofFile, Unusable } from "./source.js";
import { count, say, spoken } from "./words.js";

// What was handed in and what came back, as long as the page is open.
const state = { source: { text: "" }, context: [], result: null, told: null, reader: "all", error: null, note: null };
let running = null;
let room = null;

/** The view; called again when it is shown again or the language changes. */
export function diagnoseView() {
  room = h("div", { class: "outcome" });
  const view = h("div", {}, form(), room);
  show();
  if (state.result && state.result.lang !== spoken()) {
    read(false);
  }
  return view;
}

function form() {
  const file = h("input", { type: "file", id: "file", class: "unseen", accept: ".eml,.msg,.txt,message/rfc822,text/plain",
    on: { change: () => file.files.length > 0 && take(file.files[0]) } });
  return h("form", { class: "paper ask", on: { submit } },
    h("h1", { tabindex: "-1" }, say("diagnose.title")),
    state.result ? null : h("p", { class: "faint" }, say("diagnose.lede")),
    state.source.bytes ? chosen() : [
      h("label", { for: "bounce" }, say("diagnose.label")),
      textarea(),
    ],
    state.note ? h("p", { class: "notice" }, state.note()) : null,
    h("div", { class: "options" },
      h("button", { type: "submit", class: "main" }, say("diagnose.submit")),
      file, h("label", { for: "file", class: "button" }, say("diagnose.file")),
      !state.source.bytes && (state.result || state.error)
        ? h("button", { type: "button", class: "quiet", on: { click: clear } }, say("diagnose.clear")) : null));
}

/** On what the form's looks depend. */
function shape() {
  return `${state.result !== null} ${state.error !== null}`;
}

function textarea() {
  const area = h("textarea", {
    id: "bounce", rows: state.result ? "4" : "9", spellcheck: "false", autocomplete: "off", translate: "no", dir: "auto",
    placeholder: say("diagnose.example"),
    on: {
      input: () => { state.source = { text: area.value }; },
      keydown: (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          area.form.requestSubmit();
        }
      },
    },
  });
  area.value = state.source.text;
  return area;
}

/** The file that was handed in, in place of the text. */
function chosen() {
  const size = new Intl.NumberFormat(spoken(), { maximumFractionDigits: 1 }).format(state.source.size / 1024);
  return h("p", { class: "chosen" },
    h("span", {}, `${say("diagnose.chosen")} `, h("bdi", { translate: "no" }, h("b", {}, visible(state.source.name))),
      ` (${size} KB)`), " ",
    h("button", { type: "button", class: "quiet", on: { click: clear } }, say("diagnose.remove")));
}

function submit(event) {
  event.preventDefault();
  Object.assign(state, { context: [], reader: "all", note: null });
  read();
}

function clear() {
  running?.abort();
  Object.assign(state, { source: { text: "" }, context: [], result: null, told: null, reader: "all", error: null, note: null });
  redraw();
  room.removeAttribute("aria-busy");
  document.getElementById("bounce")?.focus();
}

/** A file that was chosen, dropped or pasted is read at once; note() is what is to be said of it besides. */
async function take(file, note = null) {
  try {
    await takeSource(await ofFile(file), note);
  } catch (thrown) {
    refuse(thrown instanceof Unusable ? thrown.message : "unreadable");
  }
}

function takeSource(source, note = null) {
  Object.assign(state, { source, context: [], reader: "all", note });
  redraw();
  return read();
}

/** Says why there is nothing to look into. What was there before is gone, so that no answer stands under another's name. */
function refuse(why) {
  running?.abort();
  Object.assign(state, { source: { text: "" }, context: [], result: null, told: null, error: () => say(`diagnose.${why}`), note: null });
  redraw();
  settle();
}

function redraw() {
  const old = document.querySelector("form.ask");
  if (old) {
    old.replaceWith(form());
  }
  show();
}

/** Asks for the answer; the focus goes there, but where only the language has changed. */
async function read(moves = true) {
  running?.abort();
  running = new AbortController();
  const mine = running;
  room.setAttribute("aria-busy", "true");
  announce(say("diagnose.reading"));
  const submission = { source: state.source, context: [...state.context] };
  let result = null;
  let error = null;
  try {
    result = await api.diagnose(submission, mine.signal);
    const refused = result.error?.message;
    error = refused ? () => visible(refused) : null;
  } catch (thrown) {
    if (thrown.name === "AbortError") {
      return;
    }
    error = thrown instanceof api.Refusal ? () => visible(thrown.message) : () => say("trouble.unexpected");
  }
  if (mine === running) {
    const before = shape();
    Object.assign(state, { result: error ? null : result, told: submission, error });
    if (before !== shape()) {
      document.querySelector("form.ask")?.replaceWith(form());
    }
    show();
    settle(moves);
  }
}

/** Where the eyes and the focus go after an answer. */
function settle(moves = true) {
  room.removeAttribute("aria-busy");
  const heading = room.querySelector("h2");
  announce([state.error ? state.error() : `${say("diagnose.ready")} ${heading?.textContent ?? ""}.`, state.note?.()]
    .filter((one) => one).join(" "));
  if (moves) {
    focus(heading);
  }
}

function show() {
  if (!room) {
    return;
  }
  if (state.error) {
    fill(room, h("section", { class: "paper trouble" }, h("h2", {}, say("trouble.heading")), h("p", {}, state.error())));
  } else if (state.result) {
    fill(room, answer({ result: state.result, submission: state.told, reader: state.reader }, actions));
  } else {
    fill(room);
  }
}

const actions = {
  answer(question, option) {
    state.context.push({ id: question.id, value: option.value, text: question.text, label: option.label });
    read();
  },
  /** Takes an answer back, and those that were given after it. */
  back(n) {
    state.context.length = n;
    read();
  },
  read(reader, n) {
    state.reader = reader;
    show();
    document.querySelector(`input[name="reader-${n}"][value="${reader}"]`)?.focus();
    announce(say(`reader.${reader}`));
  },
};

/** Files and texts may be dropped anywhere on the page, and pasted where nothing is written. */
export function dropOn(page, arrive) {
  page.addEventListener("dragover", (event) => {
    if (carries(event.dataTransfer)) {
      event.preventDefault();
      page.body.classList.add("dragging");
    }
  });
  page.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      page.body.classList.remove("dragging");
    }
  });
  page.addEventListener("drop", (event) => {
    page.body.classList.remove("dragging");
    const hasFiles = event.dataTransfer?.types.includes("Files");
    if (!carries(event.dataTransfer) || !hasFiles && event.target.closest?.("input, .editor")) {
      return; // a text dropped into a field goes there
    }
    // else the browser would leave the page for the file
    event.preventDefault();
    if (!event.target.closest?.("dialog")) {
      handIn(dropped(event.dataTransfer), arrive);
    }
  });
  page.addEventListener("paste", (event) => {
    const { files = [], types = [] } = event.clipboardData ?? {};
    const text = types.includes("text/plain") ? event.clipboardData.getData("text/plain") : "";
    if (event.target.closest?.("input, dialog, .editor") || text && event.target.closest?.("textarea")) {
      return; // what is pasted into a field stands there
    }
    event.preventDefault();
    handIn({ files: text ? [] : [...files], folder: false, text }, arrive);
  });
}

function carries(transfer) {
  return transfer && (transfer.types.includes("Files") || transfer.types.includes("text/plain"));
}

/** What was dropped; to be asked at once, since it is gone after the event. */
function dropped(transfer) {
  const folders = [...transfer.items].map((item) => item.webkitGetAsEntry?.()?.isDirectory ?? false);
  return { files: [...transfer.files].filter((file, n) => !folders[n]), folder: folders.includes(true), text: transfer.getData("text/plain") };
}

async function handIn({ files, folder, text }, arrive) {
  await arrive();
  if (files.length > 0) {
    await take(files[0], files.length > 1 ? () => count("diagnose.one-file", files.length, { name: visible(files[0].name) }) : null);
  } else if (text.trim()) {
    await takeSource({ text });
  } else {
    refuse(folder ? "folder" : "nothing-pasted");
  }
}
