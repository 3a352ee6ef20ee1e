// The body of a function: (own) -> what stands on the page, or is said to a screen reader, without being in brackets as
// everything in the pseudo language is. Left out: the person's words and names (own), what is marked as theirs, dates,
// addresses, names of papers, and parts in another language of their own.
const [own] = arguments;
const month = "January|February|March|April|May|June|July|August|September|October|November|December";
const dates = new RegExp(`(\\d{1,2} )?(${month}) \\d{4}|(${month}) \\d{1,2}(, \\d{4})?`, "g");
const weekday = /\b(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?\b/g;
const theirs = "[translate=no], main [lang], .sources li, script, style, template, noscript";

const left = (text) => {
  for (const one of own) text = text.replaceAll(one, " ");
  text = text.replace(dates, " ").replace(weekday, " ").replace(/https?:\S+/g, " ");
  for (let before = ""; before !== text; ) [before, text] = [text, text.replace(/\[[^[\]]*\]/g, " ")];
  // A name in a picture may be broken into lines: then its accents tell.
  return text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word) && !/[áéíóúñ]/i.test(word)).join(" ");
};

const found = [];
const look = (where, text) => {
  const words = left(text || "");
  if (words) found.push(`${where}: ${words.slice(0, 80)}`);
};
const shown = (el) => el.tagName === "OPTION" || el.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walk.nextNode(); node; node = walk.nextNode()) {
  const el = node.parentElement;
  if (!el.closest(theirs) && shown(el)) look(el.tagName.toLowerCase() + (el.className && "." + el.className), node.data);
}
for (const name of ["aria-label", "placeholder", "title", "alt"]) {
  for (const el of document.body.querySelectorAll(`[${name}]`)) {
    if (!el.closest("main [lang]") && shown(el)) look(name, el.getAttribute(name));
  }
}
look("the page's title", document.title);
return found;
