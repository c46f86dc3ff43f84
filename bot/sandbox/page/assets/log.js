// The messages of one place, as they are seen and read out.

import { $ } from "./elements.js";
import { drawMessage, elementId } from "./messages.js";

const NEAR = 80; // pixels from its end at which the log follows what comes
const FOCUSABLE = "a, button:not(:disabled)";

export class Log {
  #log = $("log");
  #ways;
  #me = 0;
  #since = 0;

  constructor(ways) {
    this.#ways = ways;
  }

  // Show these messages alone, as one of their writers sees them. They are read out
  // to nobody, and nor is what comes but was written before now.
  fill(messages, me) {
    this.#me = me;
    this.#since = Math.floor(Date.now() / 1000);
    this.#log.ariaLive = "off";
    this.#log.replaceChildren(...messages.map((each) => this.#draw(each)));
    hideNeedless(this.#log);
    this.#toEnd();
  }

  // Show a message at its end, or in the place of what it was before.
  put(message) {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR;
    this.#log.ariaLive = (message.edit_date ?? message.date) < this.#since ? "off" : "polite";
    const before = $(elementId(message));
    const drawn = this.#draw(message);
    if (before) replaceKeepingFocus(before, drawn);
    else this.#log.append(drawn);
    hideNeedless(drawn);
    if (isNear || (message.from.id === this.#me && !before)) this.#toEnd();
  }

  remove(message) {
    $(elementId(message))?.remove();
  }

  #draw(message) {
    return drawMessage(message, { me: this.#me, ways: this.#ways });
  }

  #toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }
}

// A quote that is short anyway needs no button.
function hideNeedless(drawn) {
  for (const quote of drawn.querySelectorAll("blockquote.short")) {
    quote.nextElementSibling.hidden = quote.scrollHeight <= quote.clientHeight;
  }
}

// Whoever pressed a button that has changed stands on the one in its place.
function replaceKeepingFocus(before, after) {
  const at = [...before.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  before.replaceWith(after);
  if (at < 0) return;
  const all = [...after.querySelectorAll(FOCUSABLE)];
  all[Math.min(at, all.length - 1)].focus();
}
