// The words of the page, words/<language>.json; a language without a file of its own reads the English ones.

const FALLBACK = "en";
const loaded = new Map();
let language = FALLBACK;
let known = [{ tag: "it", name: "Italiano" }, { tag: "en", name: "English" }];

/** The languages there are, as the service tells them: [{ tag: "it", name: "Italiano" }]. */
export function languages() {
  return known;
}

/** Takes over the languages that the service speaks. */
export function offer(tags) {
  if (tags.length > 0) {
    known = tags.map((tag) => ({ tag, name: nameOf(tag) }));
  }
}

function nameOf(tag) {
  try {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}

/** The language that is spoken now: "it". */
export function spoken() {
  return language;
}

/** The first of the browser's languages that is known, else English. */
export function preferred(wishes) {
  const bases = wishes.map((wish) => wish.toLowerCase().split("-")[0]);
  return bases.find((base) => known.some(({ tag }) => tag === base)) ?? FALLBACK;
}

async function load(tag) {
  if (!loaded.has(tag)) {
    const answer = await fetch(`words/${encodeURIComponent(tag)}.json`);
    loaded.set(tag, answer.ok ? await answer.json() : {});
  }
  return loaded.get(tag);
}

/** Speaks a language from now on. */
export async function speak(tag) {
  await Promise.all([load(FALLBACK), load(tag)]);
  language = tag;
  document.documentElement.lang = Object.keys(loaded.get(tag)).length > 0 ? tag : FALLBACK;
}

function text(key) {
  return loaded.get(language)?.[key] ?? loaded.get(FALLBACK)?.[key];
}

/** Whether there are words for a key. */
export function has(key) {
  return text(key) !== undefined;
}

/** The words of a key, with values for what stands in braces. */
export function say(key, values = {}) {
  return (text(key) ?? key).replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** The words for a number of things: key.one, key.other. */
export function count(key, number, values = {}) {
  const form = new Intl.PluralRules(language).select(number);
  const shown = new Intl.NumberFormat(language).format(number);
  return say(has(`${key}.${form}`) ? `${key}.${form}` : `${key}.other`, { count: shown, ...values });
}

/** As within a sentence: "il proprietario del gruppo". */
export function lowered(words) {
  return words.charAt(0).toLocaleLowerCase(language) + words.slice(1);
}

/** With a capital letter: "Certo". */
export function raised(words) {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
