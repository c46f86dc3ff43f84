// What is offered above the message box: commands or inline results, to choose from.

import { $, element } from "./elements.js";

// An offer has a title, a detail, what to do when it is chosen, and perhaps the text
// that it completes what was typed to. The one that is stood on is active.
export class Offers {
  #offers = [];
  #active = -1;

  get isOpen() {
    return this.#offers.length > 0;
  }

  get active() {
    return this.#offers[this.#active];
  }

  show(offers, active = -1) {
    this.#offers = offers;
    $("offers").replaceChildren(...offers.map(drawOffer));
    $("offers").hidden = !this.isOpen;
    $("menu").ariaExpanded = String(this.isOpen);
    this.#activate(active);
  }

  close() {
    this.show([]);
  }

  // Go to the next one, or with -1 to the one before, and round at the ends.
  move(step) {
    const count = this.#offers.length;
    const first = step > 0 ? 0 : count - 1;
    this.#activate(this.active ? (this.#active + step + count) % count : first);
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
  const name = element("strong", {}, title);
  const option = element("div", { id: `offer-${index}`, onclick: choose }, name, " ", detail);
  option.role = "option";
  option.onmousedown = (event) => event.preventDefault(); // focus stays in the text
  return option;
}
