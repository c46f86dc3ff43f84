// Formatted text as Telegram shows it: entities over a text, in UTF-16 units, which
// are what strings here are counted in.

import { button, element } from "./elements.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const BLOCKS = ["blockquote", "expandable_blockquote", "pre"];
let quotes = 0;

// `open` tells whether the page itself follows a link; `say` sends a tapped command.
export function drawText(text, entities, { open, say }) {
  return drawn(text, [...entities], [0, text.length], { open, say });
}

function drawn(text, entities, [begin, end], ways) {
  const nodes = [];
  let at = begin;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    const isBlock = BLOCKS.includes(entity.type);
    // A block begins and ends its lines by itself.
    const gap = isBlock && text[from - 1] === "\n" ? 1 : 0;
    nodes.push(text.slice(at, Math.max(from - gap, at)));
    const inner = drawn(text, entities, [from, to], ways);
    nodes.push(framed(entity, inner, text.slice(from, to), ways));
    at = isBlock && text[to] === "\n" ? to + 1 : to;
  }
  nodes.push(text.slice(at, end));
  return nodes.filter((node) => node !== "");
}

function framed(entity, inner, text, { open, say }) {
  switch (entity.type) {
    case "text_link":
    case "url":
      return link(entity.url ?? text, inner, open);
    case "bot_command":
      return button(text, () => say(text), { className: "link" });
    case "expandable_blockquote":
      return expandable(inner);
    case "spoiler":
      return element("span", { className: "spoiler", tabIndex: 0 }, ...inner);
    case "date_time": {
      const moment = new Date(entity.unix_time * 1000).toISOString();
      return element("time", { dateTime: moment, title: moment }, ...inner);
    }
    default:
      return element(TAGS[entity.type] ?? "span", {}, ...inner);
  }
}

function link(url, inner, open) {
  const isWeb = /^https?:/i.test(url);
  if (!isWeb) return element("span", {}, ...inner);
  const onclick = (event) => {
    if (open(url)) event.preventDefault();
  };
  const safe = { target: "_blank", rel: "noopener noreferrer" };
  return element("a", { href: url, onclick, ...safe }, ...inner);
}

function expandable(inner) {
  const id = `quote-${++quotes}`;
  const quote = element("blockquote", { id, className: "short" }, ...inner);
  const more = button("Show more", toggle, { className: "link", ariaExpanded: "false" });
  more.setAttribute("aria-controls", id);
  function toggle() {
    const isShort = quote.classList.toggle("short");
    more.ariaExpanded = String(!isShort);
    more.textContent = isShort ? "Show more" : "Show less";
  }
  return element("div", { className: "quote" }, quote, more);
}
