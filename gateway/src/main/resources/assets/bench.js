// The translator's desk, by keyboard all the way. Without this it works by forms and pages.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

const bench = $(".bench-rows");
const rows = $$(".row", bench);
const told = bench.dataset;
const bare = `/api/translations/${told.article}/${told.language}`;
const id = (row) => row.id.slice(2);
const saved = new WeakMap(); // what a row says on the server
const offered = new WeakMap(); // what is known of a row's sentence, once asked
const taken = new WeakMap(); // how many suggestions were taken one after the other

async function call(method, address, body, version) {
  const headers = { Accept: "application/json" };
  if (body) headers["Content-Type"] = "application/json";
  if (version) headers["If-Match"] = `"${version}"`;
  const answer = await fetch(address, { method, headers, body: body && JSON.stringify(body) });
  return { ok: answer.ok, status: answer.status, json: await answer.json().catch(() => ({})) };
}

/** Grows with its text where the browser doesn't do that by itself. */
function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  return made;
}

/** As Java does, so that both sides mean the same text. */
function hash(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(31, sum) + text.charCodeAt(i)) | 0;
  return (sum >>> 0).toString(16);
}

/** The form that approves all is about what stands here now. */
function see(row) {
  const seen = $(".bench-acts [name=seen]");
  const others = seen.value.split(" ").filter((one) => one && !one.startsWith(id(row)));
  const text = saved.get(row);
  if (["machine", "draft"].includes(row.dataset.state) && text.trim()) {
    others.push(`${id(row)}.${row.dataset.version}.${hash(text)}`);
  }
  seen.value = others.join(" ");
  const button = $(".bench-acts [value=approve]");
  button.hidden = !others.length;
  $(".many", button).textContent = others.length;
}

function mark(row, state) {
  const from = row.dataset.state;
  if (from === state) return;
  row.classList.replace(`is-${from}`, `is-${state}`);
  row.dataset.state = state;
  const link = $(`.filter-${state}`);
  $(".mark", row).replaceChildren($("svg", link).cloneNode(true));
  $(".word", row).textContent = [...link.childNodes].find((n) => n.nodeType === 3 && n.data.trim())?.data.trim() ?? state;
  for (const [name, step] of [[from, -1], [state, 1]]) {
    const count = $(`[data-count="${name}"]`);
    count.textContent = Number(count.textContent) + step;
  }
  const approved = Number($('[data-count="approved"]').textContent);
  $(".progress progress").value = approved;
  const text = $(".progress-text");
  text.textContent = text.textContent.replace(/\d+/, approved);
}

/** What the server says of a row now. */
function settle(row, segment) {
  const text = segment.target ?? "";
  saved.set(row, text);
  row.dataset.version = row.elements.version.value = segment.version;
  mark(row, segment.state);
  see(row);
  $$(".warning", row).forEach((one) => one.remove());
  for (const { term: word, rule, expected } of segment.warnings ?? []) {
    const said =
      rule === "forbidden" ? `${told.forbidden} ${word}` : rule === "keep" || !expected ? `${word} ${told.keep}` : `${word} → ${expected}`;
    $(".row-note", row).before(element("p", `${told.terms}: ${said}`, { class: "hint warning" }));
  }
  return text;
}

function dirty(row) {
  return row.elements.text.value !== saved.get(row);
}

function fill(row, text) {
  const area = row.elements.text;
  area.focus();
  area.select();
  // typed as a person would, so that the browser can undo it as well
  if (!document.execCommand("insertText", false, text)) area.value = text;
  if (area.value !== text) area.value = text;
  grow(area);
}

function go(row, next) {
  if (!next) return row.elements.text.focus();
  next.elements.text.focus();
  next.scrollIntoView({ block: "nearest" });
}

const beside = (row, by) => rows[rows.indexOf(row) + by];
const open = (row) => {
  const at = rows.indexOf(row);
  return [...rows.slice(at + 1), ...rows.slice(0, at)].find((one) => one.dataset.state !== "approved");
};

/** Somebody else was here: theirs stands beside ours, and saving again is a decision. */
async function conflict(row) {
  const theirs = await call("GET", `${bare}/segments/${id(row)}`).catch(() => ({ ok: false }));
  if (!theirs.ok) return false;
  const ours = row.elements.text.value;
  const text = settle(row, theirs.json);
  row.elements.text.value = ours;
  $(".conflict-text", row)?.remove();
  const box = element("div", "", { class: "conflict-text" });
  const take = element("button", told.takeTheirs, { type: "button", class: "plain take-theirs" });
  take.addEventListener("click", () => {
    fill(row, text);
    box.remove();
  });
  const { lang, dir } = row.elements.text;
  box.append(element("p", told.conflict, { class: "hint" }), element("p", text, { class: "theirs", lang, dir }), take);
  row.elements.text.before(box);
  $(".row-note", row).textContent = "";
  return true;
}

async function save(row, approve) {
  const area = row.elements.text;
  const note = $(".row-note", row);
  area.removeAttribute("aria-invalid");
  const address = `${bare}/segments/${id(row)}`;
  const answer = await call("PUT", address, { text: area.value, approve }, row.dataset.version).catch(() => null);
  if (answer?.ok) {
    settle(row, answer.json);
    saved.set(row, area.value);
    $(".conflict-text", row)?.remove();
    note.textContent = approve ? "" : told.saved;
    return true;
  }
  area.setAttribute("aria-invalid", "true");
  if (answer?.status === 412 && (await conflict(row))) return false;
  const { detail, violations = [] } = answer?.json ?? {};
  note.textContent = violations.map(said).join(" ") || detail || told.failed;
  return false;
}

// in the studio's language where it has a name, else in the service's words
function said({ message, code, parameters }) {
  const known = { "part-missing": told.partMissing, "part-added": told.partAdded, "part-too-often": told.partTooOften }[code];
  return known ? known.replace("{part}", () => parameters?.part ?? "") : message;
}

async function undo(row) {
  const note = $(".row-note", row);
  note.textContent = "";
  if (dirty(row)) return fill(row, saved.get(row)); // not saved yet: back to what is
  const answer = await call("POST", `${bare}/segments/${id(row)}/undo`, {}, row.dataset.version).catch(() => null);
  if (answer?.ok) {
    row.elements.text.value = settle(row, answer.json);
    grow(row.elements.text);
  } else if (answer?.status === 412) await conflict(row);
  else note.textContent = answer?.status === 409 ? told.nothing : told.failed;
}

function offer(row, one) {
  const { lang, dir } = row.elements.text;
  const item = element("li", "", { class: "offer" });
  const origin = one.origin === "person" ? `${told.byPerson} ${one.by ?? ""}` : `${told.byMachine} (${one.origin})`;
  const line = element("p", `${one.score} % · ${origin} `, { class: "hint" });
  line.append(element("button", told.take, { type: "button", class: "plain take" }));
  const source = $(".words", row).textContent;
  if (one.source && one.source !== source) line.append(" ", element("q", one.source, { lang: told.sourceLanguage }));
  item.append(element("p", one.text, { lang, dir }), line);
  return item;
}

function term(row, one) {
  const { lang } = row.elements.text;
  const item = element("li", "", { class: "term" });
  item.append(element("b", one.source, { lang: told.sourceLanguage }), " ");
  if (one.rule === "forbidden") item.append(told.forbidden, " ", element("del", one.target ?? "", { lang }));
  else if (!one.target) item.append(told.keep);
  else item.append("→ ", element("b", one.target, { lang }));
  return item;
}

/** What memory and glossary know, asked once, when somebody comes to the row. */
async function suggest(row) {
  if (offered.has(row)) return;
  offered.set(row, true);
  const answer = await call("GET", `${bare}/segments/${id(row)}/suggestions`).catch(() => null);
  if (!answer?.ok) return;
  const list = $(".offers", row);
  const there = $$(".offer > p:first-child", list).map((p) => p.textContent);
  const { items = [], terms = [] } = answer.json;
  list.append(
    ...items.filter((one) => !there.includes(one.text)).map((one) => offer(row, one)),
    ...terms.map((one) => term(row, one)),
  );
}

function take(row, item) {
  const offers = $$(".offer", row);
  if (!offers.length) return;
  const next = item ? offers.indexOf(item) : (taken.get(row) ?? -1) + 1;
  const chosen = offers[next % offers.length];
  taken.set(row, next % offers.length);
  offers.forEach((one) => one.classList.toggle("chosen", one === chosen));
  fill(row, $("p", chosen).textContent);
}

for (const row of rows) {
  const area = row.elements.text;
  saved.set(row, area.defaultValue);
  area.addEventListener("input", () => grow(area));
  grow(area);
  $$("button[hidden]", row).forEach((button) => (button.hidden = false));
  $(".ask", row).hidden = true;
  row.addEventListener("focusin", () => {
    // open until another row is: what is below a button that is being pressed must not move it from under the pointer
    rows.forEach((one) => one.classList.toggle("at-work", one === row));
    suggest(row);
  });
}
$(".keys").hidden = false;

bench.addEventListener("submit", async (event) => {
  event.preventDefault();
  const row = event.target;
  const act = event.submitter?.value ?? "approve";
  if (act === "undo") return undo(row);
  if (await save(row, act === "approve")) go(row, beside(row, 1));
});

bench.addEventListener("click", ({ target }) => {
  const row = target.closest(".row");
  if (target.closest(".copy-source")) fill(row, $(".words", row).textContent);
  if (target.closest(".take")) take(row, target.closest(".offer"));
});

const KEYS = {
  ArrowDown: (row) => go(row, beside(row, 1)),
  ArrowUp: (row) => go(row, beside(row, -1)),
  KeyN: (row) => go(row, open(row)),
  KeyC: (row) => fill(row, $(".words", row).textContent),
  KeyS: (row) => take(row),
  KeyZ: (row) => undo(row),
};
document.addEventListener("keydown", async (event) => {
  const row = event.target.closest?.(".row");
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey && !control && event.code === "KeyR") {
    event.preventDefault();
    $("#find").focus();
  } else if (event.altKey && !control && !row && event.code === "KeyN") {
    event.preventDefault();
    go(rows[0], rows.find((one) => one.dataset.state !== "approved"));
  } else if (row && control && (event.key === "Enter" || event.code === "KeyS")) {
    event.preventDefault();
    const approve = event.key === "Enter";
    if ((await save(row, approve)) && approve) go(row, beside(row, 1));
  } else if (row && event.altKey && !control && KEYS[event.code]) {
    event.preventDefault();
    KEYS[event.code](row);
  }
});

// Others work here, too, and so may a machine: what they do appears, but never over what somebody is typing.
let rounds = new URLSearchParams(location.search).get("done") === "machine" ? 60 : 0;
const NOW = 2000;
const CALM = 10000;
async function look() {
  if (!document.hidden) {
    const now = await call("GET", bare).catch(() => null);
    for (const segment of now?.json?.segments ?? []) {
      const row = document.getElementById(`s-${segment.id}`);
      const same = row && String(segment.version) === row.dataset.version && (segment.target ?? "") === saved.get(row);
      // what was asked before a row was saved here is older than the row
      if (!row || same || dirty(row) || segment.version < Number(row.dataset.version)) continue;
      row.elements.text.value = settle(row, segment);
      grow(row.elements.text);
    }
    if (rounds) rounds--;
  }
  setTimeout(look, rounds ? NOW : CALM);
}
if (rows.length) setTimeout(look, rounds ? NOW / 2 : CALM);

let leaving = false;
document.addEventListener("submit", (event) => (leaving ||= Boolean(event.target.closest(".find"))));
addEventListener("beforeunload", (event) => {
  if (!leaving && rows.some(dirty)) event.preventDefault();
});
