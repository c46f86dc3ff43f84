// The page: who one is, where one writes, and what happens there.

import { Composer } from "./composer.js";
import { $, button, element, showFor } from "./elements.js";
import { Log } from "./log.js";
import { canEdit } from "./messages.js";
import { act, attach, follow, get } from "./server.js";

const DOINGS = { upload_document: "sends a file …", upload_photo: "sends a picture …" };
const SHOWN = 5000; // milliseconds

const cast = await get("cast");
const chats = new Map(); // id -> Map of message id -> message
const unseen = new Set(); // views in which something is new
const drafts = new Map(); // view -> what was begun there
let opened = 0; // seconds; when the present connection began
let person = cast.people[0];
let place = person.places[0];
let query = ""; // an inline query on its way to another chat

const keyOf = ({ chat, topic }) => `${chat}/${topic ?? ""}`;
const placeOf = ({ chat, message_thread_id: topic }) => ({ chat: chat.id, topic });
const isHere = (where) => keyOf(where) === keyOf(place);
const viewOf = (someone, where) => `${someone.id} in ${keyOf(where)}`; // a place as one sees it
const inView = () => viewOf(person, place);
const here = () => ({ person: person.id, chat: place.chat, topic: place.topic });
const at = (message) => ({ ...here(), message: message.message_id });
const doingOf = (action) => `${cast.bot.first_name} ${DOINGS[action] ?? "is typing …"}`;
const notify = (text) => showFor("notice", text, SHOWN);

// What can be done

const ways = {
  say: (text, original) => attempt("say", { ...here(), text, reply_to: original?.message_id }),
  change: (message, text) => attempt("edit", { ...at(message), text }),
  send: (file) => told(attach({ ...here(), topic: place.topic ?? "" }, file)),
  menu: () => get("menu", { ...here(), topic: place.topic ?? "" }),
  ask: (text, offset, signal) => attempt("query", { ...here(), text, offset }, signal),
  choose: (fields) => attempt("choose", { ...here(), ...fields }),
  reply: (message) => composer.reply(message),
  edit: (message) => composer.edit(message),
  lastOwn: () => messagesHere().findLast((message) => canEdit(message, person.id)),
  bot: cast.bot.username,
  open,
  press,
};
const composer = new Composer(ways);
const log = new Log(ways);

function attempt(name, fields, signal) {
  return told(act(name, fields, signal));
}

// Give what comes back, or say why nothing does.
async function told(answer) {
  try {
    return await answer;
  } catch (error) {
    if (error.name !== "AbortError") notify(error.message);
    return null;
  }
}

// A link to the bot itself opens its chat, as in Telegram; others open by themselves.
function open(url) {
  const { hostname, pathname, searchParams } = new URL(url);
  const isBot = pathname.slice(1).toLowerCase() === ways.bot.toLowerCase();
  if (hostname !== "t.me" || !isBot) return false;
  enter(person.places[0]);
  const payload = searchParams.get("start");
  if (payload) ways.say(`/start ${payload}`);
  return true;
}

async function press(key, message, pressed) {
  if (key.url) {
    if (!open(key.url)) window.open(key.url, "_blank", "noopener,noreferrer");
  } else if (key.copy_text) {
    const copied = navigator.clipboard.writeText(key.copy_text.text).then(() => true);
    if (await told(copied)) notify("Copied");
  } else if (key.callback_data) {
    await callBack(key, message, pressed);
  } else if ("switch_inline_query_current_chat" in key) {
    composer.write(inline(key.switch_inline_query_current_chat));
  } else {
    query = inline(key.switch_inline_query);
    notify("Choose a chat");
    $("places").querySelector("button").focus();
  }
}

const inline = (text) => `@${ways.bot} ${text}`;

async function callBack(key, message, pressed) {
  pressed.ariaBusy = "true";
  const answer = await attempt("press", { ...at(message), data: key.callback_data });
  pressed.ariaBusy = "false";
  if (answer?.url) open(answer.url);
  if (answer?.is_alert) {
    $("alert-text").textContent = answer.text;
    $("alert").showModal();
  } else if (answer?.text) {
    notify(answer.text);
  }
}

// Who one is, and where

function be(someone) {
  leave();
  person = someone;
  const same = person.places.find(isHere);
  $("places").replaceChildren(...person.places.map(drawPlace));
  turnTo(same ?? person.places[0]);
}

function enter(chosen) {
  leave();
  turnTo(chosen);
  composer.write(query || composer.text);
  query = "";
}

function leave() {
  drafts.set(inView(), composer.text);
}

function turnTo(chosen) {
  place = chosen;
  const isPrivate = place === person.places[0];
  $("place").textContent = place.name;
  $("about").textContent = isPrivate ? `@${ways.bot}` : `Say @${ways.bot} to ask it here`;
  $("doing").textContent = "";
  composer.clear(drafts.get(inView()));
  refresh();
}

function refresh() {
  log.fill(messagesHere(), person.id);
  unseen.delete(inView());
  markPlaces();
}

function messagesHere() {
  const all = [...(chats.get(place.chat)?.values() ?? [])];
  return all.filter((message) => isHere(placeOf(message)));
}

function drawPlace(each) {
  const drawn = button("", () => enter(each));
  const avatar = element("span", { className: "avatar", ariaHidden: "true" }, each.name[0]);
  drawn.append(avatar, element("span", { className: "name" }, each.name));
  return element("li", {}, drawn);
}

function markPlaces() {
  [...$("places").querySelectorAll("button")].forEach((drawn, index) => {
    const each = person.places[index];
    drawn.ariaCurrent = String(each === place);
    drawn.querySelector(".new")?.remove();
    const isNew = unseen.has(viewOf(person, each));
    if (isNew) drawn.append(" ", element("span", { className: "new" }, "new"));
  });
}

function drawPerson(someone) {
  const checked = someone === person;
  const onchange = () => be(someone);
  const radio = element("input", { type: "radio", name: "person", checked, onchange });
  return element("label", {}, radio, element("span", {}, someone.first_name));
}

// What happens

function keep(message) {
  if (!chats.has(message.chat.id)) chats.set(message.chat.id, new Map());
  chats.get(message.chat.id).set(message.message_id, message);
  if (isHere(placeOf(message))) log.put(message);
}

function announce(message) {
  const where = placeOf(message);
  if (message.from.is_bot && isHere(where)) $("doing").textContent = "";
  if (message.date < opened) return; // it was there before the page
  const others = cast.people.filter(({ id }) => id !== message.from.id);
  for (const each of others) unseen.add(viewOf(each, where));
  unseen.delete(inView());
  markPlaces();
}

function happen({ kind, message, action, ...where }) {
  switch (kind) {
    case "sent":
      keep(message);
      announce(message);
      break;
    case "edited":
      keep(message);
      break;
    case "deleted":
      chats.get(message.chat.id).delete(message.message_id);
      log.remove(message);
      break;
    case "action":
      if (isHere(where)) showFor("doing", doingOf(action), SHOWN);
  }
}

$("alert-close").onclick = () => $("alert").close();
$("people").append(...cast.people.map(drawPerson));
be(person);
follow({
  onOpen() {
    $("notice").textContent = "";
    opened = Math.floor(Date.now() / 1000);
    chats.clear();
    refresh();
  },
  onEvent: happen,
  onLost: () => ($("notice").textContent = "The sandbox is closed; waiting for it"),
});
