// What the page translator of a browser does to a page: it puts elements of its own in the place of each text, at once and
// whenever another text comes. This one leaves the words as they are, so that they can be found.
const kept = "script, style, svg, textarea, option, title, [translate=no]";

function translate(text) {
  const around = text.parentElement;
  if (!text.data.trim() || !around || around.tagName === "FONT" || around.closest(kept)) return;
  const [outer, inner] = [0, 0].map(() => document.createElement("font"));
  inner.textContent = text.data;
  outer.append(inner);
  text.replaceWith(outer);
}

function all(node) {
  if (node.nodeType === Node.TEXT_NODE) return translate(node);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  found.forEach(translate);
}

all(document.body);
new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "characterData") translate(change.target);
    change.addedNodes.forEach(all);
  }
}).observe(document.body, { childList: true, characterData: true, subtree: true });
