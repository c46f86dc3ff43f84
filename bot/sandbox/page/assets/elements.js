// Elements by one expression. Texts become text nodes: nothing is ever parsed as HTML.

export const $ = (id) => document.getElementById(id);

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

export function button(label, onclick, properties = {}) {
  return element("button", { type: "button", onclick, ...properties }, label);
}

const fading = new Map();

// Show a text for so many milliseconds.
export function showFor(id, text, time) {
  clearTimeout(fading.get(id));
  $(id).textContent = text;
  fading.set(id, setTimeout(() => ($(id).textContent = ""), time));
}
