// The first view: paste or drop a bounce, read the answer, answer a question.

import * as api from "./api.js";
import { answer } from "./answer.js";
import { announce, fill, focus, h, visible } from "./dom.js";
import { ofFile } from "./source.js";
import { count, say, spoken } from "./words.js";

// What was handed in and what came back, as long as the page is open.
const state = { source: { text: "" }, context: [], result: null, told: null, reader: "all", error: null };
let running = null;
let room = null;

/** The view; called again when it is shown again or the language changes. */
export function diagnoseView() {
  room = h("div", { class: "outcome" });
  const view = h("div", {}, form(), room);
  show();
  if (state.result && state.result.lang !== spoken()) {
    read();
  }
  return view;
}

function form() {
  const file = h("input", { type: "file", id: "file", class: "unseen", accept: ".eml,.msg,.txt,message/rfc822,text/plain",
    on: { change: () => file.files.length > 0 && take(file.files[0]) } });
  return h("form", { class: "paper ask", on: { submit } },
    h("h1", { tabindex: "-1" }, say("diagnose.title")),
    h("p", { class: "faint" }, say("diagnose.lede")),
    state.source.bytes ? chosen() : [
      h("label", { for: "bounce" }, say("diagnose.label")),
      textarea(),
    ],
    h("div", { class: "options" },
      h("button", { type: "submit", class: "main" }, say("diagnose.submit")),
      file, h("label", { for: "file", class: "button" }, say("diagnose.file")),
      state.result || state.error ? h("button", { type: "button", class: "quiet", on: { click: clear } }, say("diagnose.clear")) : null));
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
  state.context = [];
  state.told = null;
  state.reader = "all";
  read();
}

function clear() {
  Object.assign(state, { source: { text: "" }, context: [], result: null, told: null, reader: "all", error: null });
  redraw();
  document.getElementById("bounce")?.focus();
}

/** A file that was chosen, dropped or pasted is read at once. */
export async function take(file) {
  state.source = await ofFile(file);
  Object.assign(state, { context: [], told: null, reader: "all" });
  redraw();
  await read();
}

/** A text dropped anywhere on the page. */
export function takeText(text) {
  Object.assign(state, { source: { text }, context: [], told: null, reader: "all" });
  redraw();
  return read();
}

function redraw() {
  const old = document.querySelector("form.ask");
  if (old) {
    old.replaceWith(form());
  }
  show();
}

async function read() {
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
    error = result.error?.message ?? null;
  } catch (thrown) {
    if (thrown.name === "AbortError") {
      return;
    }
    error = thrown instanceof api.Refusal ? thrown.message : say("trouble.unexpected");
  }
  if (mine === running) {
    const first = state.result === null;
    Object.assign(state, { result: error ? null : result, told: submission, error });
    if (first !== (state.result === null)) {
      document.querySelector("form.ask")?.replaceWith(form());
    }
    show();
    settle();
  }
}

/** Where the eyes and the focus go after an answer. */
function settle() {
  room.removeAttribute("aria-busy");
  const heading = room.querySelector("h2");
  announce(state.error ?? `${say("diagnose.ready")} ${heading?.textContent ?? ""}`);
  focus(heading);
}

function show() {
  if (!room) {
    return;
  }
  if (state.error) {
    fill(room, h("section", { class: "paper trouble" }, h("h2", {}, say("trouble.heading")), h("p", {}, visible(state.error))));
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

/** Files and texts may be dropped anywhere on the page. */
export function dropOn(body, arrive) {
  const dragged = (event) => event.dataTransfer && [...event.dataTransfer.types].some((type) => type === "Files" || type === "text/plain");
  body.addEventListener("dragover", (event) => {
    if (dragged(event)) {
      event.preventDefault();
      body.classList.add("dragging");
    }
  });
  body.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      body.classList.remove("dragging");
    }
  });
  body.addEventListener("drop", async (event) => {
    body.classList.remove("dragging");
    if (!dragged(event) || event.target.closest?.("input, dialog")) {
      return;
    }
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    const text = event.dataTransfer.getData("text/plain");
    await arrive();
    if (files.length > 0) {
      await take(files[0]);
      if (files.length > 1) {
        announce(count("diagnose.one-file", files.length));
      }
    } else if (text) {
      await takeText(text);
    }
  });
  body.addEventListener("paste", (event) => {
    const [file] = event.clipboardData?.files ?? [];
    if (file && !event.clipboardData.getData("text/plain")) {
      event.preventDefault();
      arrive().then(() => take(file));
    }
  });
}
