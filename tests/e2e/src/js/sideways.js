// The body of a function: the elements that stick out of the page's width, in words, the outermost first.
const root = document.documentElement;
const width = root.clientWidth;
const whole = document.scrollingElement.scrollWidth;
const clips = (el) => getComputedStyle(el).overflowX !== "visible";

// A page that cuts off what does not fit hides the fault: then the elements themselves are asked.
if (whole <= width && ![root, document.body].some(clips)) return [];

const insideScroller = (el) => {
  for (let up = el.parentElement; up && up !== document.body; up = up.parentElement) if (clips(up)) return true;
  return false;
};

const out = [];
for (const el of document.body.querySelectorAll("*")) {
  const box = el.getBoundingClientRect();
  const right = Math.max(box.right, clips(el) ? 0 : box.left + el.scrollWidth) + scrollX;
  // What is one pixel wide is there for screen readers only.
  if (!el.checkVisibility() || box.width <= 1 || right <= width + 0.5 || insideScroller(el)) continue;
  const name = [el.tagName.toLowerCase(), ...[...el.classList].map((one) => "." + one)].join("");
  out.push(`${name} ends at ${Math.round(right)} of ${width} px: ${el.textContent.trim().slice(0, 50)}`);
}
if (!out.length && whole > width) out.push(`the page is ${whole} px wide of ${width}`);
return out.slice(0, 20);
