// What a person hands in: a pasted text, or a file as it is.

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]; // how an Outlook .msg begins
const LONGEST_TEXT = 200_000; // bytes up to which a file of text goes into the field, where it can be read and changed
const LOOKED_AT = 4_096; // bytes in which a file shows whether it is text
const NO_TEXT = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip)$/;

/** Why a file cannot be looked into: "folder", "unreadable", "empty-file" or "not-text". */
export class Unusable extends Error {}

/** { text }, or { name, size, type, bytes, text } where text is null for what is no text. */
export async function ofFile(file) {
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // nothing can be read of a folder, nor of a file that has gone since
    throw new Unusable("unreadable");
  }
  if (bytes.byteLength === 0) {
    throw new Unusable("empty-file");
  }
  const head = new Uint8Array(bytes.slice(0, LOOKED_AT));
  if (COMPOUND_FILE.every((byte, n) => head[n] === byte)) {
    return { name: file.name, size: file.size, type: "application/vnd.ms-outlook", bytes, text: null };
  }
  if (file.name.toLowerCase().endsWith(".eml") || file.type === "message/rfc822") {
    return { name: file.name, size: file.size, type: "message/rfc822", bytes, text: decoded(bytes) };
  }
  const wide = wideLetters(head);
  if (NO_TEXT.test(file.type) || !wide && head.includes(0)) {
    throw new Unusable("not-text");
  }
  const text = wide ? new TextDecoder(wide).decode(bytes) : decoded(bytes);
  return bytes.byteLength <= LONGEST_TEXT ? { text }
    : { name: file.name, size: file.size, type: "text/plain", bytes: wide ? new TextEncoder().encode(text) : bytes, text };
}

/** Outlook saves texts as "Unicode", in letters of two bytes. */
function wideLetters([first, second]) {
  return first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** Old reports are written in Windows-1252 as often as in UTF-8. */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
