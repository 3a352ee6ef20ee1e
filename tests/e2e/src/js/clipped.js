// The body of a function: texts that are cut off, that stick out of what they stand in, or that lie over each other, in
// words.
const shown = (el) => el.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
const named = (el) => [el.tagName.toLowerCase(), ...[...el.classList].map((one) => "." + one)].join("");
const short = (text) => text.replace(/\s+/g, " ").trim().slice(0, 50);
const out = [];

// Every line of every text, as a box on the screen. What is one pixel wide is there for screen readers only.
const lines = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walk.nextNode(); node; node = walk.nextNode()) {
  const el = node.parentElement;
  if (!node.data.trim() || !shown(el) || el.closest(".heard, .skip, script, style, template, select")) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) lines.push({ node, el, box });
}

// Cut off by what hides what is too large for it.
for (const el of document.body.querySelectorAll("*")) {
  if (!shown(el) || !el.textContent.trim() || el.closest(".heard, svg, select, textarea")) continue;
  const style = getComputedStyle(el);
  const hides = (way) => /hidden|clip/.test(way);
  const wide = hides(style.overflowX) && el.scrollWidth > el.clientWidth + 1;
  const high = hides(style.overflowY) && el.scrollHeight > el.clientHeight + 1;
  if (wide || high) out.push(`${named(el)} cuts off: ${short(el.textContent)}`);
}

// Sticking out of a button, a link, a choice, a note, a picture.
const holders = "a, button, label, legend, summary, .choice, .side, .lead, .note, .placed, svg";
for (const { el, box, node } of lines) {
  const holder = el.closest(holders);
  if (!holder || /auto|scroll/.test(getComputedStyle(holder).overflowY)) continue;
  const around = holder.getBoundingClientRect();
  // A line is higher than its letters, and a link in a text no higher than they are.
  const slack = holder.tagName === "A" ? Infinity : 4;
  const beside = Math.max(around.left - box.left, box.right - around.right);
  const over = Math.max(beside, around.top - box.top - slack, box.bottom - around.bottom - slack);
  if (over > 1.5) out.push(`sticks out of ${named(holder)} by ${Math.round(over)} px: ${short(node.data)}`);
}

// Over each other. What stays in view while the page goes by lies over it by design: each is compared with its own.
const bar = (el) => {
  for (let up = el; up; up = up.parentElement) if (/sticky|fixed/.test(getComputedStyle(up).position)) return up;
  return null;
};
for (const line of lines) line.bar = bar(line.el);
for (let one = 0; one < lines.length; one += 1) {
  for (let other = one + 1; other < lines.length; other += 1) {
    const [a, b] = [lines[one], lines[other]];
    if (a.node === b.node || a.bar !== b.bar) continue;
    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    // Boxes of lines are higher than their letters.
    if (wide > 2 && high > 0.35 * Math.min(a.box.height, b.box.height)) {
      out.push(`lies over another text: ${short(a.node.data)} / ${short(b.node.data)}`);
    }
  }
}
return [...new Set(out)].slice(0, 20);
