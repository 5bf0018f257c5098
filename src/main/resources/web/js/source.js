// What a person hands in: a pasted text, or a file as it is.

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]; // how an Outlook .msg begins

/** { text }, or { name, size, type, bytes, text } where text is null for what is no text. */
export async function ofFile(file) {
  const bytes = await file.arrayBuffer();
  const head = new Uint8Array(bytes.slice(0, 4));
  if (COMPOUND_FILE.every((byte, n) => head[n] === byte)) {
    return { name: file.name, size: file.size, type: "application/vnd.ms-outlook", bytes, text: null };
  }
  const text = decoded(bytes);
  return file.name.toLowerCase().endsWith(".eml") || file.type === "message/rfc822"
    ? { name: file.name, size: file.size, type: "message/rfc822", bytes, text }
    : { text };
}

/** Old reports are written in Windows-1252 as often as in UTF-8. */
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
