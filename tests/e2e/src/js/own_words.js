// The body of a function: (word) -> [how often the page shows the word, where a translator may take it up, which fields
// have their spelling checked]. A picture told in words counts, and so does what stands in a field.
const [word] = arguments;
const low = word.toLowerCase();
const has = (text) => (text || "").toLowerCase().includes(low);
const left = (el) => el.closest("[translate]")?.getAttribute("translate") === "no";
const name = (el) => el.tagName.toLowerCase() + (el.getAttribute("class") ? "." + el.getAttribute("class") : "");
const seen = [], taken = [];
const look = (el, where, text) => {
  if (!has(text)) return;
  seen.push(where);
  if (!left(el)) taken.push(`${where} in ${name(el.closest("main *") ? el : document.body)}: ${text.trim().slice(0, 60)}`);
};
const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
for (let node = walk.nextNode(); node; node = walk.nextNode()) {
  if (!node.parentElement.closest("script, style")) look(node.parentElement, "text", node.data);
}
for (const el of document.querySelectorAll("*")) {
  for (const { name: attribute, value } of el.attributes) look(el, attribute, value);
}
const fields = [...document.querySelectorAll("textarea, input:is([type=text], [type=search], [type=password], :not([type]))")];
for (const el of fields) look(el, "field", el.value);
look(document.documentElement, "the page's title", document.title);
return [seen.length, taken, fields.filter((el) => el.spellcheck).map(name)];
