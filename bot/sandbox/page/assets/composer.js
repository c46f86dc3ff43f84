// Where a person writes: texts, replies, edits, commands, inline queries, files.

import { $ } from "./elements.js";
import { summary } from "./messages.js";
import { Offers } from "./offers.js";

const PAUSE = 200; // milliseconds of rest before an inline query is sent
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

// `ways` are the page's ways of acting: say, change, send, menu, ask, choose, lastOwn.
export class Composer {
  #ways;
  #offers = new Offers();
  #context = null; // { kind: "edit" or "reply", message }
  #pause = 0;
  #asking = new AbortController(); // for the results of what is typed just now

  constructor(ways) {
    this.#ways = ways;
    $("composer").onsubmit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    $("text").oninput = () => this.#suggest();
    $("text").onkeydown = $("offers").onkeydown = (event) => this.#onKey(event);
    $("cancel").onclick = () => {
      this.clear();
      $("text").focus();
    };
    $("menu").onclick = () => this.#toggleMenu();
    $("attach").onclick = () => $("file").click();
    $("file").onchange = () => this.#attach();
  }

  get text() {
    return $("text").value;
  }

  // Begin anew, with a text that was begun before or none.
  clear(text = "") {
    this.#context = null;
    $("context").hidden = true;
    this.#set(text);
  }

  write(text) {
    this.#set(text);
    $("text").focus();
  }

  reply(message) {
    this.#begin("reply", message, "Reply to");
  }

  edit(message) {
    this.#begin("edit", message, "Edit");
    this.write(message.text);
  }

  #begin(kind, message, label) {
    this.#context = { kind, message };
    $("context-text").textContent = `${label}: ${summary(message)}`;
    $("context").hidden = false;
    $("text").focus();
  }

  #set(text) {
    $("text").value = text;
    this.#suggest();
  }

  #submit() {
    $("text").focus();
    const text = $("text").value.trim();
    if (this.#offers.active) this.#offers.active.choose();
    else if (text) this.#send(text, this.#context ?? {});
  }

  async #send(text, { kind, message }) {
    this.clear();
    const { say, change } = this.#ways;
    const sent = await (kind === "edit" ? change(message, text) : say(text, message));
    if (!sent && !$("text").value) this.write(text);
  }

  #attach() {
    const [file] = $("file").files;
    if (file) this.#ways.send(file);
    $("file").value = "";
    $("text").focus();
  }

  #onKey(event) {
    if (event.isComposing || !this.#handles(event)) return;
    event.preventDefault();
  }

  // Tell whether a key meant something here; then it means nothing else.
  #handles({ key, shiftKey }) {
    if (key === "Enter" && !shiftKey) this.#submit();
    else if (key === "Escape") this.#leave();
    else if (key in STEPS && this.#offers.isOpen) this.#offers.move(STEPS[key]);
    else if (key === "ArrowUp" && !$("text").value) this.#editLast();
    else if (key === "Tab" && this.#offers.active?.completed) {
      this.write(this.#offers.active.completed);
    } else return false;
    return true;
  }

  #leave() {
    if (this.#offers.isOpen) this.#offers.close();
    else this.clear();
  }

  #editLast() {
    const last = this.#ways.lastOwn();
    if (last) this.edit(last);
  }

  #suggest() {
    clearTimeout(this.#pause);
    this.#asking.abort();
    const text = $("text").value;
    if (/^\/\w*$/.test(text)) {
      this.#offerCommands(text, () => $("text").value === text);
      return;
    }
    this.#offers.close();
    const name = `@${this.#ways.bot} `.toLowerCase();
    if (!text.toLowerCase().startsWith(name)) return;
    this.#pause = setTimeout(() => this.#offerResults(text.slice(name.length)), PAUSE);
  }

  #toggleMenu() {
    $("text").focus();
    if (this.#offers.isOpen) this.#offers.close();
    else this.#offerCommands("/", () => true);
  }

  async #offerCommands(begun, isStillWanted) {
    const commands = await this.#ways.menu();
    if (!isStillWanted()) return;
    const offers = commands.map((each) => this.#command(each));
    this.#offers.show(offers.filter(({ title }) => title.startsWith(begun)));
  }

  #command({ command, description: detail }) {
    const title = `/${command}`;
    const choose = () => this.#send(title, {});
    return { title, detail, choose, completed: `${title} ` };
  }

  // More results stand behind those that came `before`, and are stood on.
  async #offerResults(query, { offset = "", before = [] } = {}) {
    this.#asking = new AbortController();
    const answer = await this.#ways.ask(query, offset, this.#asking.signal);
    if (!answer) return;
    const known = [...before, ...answer.results.map((each) => this.#result(each, answer, query))];
    const next = { offset: answer.next_offset, before: known };
    const choose = () => this.#offerResults(query, next);
    const more = answer.next_offset ? [{ title: "More results", detail: "", choose }] : [];
    this.#offers.show([...known, ...more], before.length || -1);
  }

  #result({ id, title, description }, { query_id }, text) {
    const choose = () => {
      this.clear();
      this.#ways.choose({ query_id, result_id: id, text });
    };
    return { title: title ?? id, detail: description ?? "", choose };
  }
}
