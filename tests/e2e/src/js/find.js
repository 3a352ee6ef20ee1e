// The body of a function: (kind, wanted, inside) -> { element, seen }.
// kind "press" looks for what can be pressed, "field" for what can be written in or chosen from, "text" for whether the
// page shows the words anywhere. Names are as a screen reader would say them, or as they stand on the screen.
const [kind, wanted, inside] = arguments;

const plain = (text) =>
  (text || "").replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/[\s\u00a0]+/g, " ").trim();

const shown = (el) =>
  el.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true }) && !el.closest("[inert]");

// The words of an element in order; what is hidden from screen readers is left out of a name.
const words = (node, naming) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.tagName)) return "";
  if (naming && node.getAttribute("aria-hidden") === "true") return "";
  const style = getComputedStyle(node);
  if (style.display === "none" || style.visibility === "hidden") return "";
  const text = [...node.childNodes].map((child) => words(child, naming)).join("");
  return style.display === "inline" || style.display === "contents" ? text : " " + text + " ";
};

const labelledby = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent || "").join(" ");

const names = (el) => {
  const found = [];
  const by = el.getAttribute("aria-labelledby");
  if (by) found.push(labelledby(by));
  found.push(el.getAttribute("aria-label"));
  for (const label of el.labels || []) {
    const beside = [...label.childNodes].filter((node) => !node.contains(el));
    found.push(words(label, true), beside.map((node) => words(node, true)).join(""));
  }
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName)) {
    if (/^(button|submit|reset)$/.test(el.type)) found.push(el.value);
    found.push(el.getAttribute("placeholder"), el.getAttribute("title"));
  } else {
    found.push(words(el, true), words(el, false), el.getAttribute("title"));
    for (const image of el.querySelectorAll("img[alt], svg[aria-label], svg title")) {
      found.push(image.getAttribute("alt") || image.getAttribute("aria-label") || image.textContent);
    }
  }
  return [...new Set(found.map(plain).filter(Boolean))];
};

// The smallest grouping element with this name, legend, heading or summary.
const group = (name) => {
  const kinds =
    "fieldset,section,article,nav,header,footer,main,aside,dialog,form,li,details," +
    "[role=group],[role=dialog],[role=radiogroup],[role=region]";
  const fits = [...document.querySelectorAll(kinds)].filter((el) => {
    if (!shown(el)) return false;
    const title = el.querySelector("legend,h1,h2,h3,h4,summary");
    const by = el.getAttribute("aria-labelledby");
    const heading = title && words(title, true);
    return [el.getAttribute("aria-label"), heading, by && labelledby(by), el.tagName.toLowerCase()].map(plain).includes(plain(name));
  });
  return fits.find((el) => !fits.some((other) => other !== el && el.contains(other)));
};

const scope = inside ? group(inside) : document.body;
if (!scope) return { element: null, seen: ["nothing is named " + inside] };
if (kind === "text") return { element: null, seen: plain(words(scope, false)).includes(plain(wanted)) };

const kinds = {
  press:
    "a[href], button, summary, label, input:is([type=button],[type=submit],[type=reset],[type=radio],[type=checkbox])," +
    ["button", "link", "tab", "radio", "checkbox", "option", "menuitem", "switch"].map((role) => `[role=${role}]`).join(),
  field:
    "input:not([type=hidden],[type=button],[type=submit],[type=reset]), textarea, select, " +
    "[contenteditable=true], [role=textbox]",
};
const able = (el) => !el.matches(":disabled") && el.getAttribute("aria-disabled") !== "true";
// A file field is often hidden behind a button of the page's own.
const here = [...scope.querySelectorAll(kinds[kind])].filter((el) => shown(el) || (kind === "field" && el.type === "file"));
const named = here.map((el) => ({ el, names: names(el) }));
const usable = named.filter(({ el }) => able(el));
const target = plain(wanted);
let fits = usable.filter(({ names }) => names.includes(target));
if (!fits.length) {
  // A control may say more after its name; then only one may begin so. A label and what it labels count once.
  fits = usable.filter(({ names }) => names.some((name) => name.startsWith(target)));
  const what = new Set(fits.map(({ el }) => (el.tagName === "LABEL" && el.control) || el));
  if (what.size > 1) fits = [];
}
let element = fits.length ? fits[0].el : null;
// A radio or checkbox is pressed by its label, which is what a finger meets when the box itself is drawn.
const label = kind === "press" && /^(radio|checkbox)$/.test(element?.type) && element.labels?.[0];
if (label && shown(label)) element = label;
const called = ({ el, names }) => (able(el) ? "" : "(disabled) ") + (names[0] || `<${el.tagName.toLowerCase()}> without a name`);
return { element, seen: named.map(called) };
