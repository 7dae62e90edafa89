"use strict";
// Search, light and dark, copying of code. What comes from a spec is only ever put in as text.

const root = document.documentElement;
const base = root.dataset.base || ".";
const box = document.querySelector(".search input");
const list = document.querySelector(".search ol");

// -- Search: every word of the query begins a word of a page; names count most, methods first. ----

let index;
let chosen = -1;

function words(text) {
  const apart = text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return (apart.match(/[\p{L}\p{N}]+/gu) || []).map(singular);
}

function singular(word) {
  if (word.length < 4 || word.endsWith("ss")) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "");
}

function load() {
  index ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${base}/search.js`;
    script.onload = () =>
      done(
        window.searchIndex.map(([title, place, text]) => ({
          title, place, text, name: words(title), rest: words(text),
          method: title.includes(".") ? words(title.slice(title.lastIndexOf(".") + 1)) : null,
        })),
      );
    script.onerror = failed;
    document.head.append(script);
  });
  return index;
}

function score(page, query) {
  let sum = -page.name.length / 2;
  for (const word of query) {
    if (page.name.includes(word)) sum += 10;
    else if (page.name.some((one) => one.startsWith(word))) sum += 6;
    else if (page.rest.includes(word)) sum += 2;
    else if (page.rest.some((one) => one.startsWith(word))) sum += 1;
    else return -Infinity;
  }
  return page.method?.every((word) => query.includes(word)) ? sum + 2 : sum;
}

async function search() {
  const pages = await load();
  const query = words(box.value);
  const found = pages
    .map((page) => [score(page, query), page])
    .filter(([points]) => query.length && points > -Infinity)
    .sort(([a, one], [b, other]) => b - a || one.title.length - other.title.length)
    .slice(0, 20);
  list.replaceChildren(...found.map(([, page]) => result(page)));
  if (query.length && !found.length) list.append(made("li", box.dataset.none, "none"));
  list.hidden = !query.length;
  choose(0);
}

function result(page) {
  const link = made("a");
  link.href = `${base}/${page.place}`;
  link.append(made("strong", page.title), made("small", page.text));
  const item = made("li");
  item.append(link);
  return item;
}

function made(name, text = "", kind = "") {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = kind;
  return element;
}

function choose(which) {
  const items = [...list.children];
  chosen = Math.max(0, Math.min(which, items.length - 1));
  items.forEach((item, place) => item.classList.toggle("chosen", place === chosen));
  if (which) items[chosen]?.scrollIntoView({ block: "nearest" });
}

box.addEventListener("focus", load);
box.addEventListener("input", search);
box.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen - 1);
  else if (event.key === "Enter") list.children[chosen]?.querySelector("a")?.click();
  else if (event.key === "Escape") { box.value = ""; list.hidden = true; box.blur(); }
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea");
  if ((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) {
    event.preventDefault();
    box.focus();
  }
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".search")) list.hidden = true;
});

// -- Light and dark -------------------------------------------------------------------------------

document.querySelector(".theme").addEventListener("click", () => {
  const now = root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private windows */ }
});

// -- Code, and fields that a link leads to ----------------------------------------------------------

for (const code of document.querySelectorAll("pre")) {
  const button = made("button", "Copy", "copy");
  button.type = "button";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.querySelector("code").textContent);
    button.textContent = "✓";
    setTimeout(() => { button.textContent = "Copy"; }, 1200);
  });
  code.append(button);
}

function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  target?.scrollIntoView();
}
addEventListener("hashchange", unfold);
if (location.hash) unfold();
document.querySelector("nav.pages [aria-current]")?.scrollIntoView({ block: "nearest" });
