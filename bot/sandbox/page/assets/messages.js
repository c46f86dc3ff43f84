// One message: who, what, its buttons, and what can be done with it.

import { button, element } from "./elements.js";
import { drawText } from "./richtext.js";

const KEYS = [
  "callback_data",
  "copy_text",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "url",
];
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

// `ways` are the page's ways of acting: open, say, press, reply, edit.
export function drawMessage(message, { me, ways }) {
  const isOwn = message.from.id === me;
  const parts = [...head(message), ...content(message, ways), foot(message, me, ways)];
  return element(
    "article",
    { id: elementId(message), className: isOwn ? "own" : "", ariaLabel: title(message) },
    element("div", { className: "bubble" }, ...parts),
    ...keyboard(message, ways),
  );
}

export function elementId(message) {
  return `message-${message.chat.id}-${message.message_id}`;
}

// One line that tells of a message, for whoever replies to it.
export function summary(message) {
  const text = message.text ?? message.caption ?? message.document?.file_name ?? "a picture";
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

// Only words that somebody typed themselves can be changed.
export function canEdit(message, me) {
  return message.from.id === me && message.text && !message.via_bot;
}

function title(message) {
  return `${message.from.first_name}, ${clock.format(message.date * 1000)}`;
}

function* head(message) {
  const via = message.via_bot ? ` via @${message.via_bot.username}` : "";
  const isPlain = message.chat.type === "private" && !via; // the side tells who
  const className = isPlain ? "unseen" : "author";
  yield element("p", { className }, message.from.first_name + via);
  const original = message.reply_to_message;
  if (original) {
    const author = element("strong", {}, original.from.first_name);
    yield element("p", { className: "original" }, author, ` ${summary(original)}`);
  }
}

function* content(message, ways) {
  const text = message.text ?? message.caption;
  if (message.photo) yield photo(message.photo[0], text);
  if (message.document) yield file(message.document);
  const entities = message.entities ?? message.caption_entities ?? [];
  if (text) yield element("div", { className: "text" }, ...drawText(text, entities, ways));
}

function photo({ file_id: id }, caption) {
  const alt = caption ? "Picture, described below" : "Picture without a description";
  return element("img", { src: `/files/photo/${id}`, alt });
}

function file({ file_id: id, file_name: name, file_size: size }) {
  const href = `/files/document/${id}`;
  const note = ` ${Math.max(1, Math.round(size / 1024))} KB`;
  return element("p", { className: "file" }, element("a", { href, download: name }, name), note);
}

function foot(message, me, { reply, edit }) {
  const edited = message.edit_date ? "edited " : "";
  const moment = new Date(message.date * 1000);
  const time = element("time", { dateTime: moment.toISOString() }, clock.format(moment));
  const tools = [tool("Reply", reply, message)];
  if (canEdit(message, me)) tools.push(tool("Edit", edit, message));
  return element("p", { className: "foot" }, ...tools, edited, time);
}

function tool(label, way, message) {
  const name = `${label}: ${summary(message)}`;
  return button(label, () => way(message), { className: "link", ariaLabel: name });
}

function keyboard(message, { press }) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows.map((row) =>
    element("div", { className: "keys" }, ...row.map((key) => drawKey(key, message, press))),
  );
}

function drawKey(key, message, press) {
  const disabled = !KEYS.some((way) => way in key);
  const drawn = button(key.text, () => press(key, message, drawn), { disabled });
  return drawn;
}
