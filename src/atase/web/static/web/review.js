// The queue from the keyboard: each decision is kept by the server before the next card comes.
"use strict";
const queue = document.getElementById("queue");
const said = document.getElementById("said");
const cards = [...queue.querySelectorAll(".candidate-card")];
const made = []; // what was decided here, the last one last: what `u` takes back
let now = 0;

function open(card) {
  return !card.classList.contains("decided");
}

function show(place) {
  if (place >= cards.length) return onward();
  if (place < 0) return;
  cards[now].classList.remove("now");
  now = place;
  cards[now].classList.add("now");
  cards[now].focus({ preventScroll: true });
  cards[now].scrollIntoView({ block: "nearest" });
}

function onward() {
  if (cards.every((card) => !open(card))) location.reload();
  else if (queue.dataset.next) location.search = queue.dataset.next;
}

function following() {
  const place = cards.findIndex((card, at) => at > now && open(card));
  show(place < 0 ? cards.length : place);
}

async function send(id, body) {
  const response = await fetch(`/api/activities/${id}/decisions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": queue.dataset.csrf },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer.decision;
}

function tell(text, bad = false) {
  said.textContent = text;
  said.className = bad ? "message error" : "unseen";
}

async function decide(card, action, more = {}) {
  if (!open(card) || card.ariaBusy === "true") return;
  card.ariaBusy = "true";
  try {
    const decision = await send(card.dataset.id, { action, seen: Number(card.dataset.seen), ...more });
    made.push({ card, decision });
    if (action === "correct") made.push({ card, decision: await send(card.dataset.id, { action: "confirm" }) });
    close(card, action);
    following();
  } catch (error) {
    tell(error.message, true);
  } finally {
    card.ariaBusy = "false";
  }
}

function close(card, action) {
  const line = document.createElement("p");
  line.className = "done";
  line.textContent = `${card.getAttribute("aria-label")} – ${queue.dataset.done.replace("{action}", word(card, action))}`;
  card.classList.add("decided");
  card.append(line);
  count(1);
  tell(line.textContent);
}

function word(card, action) {
  return card.querySelector(`button[value="${action}"]`)?.textContent.trim() ?? action;
}

function count(step) {
  const today = document.getElementById("today");
  if (/^\d+$/.test(today.textContent)) today.textContent = Number(today.textContent) + step;
}

async function undo() {
  const last = made.at(-1);
  if (!last) return;
  try {
    await send(last.card.dataset.id, { action: "undo", decision: last.decision });
    made.pop();
    location.reload(); // what it is now, the server knows best
  } catch (error) {
    tell(error.message, true);
  }
}

function corrections(form) {
  return Object.fromEntries(
    [...form.elements]
      .filter((input) => ["INPUT", "SELECT"].includes(input.tagName) && input.type !== "hidden" && input.name !== "why" && changed(input))
      .map((input) => [input.name, input.value.trim()]),
  );
}

function changed(input) {
  if (input.tagName !== "SELECT") return input.value !== input.defaultValue;
  return ![...input.options].some((option) => option.defaultSelected && option.selected);
}

queue.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const card = form.closest(".candidate-card");
  const action = event.submitter?.value ?? "correct";
  const more = { why: form.elements.why?.value ?? "" };
  if (action === "correct") more.fields = corrections(form);
  if (action === "merge" || action === "refuse") more.other = card.dataset.twin;
  decide(card, action, more);
});

const keys = {
  j: () => show(now + 1),
  k: () => show(now - 1),
  a: (card) => decide(card, "confirm"),
  r: (card) => decide(card, "reject"),
  m: (card) => card.dataset.twin && decide(card, "merge", { other: card.dataset.twin }),
  u: undo,
  e: (card) => {
    const edit = card.querySelector(".edit");
    edit.open = true;
    edit.querySelector("select, input:not([type=hidden])").focus();
  },
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (typing && event.key === "Escape") return cards[now].focus();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !cards.length || !(event.key in keys)) return;
  event.preventDefault();
  keys[event.key](cards[now]);
});

if (cards.length) show(Math.max(0, cards.findIndex(open)));
