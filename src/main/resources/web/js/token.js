// The token that lets somebody change texts: asked for when it is needed, kept while the page is open, never stored.

import { h } from "./dom.js";
import { say } from "./words.js";

let token = null;

/** Forgets what was typed, where the service did not take it. */
export function forget() {
  token = null;
}

/** The token, asked for where it is not known yet; null where the person thinks better of it. */
export function ask(complaint) {
  if (token) {
    return Promise.resolve(token);
  }
  return new Promise((resolve) => {
    const input = h("input", { type: "password", id: "token", autocomplete: "off", spellcheck: "false", required: true,
      "aria-describedby": "token-hint" });
    const dialog = h("dialog", { "aria-labelledby": "token-title" },
      h("form", { method: "dialog", on: { submit: () => { token = input.value.trim(); } } },
        h("h2", { id: "token-title" }, say("token.title")),
        complaint ? h("p", { class: "problem", role: "alert" }, complaint) : null,
        h("p", { id: "token-hint", class: "faint" }, say("token.hint")),
        h("label", { for: "token" }, say("token.label")), input,
        h("div", { class: "options" },
          h("button", { type: "submit", class: "main" }, say("token.use")),
          h("button", { type: "button", on: { click: () => dialog.close() } }, say("token.cancel")))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(token);
    });
    document.body.append(dialog);
    dialog.showModal();
    input.focus();
  });
}
