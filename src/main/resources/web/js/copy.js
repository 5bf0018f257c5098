// Putting things on the clipboard, also where the page is not served over https.

import { Refusal } from "./api.js";
import { announce, h } from "./dom.js";
import { say } from "./words.js";

/**
 * A button that copies what the given function answers: texts by their type, each perhaps yet to come:
 * () => ({ "text/plain": "...", "text/html": aPromise }).
 */
export function copyButton(label, forms, attributes = {}) {
  const button = h("button", { type: "button", class: "quiet", ...attributes }, label);
  button.addEventListener("click", async () => {
    let told;
    try {
      told = say(await copy(forms()) ? "copy.done" : "copy.failed");
    } catch (error) {
      told = error instanceof Refusal ? error.message : say("copy.failed");
    }
    button.textContent = told;
    announce(told);
    setTimeout(() => {
      button.textContent = label;
    }, 2500);
  });
  return button;
}

async function copy(forms) {
  const types = Object.keys(forms);
  if (navigator.clipboard?.write && window.isSecureContext) {
    // promises, since some browsers let nobody write who has waited first
    const blobs = types.map((type) => [type, Promise.resolve(forms[type]).then((text) => new Blob([text], { type }))]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  }
  const texts = await Promise.all(Object.values(forms));
  return copyByEvent(Object.fromEntries(types.map((type, n) => [type, texts[n]])));
}

/** The old way: the browser asks at a copy what to copy. */
function copyByEvent(forms) {
  const listener = (event) => {
    event.preventDefault();
    Object.entries(forms).forEach(([type, text]) => event.clipboardData.setData(type, text));
  };
  document.addEventListener("copy", listener);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", listener);
  }
}
