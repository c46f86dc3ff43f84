// What the page asks of the server behind it.

async function read(answer) {
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.description);
  return body;
}

export async function get(path, fields = {}) {
  return read(await fetch(`/${path}?${new URLSearchParams(fields)}`));
}

// Do what a person does; gives what comes back, such as the notice of a button.
export async function act(name, fields, signal) {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify(fields);
  return read(await fetch(`/acts/${name}`, { method: "POST", headers, body, signal }));
}

export async function attach(fields, file) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value ?? "");
  body.append("file", file);
  return read(await fetch("/acts/attach", { method: "POST", body }));
}

// Every connection tells the whole past first, so that a lost one costs nothing.
export function follow({ onOpen, onEvent, onLost }) {
  const source = new EventSource("/events");
  source.onopen = onOpen;
  source.onerror = onLost;
  source.onmessage = (told) => onEvent(JSON.parse(told.data));
}
