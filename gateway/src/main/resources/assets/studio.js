// The editor, made quicker. It works without this.

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

// where the rail scrolls, on a phone, one sees where one is
$(".rail [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

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
