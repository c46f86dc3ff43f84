// Where a person writes: texts, replies, edits, commands, inline queries, files.

import { $, element } from "./elements.js";
import { summary } from "./messages.js";

const PAUSE = 200; // milliseconds of rest before an inline query is sent

// `ways` are the page's ways of acting: say, change, send, menu, ask, choose, lastOwn.
export class Composer {
  #ways;
  #context = null; // { kind: "edit" or "reply", message }
  #offers = [];
  #active = -1;
  #pause = 0;

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

  clear() {
    this.#context = null;
    $("context").hidden = true;
    this.#set("");
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
    if (this.#active >= 0) {
      this.#offers[this.#active].choose();
      return;
    }
    const text = $("text").value.trim();
    if (!text) return;
    const { kind, message } = this.#context ?? {};
    if (kind === "edit") this.#ways.change(message, text);
    else this.#ways.say(text, message);
    this.clear();
  }

  #attach() {
    const [file] = $("file").files;
    if (file) this.#ways.send(file);
    $("file").value = "";
    $("text").focus();
  }

  #onKey(event) {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape") {
      if (this.#offers.length) this.#offer([]);
      else this.clear();
    } else if (event.key in steps && this.#offers.length) {
      event.preventDefault();
      this.#move(steps[event.key]);
    } else if (event.key === "Tab" && this.#offers[this.#active]?.completed) {
      event.preventDefault();
      this.write(this.#offers[this.#active].completed);
    } else if (event.key === "ArrowUp" && !$("text").value) {
      const last = this.#ways.lastOwn();
      if (last) this.edit(last);
    }
  }

  #suggest() {
    clearTimeout(this.#pause);
    const text = $("text").value;
    if (/^\/\w*$/.test(text)) {
      this.#offerCommands(text);
      return;
    }
    this.#offer([]);
    const name = `@${this.#ways.bot} `.toLowerCase();
    if (!text.toLowerCase().startsWith(name)) return;
    this.#pause = setTimeout(() => this.#offerResults(text, text.slice(name.length)), PAUSE);
  }

  async #toggleMenu() {
    const isOpen = $("menu").ariaExpanded === "true";
    $("text").focus();
    if (isOpen) this.#offer([]);
    else await this.#offerCommands("/", { always: true });
  }

  async #offerCommands(begun, { always = false } = {}) {
    const commands = await this.#ways.menu();
    if (!always && $("text").value !== begun) return; // typed on
    const offers = commands
      .map(({ command, description }) => ({ name: `/${command}`, description }))
      .filter(({ name }) => name.startsWith(begun));
    this.#offer(offers.map((each) => this.#command(each)));
  }

  #command({ name, description }) {
    const choose = () => {
      this.clear();
      this.#ways.say(name);
    };
    return { title: name, detail: description, completed: `${name} `, choose };
  }

  // More results stand behind those that came `before`, and are stood on.
  async #offerResults(written, query, { offset = "", before = [] } = {}) {
    const answer = await this.#ways.ask(query, offset);
    if (!answer || $("text").value !== written) return;
    const known = [...before, ...answer.results.map((each) => this.#result(each, answer, query))];
    const next = { offset: answer.next_offset, before: known };
    const more = { title: "More results", detail: "" };
    more.choose = () => this.#offerResults(written, query, next);
    this.#offer(answer.next_offset ? [...known, more] : known, before.length || -1);
  }

  #result({ id, title, description }, { query_id }, text) {
    const choose = () => {
      this.clear();
      this.#ways.choose({ query_id, result_id: id, text });
    };
    return { title: title ?? id, detail: description ?? "", choose };
  }

  #offer(offers, active = -1) {
    this.#offers = offers;
    $("offers").replaceChildren(...offers.map(drawOffer));
    $("offers").hidden = !offers.length;
    $("menu").ariaExpanded = String(offers.length > 0);
    this.#activate(active);
  }

  #move(step) {
    const count = this.#offers.length;
    const first = step > 0 ? 0 : count - 1;
    this.#activate(this.#active < 0 ? first : (this.#active + step + count) % count);
  }

  #activate(index) {
    this.#active = index;
    const options = [...$("offers").children];
    options.forEach((option, at) => (option.ariaSelected = String(at === index)));
    for (const id of ["text", "offers"]) {
      $(id).setAttribute("aria-activedescendant", options[index]?.id ?? "");
    }
    options[index]?.scrollIntoView({ block: "nearest" });
  }
}

function drawOffer({ title, detail, choose }, index) {
  const option = element(
    "div",
    { id: `offer-${index}`, role: "option", ariaSelected: "false", onclick: choose },
    element("strong", {}, title),
    " ",
    detail,
  );
  option.onmousedown = (event) => event.preventDefault(); // focus stays in the text
  return option;
}
