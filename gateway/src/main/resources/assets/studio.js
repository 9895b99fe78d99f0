// The editor and the translator's desk, made quicker. Both work without this.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
document.documentElement.classList.add("scripted");

async function send(method, address, body, headers = {}) {
  const answer = await fetch(address, {
    method,
    headers: { "Content-Type": "application/json", Accept: "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { ok: answer.ok, status: answer.status, json: await answer.json().catch(() => ({})) };
}

/** Grows with its text where the browser doesn't do that by itself. */
function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

// ---- the editor

const write = $("form.write");
if (write) {
  const { body, title, format, language } = write.elements;
  const preview = $(".preview", write);
  const unsaved = $(".unsaved", write);
  let waiting;
  let asked = 0;

  const renew = async () => {
    const mine = ++asked;
    $(".preview-title", write).textContent = title.value;
    if (!body.value.trim()) {
      preview.replaceChildren();
      return;
    }
    const shown = await send("POST", write.dataset.preview, {
      language: language.value,
      body: body.value,
      format: format.value || "markdown",
    }).catch(() => ({ ok: false }));
    if (shown.ok && mine === asked) preview.innerHTML = shown.json.html; // sanitised by article-service
  };
  const changed = () => {
    unsaved.hidden = false;
    clearTimeout(waiting);
    waiting = setTimeout(renew, 300);
  };
  write.addEventListener("input", changed);

  // What is typed is kept in this browser until it is saved: a session that ended, a battery, a closed lid.
  const drawer = `draft:${location.pathname}`;
  const keep = (text) => {
    try {
      if (text) localStorage.setItem(drawer, text);
      else localStorage.removeItem(drawer);
    } catch {
      // a browser that keeps nothing
    }
  };
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(drawer) ?? "null");
  } catch {
    kept = null;
  }
  if (new URLSearchParams(location.search).has("done")) {
    keep(null);
    try {
      localStorage.removeItem("draft:/studio/write");
    } catch {
      // the same
    }
  } else if (kept && (kept.body !== body.value || kept.title !== title.value) && kept.etag === write.elements.etag.value) {
    title.value = kept.title;
    body.value = kept.body;
    unsaved.hidden = false;
    queueMicrotask(renew);
  }
  write.addEventListener("input", () =>
    keep(JSON.stringify({ title: title.value, body: body.value, etag: write.elements.etag.value })),
  );
  let leaving = false;
  write.addEventListener("submit", () => (leaving = true));
  addEventListener("beforeunload", (event) => {
    if (!unsaved.hidden && !leaving) event.preventDefault();
  });
  for (const area of [title, body]) {
    area.addEventListener("input", () => grow(area));
    grow(area);
  }
  title.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      body.focus();
    }
  });
  write.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      write.requestSubmit($("button[value=save]", write));
    }
  });

  /** Types into the text as a person would, so that the browser can undo it. */
  const type = (text) => {
    body.focus();
    if (!document.execCommand("insertText", false, text)) body.setRangeText(text, body.selectionStart, body.selectionEnd, "end");
    changed();
    grow(body);
  };
  $$(".tools button", write).forEach((button) => (button.hidden = false));
  $(".tools", write).addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const chosen = body.value.slice(body.selectionStart, body.selectionEnd);
    if (button.dataset.wrap) {
      type(button.dataset.wrap + chosen + button.dataset.wrap);
      if (!chosen) body.selectionStart = body.selectionEnd = body.selectionEnd - button.dataset.wrap.length;
    } else if (button.dataset.line) {
      const start = body.value.lastIndexOf("\n", body.selectionStart - 1) + 1;
      body.setSelectionRange(start, body.selectionEnd);
      type(body.value.slice(start, body.selectionEnd).split("\n").map((line) => button.dataset.line + line).join("\n"));
    } else {
      type(`[${chosen}](https://)`);
    }
  });

  const dialog = $("dialog.upload");
  const result = $(".result", dialog);
  let place = [0, 0];
  $(".tools .picture", write).addEventListener("click", (event) => {
    event.preventDefault();
    place = [body.selectionStart, body.selectionEnd];
    dialog.showModal();
  });
  $(".close", dialog).addEventListener("click", () => dialog.close());
  $("form", dialog).addEventListener("submit", async (event) => {
    event.preventDefault();
    const parts = new FormData();
    const [file, alt, caption] = ["#file", "#alt", "#caption"].map((id) => $(id, dialog));
    parts.append("file", file.files[0]);
    parts.append("alt", alt.value);
    if (caption.value) parts.append("caption", caption.value);
    result.textContent = result.dataset.busy;
    try {
      const answer = await fetch("/api/media", { method: "POST", body: parts, headers: { Accept: "application/json" } });
      const picture = await answer.json();
      if (!answer.ok) {
        throw new Error([picture.detail, ...(picture.violations ?? []).map((v) => v.message)].filter(Boolean).join(" "));
      }
      dialog.close();
      body.setSelectionRange(...place);
      const text = alt.value.replace(/[[\]]/g, "\\$&");
      type(`\n\n![${text}](/media/${picture.id})\n\n`);
      [file, alt, caption].forEach((field) => (field.value = ""));
      result.textContent = "";
    } catch (problem) {
      result.textContent = `${result.dataset.failed} ${problem.message}`;
    }
  });
}

// ---- the translator's desk

const bench = $(".bench-rows");
if (bench) {
  const rows = $$(".row", bench);
  const before = new WeakMap(); // what a row said before its last change, for undo
  const saved = new WeakMap();
  $(".keys").hidden = false;
  for (const row of rows) {
    const area = row.elements.text;
    saved.set(row, area.value);
    area.addEventListener("input", () => grow(area));
    grow(area);
    $$("button[hidden]", row).forEach((button) => (button.hidden = false));
  }

  const go = (row, by) => {
    const next = rows[rows.indexOf(row) + by];
    if (next) {
      next.elements.text.focus();
      next.scrollIntoView({ block: "nearest" });
    }
    return next;
  };

  const show = (row, state) => {
    const from = row.dataset.state;
    if (from === state) return;
    row.classList.replace(`is-${from}`, `is-${state}`);
    row.dataset.state = state;
    const link = $(`.filter-${state}`);
    if (link) {
      $(".mark", row).replaceChildren($("svg", link).cloneNode(true));
      $(".word", row).textContent = [...link.childNodes].find((n) => n.nodeType === 3 && n.data.trim())?.data.trim() ?? state;
    }
    for (const [name, step] of [[from, -1], [state, 1]]) {
      const count = $(`[data-count="${name}"]`);
      if (count) count.textContent = Number(count.textContent) + step;
    }
    const bar = $(".progress progress");
    const approved = Number($('[data-count="approved"]').textContent);
    bar.value = approved;
    const text = $(".progress-text");
    text.textContent = text.textContent.replace(/\d+/, approved);
  };

  const save = async (row, approve) => {
    const area = row.elements.text;
    const note = $(".row-note", row);
    const text = area.value;
    const address = `/api/translations/${bench.dataset.article}/${bench.dataset.language}/segments/${row.id.slice(2)}`;
    area.removeAttribute("aria-invalid");
    let answer;
    try {
      answer = await send("PUT", address, { text, approve }, { "If-Match": `"${row.dataset.version}"` });
    } catch {
      note.textContent = bench.dataset.failed;
      return false;
    }
    if (answer.ok) {
      before.set(row, { text: saved.get(row), state: row.dataset.state });
      saved.set(row, text);
      row.dataset.version = row.elements.version.value = answer.json.version;
      show(row, answer.json.state ?? (approve ? "approved" : "draft"));
      note.textContent = "";
      return true;
    }
    area.setAttribute("aria-invalid", "true");
    if (answer.status === 412) {
      // somebody else was here: theirs is told, ours stays in the field, saving again is a decision
      const bare = `/api/translations/${bench.dataset.article}/${bench.dataset.language}`;
      const now = await fetch(bare, { headers: { Accept: "application/json" } }).then((a) => a.json()).catch(() => null);
      const theirs = now?.segments?.find((segment) => segment.id === row.id.slice(2));
      if (theirs) {
        row.dataset.version = row.elements.version.value = theirs.version;
        note.textContent = `${bench.dataset.conflict} ${theirs.target ?? ""}`;
        return false;
      }
    }
    const { detail, violations = [] } = answer.json;
    note.textContent = violations.map((v) => v.message).join(" ") || detail || bench.dataset.failed;
    return false;
  };

  // a machine is at work: its sentences appear as they come, but never over what somebody is typing
  if (new URLSearchParams(location.search).get("done") === "machine") {
    const bare = `/api/translations/${bench.dataset.article}/${bench.dataset.language}`;
    let rounds = 60;
    const look = async () => {
      const now = await fetch(bare, { headers: { Accept: "application/json" } }).then((a) => a.json()).catch(() => null);
      for (const segment of now?.segments ?? []) {
        const row = document.getElementById(`s-${segment.id}`);
        if (!row || row.elements.text.value !== saved.get(row)) continue;
        const text = segment.target ?? "";
        row.elements.text.value = text;
        saved.set(row, text);
        row.dataset.version = row.elements.version.value = segment.version;
        show(row, segment.state);
        grow(row.elements.text);
      }
      if (--rounds && now?.segments?.some((segment) => segment.state === "missing" && !segment.failure)) setTimeout(look, 2000);
    };
    setTimeout(look, 1000);
  }

  const copy = (row) => {
    row.elements.text.value = $(".source p", row).textContent;
    grow(row.elements.text);
    row.elements.text.focus();
  };
  const undo = async (row) => {
    const area = row.elements.text;
    if (area.value !== saved.get(row)) {
      area.value = saved.get(row); // not saved yet: back to what is
    } else if (before.has(row)) {
      const earlier = before.get(row);
      area.value = earlier.text;
      await save(row, earlier.state === "approved");
    }
    grow(area);
  };

  bench.addEventListener("submit", async (event) => {
    event.preventDefault();
    const row = event.target;
    const approve = event.submitter?.value !== "draft";
    if (await save(row, approve)) go(row, 1) ?? row.elements.text.focus();
  });
  bench.addEventListener("click", ({ target }) => {
    const row = target.closest(".row");
    if (target.closest(".copy-source")) copy(row);
    if (target.closest(".undo")) undo(row);
  });
  bench.addEventListener("keydown", async (event) => {
    const row = event.target.closest(".row");
    if (!row) return;
    const key = event.key.toLowerCase();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (await save(row, true)) go(row, 1);
    } else if (event.altKey && (key === "arrowdown" || key === "arrowup")) {
      event.preventDefault();
      go(row, key === "arrowdown" ? 1 : -1);
    } else if (event.altKey && (key === "c" || event.code === "KeyC")) {
      event.preventDefault();
      copy(row);
    } else if (event.altKey && (key === "z" || event.code === "KeyZ")) {
      event.preventDefault();
      undo(row);
    }
  });
  addEventListener("beforeunload", (event) => {
    if (rows.some((row) => row.elements.text.value !== saved.get(row))) event.preventDefault();
  });
}
