// What pages can do better with a script. Everything here works without one, too.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const story = $(".story[data-article]");
const article = story?.dataset.article;
const language = document.documentElement.lang;

async function call(method, address, body) {
  const answer = await fetch(address, {
    method,
    headers: body ? { "Content-Type": "application/json", Accept: "application/json" } : { Accept: "application/json" },
    body: body && JSON.stringify(body),
  });
  const json = await answer.json().catch(() => ({}));
  return { ok: answer.ok, status: answer.status, ...json, json };
}

// ---- light, dark, or as the device has it

const scheme = $(".scheme");
if (scheme) {
  const show = (chosen) =>
    $$("button", scheme).forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.scheme === chosen)));
  scheme.hidden = false;
  show(document.documentElement.dataset.scheme ?? "auto");
  scheme.addEventListener("click", ({ target }) => {
    const chosen = target.dataset.scheme;
    if (!chosen) return;
    if (chosen === "auto") {
      delete document.documentElement.dataset.scheme;
    } else {
      document.documentElement.dataset.scheme = chosen;
    }
    try {
      if (chosen === "auto") localStorage.removeItem("scheme");
      else localStorage.setItem("scheme", chosen);
    } catch {
      // a browser that keeps nothing: the choice lasts as long as the page
    }
    show(chosen);
  });
}

// ---- the list of languages closes by itself; a language that was chosen is remembered for "/"

document.addEventListener("click", ({ target }) => {
  $$(".tongues[open]").forEach((menu) => menu.contains(target) || (menu.open = false));
  const choice = target.closest?.(".tongues a[hreflang], .ribbon a[hreflang], .offer a[hreflang]");
  if (choice) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `language=${choice.hreflang}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  }
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") $$(".tongues[open]").forEach((menu) => ((menu.open = false), $("summary", menu).focus()));
});

// ---- this page in the reader's own language, if it is there

const offers = $$(".tongues a[data-offer]");
if (offers.length) {
  // pt-BR is content with pt, zh-TW isn't with zh
  const written = (tag) => {
    try {
      const { language, script } = new Intl.Locale(tag).maximize();
      return `${language}-${script}`;
    } catch {
      return tag;
    }
  };
  const known = [{ hreflang: language }, ...offers];
  const best = (tag) =>
    known.find((a) => a.hreflang.toLowerCase() === tag.toLowerCase()) ??
    known.find((a) => written(a.hreflang) === written(tag));
  const link = (navigator.languages ?? []).map(best).find(Boolean);
  let refused = false;
  try {
    refused = sessionStorage.getItem("offer") === "refused";
  } catch {
    refused = false;
  }
  if (link?.dataset && !refused) {
    const bar = document.createElement("aside");
    bar.className = "offer";
    Object.assign(bar, { lang: link.hreflang, dir: link.dir });
    const to = document.createElement("a");
    Object.assign(to, { href: link.href, hreflang: link.hreflang, textContent: link.dataset.offer });
    const close = document.createElement("button");
    Object.assign(close, { type: "button", textContent: "×", ariaLabel: "×" });
    close.addEventListener("click", () => {
      bar.remove();
      try {
        sessionStorage.setItem("offer", "refused");
      } catch {
        // then it will be offered again
      }
    });
    bar.append(to, close);
    $(".bar").after(bar);
  }
}

// ---- recommend in place

const recommend = $(".recommend");
if (recommend && article) {
  const button = $("button", recommend);
  const say = $("[role=status]", recommend);
  const format = new Intl.NumberFormat(language);
  const show = (recommended, count) => {
    button.setAttribute("aria-pressed", String(recommended));
    $(".label", button).textContent = recommended ? recommend.dataset.less : recommend.dataset.more;
    if (count !== undefined) $(".count", button).textContent = format.format(count);
    recommend.elements.recommended.value = String(!recommended);
  };
  recommend.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    const take = button.getAttribute("aria-pressed") === "true" ? "DELETE" : "PUT";
    try {
      const answer = await call(take, `/api/articles/${article}/recommendation`);
      if (!answer.ok) throw new Error(answer.title);
      show(answer.recommended, answer.count);
      say.className = "unseen";
      say.textContent = `${$(".label", button).textContent} ${format.format(answer.count)}`;
    } catch {
      say.className = "failure";
      say.textContent = recommend.dataset.failed;
    }
    button.disabled = false;
    button.focus();
  });
  recommend.show = show;
}

// ---- what only this reader sees

let knownAuthor = false;

if (article) {
  call("GET", `/api/me?article=${article}`)
    .then((me) => {
      if (!me.ok) return;
      if (typeof me.recommended === "boolean") recommend?.show(me.recommended, me.count ?? undefined);
      if (me.author) {
        $$(".enter").forEach((link) => (link.textContent = link.dataset.studio));
        knownAuthor = true;
        for (const field of $$("#say-name, #say-email")) {
          field.required = false; // the house knows who this is
          field.closest(".field").hidden = true;
        }
      }
      for (const comment of me.held ?? []) insert(comment);
    })
    .catch(() => {});
}

// ---- copy the address

$(".copy")?.addEventListener("click", async (event) => {
  if (!navigator.clipboard) return;
  event.preventDefault();
  const link = event.currentTarget;
  await navigator.clipboard.writeText(link.href);
  const before = link.textContent;
  link.textContent = link.dataset.copied;
  setTimeout(() => (link.textContent = before), 2000);
});

// ---- comment in place

const say = $("#say");
const thread = $(".thread");

/** Puts a comment, as the interface answered it, where it belongs in the thread. */
function insert(comment) {
  if (!thread || document.getElementById(`comment-${comment.id}`)) return null;
  const item = $("template.spoken")?.content.firstElementChild.cloneNode(true);
  if (!item) return null;
  const parent = comment.parent && document.getElementById(`comment-${comment.parent}`);
  const depth = (at) => Number(/depth-(\d)/.exec(at.className)?.[1] ?? 0);
  item.id = `comment-${comment.id}`;
  item.className = `comment new depth-${parent ? Math.min(depth(parent) + 1, 6) : 0}`;
  $("b", item).textContent = comment.name;
  const time = $("time", item);
  time.dateTime = comment.createdAt;
  time.textContent = new Date(comment.createdAt).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
  time.parentElement.href = `#${item.id}`;
  if (comment.status === "published") $(".held", item).remove();
  if (comment.language && comment.language !== language) $(".said", item).lang = comment.language;
  const tongue = $(".tongue-of", item);
  if (comment.own === false) tongue?.remove();
  else if (tongue) {
    tongue.action = `${location.pathname}/comments/${comment.id}/language`;
    tongue.elements.language.value = comment.language;
  }
  $(".said", item).innerHTML = comment.html; // cleaned by comment-service when it was written
  let after = parent;
  while (after?.nextElementSibling && depth(after.nextElementSibling) > depth(parent)) after = after.nextElementSibling;
  if (after) after.after(item);
  else thread.append(item);
  return item;
}

if (say && article) {
  const result = $(".result", say);
  const sum = $(".sum", say);
  const send = $(".send button", say);
  let token = null;
  let expires = 0;
  let asking = null;
  let parent = null;

  const ask = () =>
    (asking ??= (async () => {
      const challenge = await call("GET", `/api/challenges?article=${article}&language=${say.lang || language}`);
      if (!challenge.ok) throw new Error(challenge.title);
      token = challenge.token;
      expires = Date.parse(challenge.expiresAt) || Date.now() + 600000;
      if (!$("input", sum)) sum.append($("template.question", say).content.cloneNode(true));
      $("label", sum).textContent = `${challenge.question} *`;
      $("input", sum).value = "";
      $(".after", say)?.remove();
    })().finally(() => (asking = null)));

  say.addEventListener("focusin", () => {
    if (!knownAuthor && (!token || Date.now() > expires - 5000)) ask().catch(() => {});
  });

  const tell = (text) => (result.textContent = text);

  say.addEventListener("submit", async (event) => {
    const answer = $("input[name=answer]", sum);
    if (!knownAuthor && (!token || !answer)) return; // no sum could be had: the plain form asks for it on its own page
    event.preventDefault();
    send.disabled = true;
    tell(say.dataset.checking);
    $$("[aria-invalid]", say).forEach((field) => field.removeAttribute("aria-invalid"));
    const { name, email, body, website, url2 } = say.elements;
    try {
      const said = await call("POST", `/api/comments?language=${encodeURIComponent(say.dataset.language)}`, {
        article,
        ...(parent ? { parent } : {}),
        ...(knownAuthor ? {} : { name: name.value, email: email.value, challenge: { token, answer: answer.value } }),
        body: body.value,
        website: website.value,
        url2: url2.value,
      });
      token = null;
      if (said.ok) {
        tell(said.status === 202 ? say.dataset.held : say.dataset.published);
        const item = insert({ ...said.json, status: said.status === 202 ? "held" : said.json.status });
        body.value = "";
        sum.replaceChildren();
        home();
        item?.scrollIntoView({ block: "center" });
      } else {
        const violations = said.violations ?? [];
        const fieldOf = (violation) => violation.field.split(".").at(-1);
        const words = (name) => say.dataset[`wrong${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`];
        const told = violations.map((violation) => words(fieldOf(violation)) ?? violation.message);
        if (said.status === 429) told.push(say.dataset.wrongMany);
        tell([...new Set(told)].join(" ") || said.detail || say.dataset.failed);
        if (!knownAuthor) await ask().catch(() => {});
        const wrong = violations.map((violation) => say.elements[fieldOf(violation)]).find((field) => field?.type !== "hidden" && field);
        wrong?.setAttribute?.("aria-invalid", "true");
        wrong?.focus?.();
      }
    } catch {
      token = null;
      tell(say.dataset.failed);
      if (!knownAuthor) ask().catch(() => {});
    }
    send.disabled = false;
  });

  // an answer is written below what it answers
  const place = say.parentElement;
  const home = () => {
    parent = null;
    if (say.parentElement !== place) place.append(say);
  };
  place.addEventListener("click", (event) => {
    const reply = event.target.closest("a.reply");
    if (!reply) return;
    event.preventDefault();
    if (parent === reply.dataset.parent) {
      home();
      return;
    }
    parent = reply.dataset.parent;
    reply.closest("li").append(say);
    say.elements.body.focus();
  });
}

// ---- a better translation of what a reader has marked

const improve = $(".improve a");
if (improve) {
  const plain = { href: improve.href, text: improve.textContent };
  const FEW = 3; // letters: a slip of the mouse is no sentence
  const MOMENT = 600; // in ms: pressing the link unmarks the text just before it is followed
  let waiting;
  const show = (words) => {
    improve.href = words ? `${plain.href}?near=${encodeURIComponent(words)}` : plain.href;
    improve.textContent = words ? improve.dataset.marked : plain.text;
    improve.parentElement.classList.toggle("marked", Boolean(words));
  };
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    const inside = chosen.rangeCount && $(".text", story)?.contains(chosen.getRangeAt(0).commonAncestorContainer);
    const words = inside ? chosen.toString().trim().slice(0, 300) : "";
    clearTimeout(waiting);
    if (words.length > FEW) show(words);
    else waiting = setTimeout(show, MOMENT);
  });
}

// ---- a comment in the page's language, and its own said better

thread?.addEventListener("submit", async (event) => {
  const form = event.target.closest(".into, .tongue-of");
  if (!form) return;
  event.preventDefault();
  const item = form.closest(".comment");
  const id = item.id.replace("comment-", "");
  const said = $(".said", item);
  const words = thread.dataset;
  if (form.matches(".tongue-of")) {
    const chosen = form.elements.language.value;
    const answer = await call("PUT", `/api/comments/${id}/language`, { language: chosen }).catch(() => null);
    if (answer?.ok) said.lang = chosen;
    else form.submit();
    return;
  }
  const button = $("button", form);
  const known = $(".translated", item);
  const show = (translated) => {
    $(".translated", item).hidden = !translated;
    said.hidden = translated;
    $(".made", item).hidden = !translated;
    button.textContent = translated ? words.original : words.translation;
  };
  if (known) return show(known.hidden);
  button.disabled = true;
  const answer = await call("POST", `/api/translations/comments/${id}/${language}`).catch(() => null);
  button.disabled = false;
  if (!answer?.ok) {
    form.submit(); // the page that answers says why
    return;
  }
  const text = said.cloneNode(false);
  text.classList.add("translated");
  text.lang = language;
  text.dir = document.documentElement.dir;
  text.innerHTML = answer.html; // made of the cleaned original; an engine adds no markup
  const made = document.createElement("p");
  made.className = "made state";
  made.textContent = words.made;
  said.after(text, made);
  show(true);
});
