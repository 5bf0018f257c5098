// Elements are made here and nowhere else. Text enters as text: no mail, header or rule can become markup.

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|#)/i;

/**
 * An element, for instance h("a", { href: "#/", on: { click } }, "Home").
 * Children are elements, texts, arrays of them, or null for nothing.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name === "on") {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (name === "href") {
      if (SAFE_ADDRESS.test(value)) {
        element.setAttribute("href", value);
      }
    } else if (name.startsWith("on") || name === "style" || name === "srcdoc") {
      throw new TypeError(`an attribute ${name} is not set here`);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      add(element, child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(child instanceof Node ? child : document.createTextNode(child));
    }
  }
}

/** Puts children in place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

// Controls, and what hides or turns the direction of writing; tab and line's end stay.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Foreign text without what hides in it; as long as it was. */
export function visible(text) {
  return String(text).replace(HIDDEN, "\ufffd");
}

/** A foreign value, an address or a server's name, that may break after its separators. */
export function value(text) {
  const pieces = visible(text).split(/(?<=[.@\-_,;/])/);
  return h("bdi", { translate: "no" }, pieces.flatMap((piece, n) => (n === 0 ? [piece] : [h("wbr"), piece])));
}

/** Says something to whoever listens rather than looks. */
export function announce(text) {
  const status = document.getElementById("status");
  status.textContent = "";
  // the same words twice are told twice only where they arrive anew
  requestAnimationFrame(() => {
    status.textContent = text;
  });
}

/** Moves the focus to a heading, so that reading goes on there. */
export function focus(element) {
  if (element) {
    element.setAttribute("tabindex", "-1");
    element.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }
}
