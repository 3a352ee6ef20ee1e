// The body of a function: what can be pressed and is smaller than a fingertip (44 px), in words. A link within a
// sentence may be as small as its letters.
const LEAST = 43.5;
const small = [];
for (const one of document.querySelectorAll('a, button, summary, select, textarea, input')) {
  // What is ticked or chosen is pressed by its label.
  const target = one.matches('input[type=radio], input[type=checkbox]') ? one.closest('label') ?? one : one;
  if (!target.checkVisibility({ visibilityProperty: true }) || target.matches('.skip')) continue;
  const within = target.matches('a') && target.parentElement.matches('p, li');
  if (within && getComputedStyle(target).display === 'inline') continue;
  const box = target.getBoundingClientRect();
  if (box.width < LEAST || box.height < LEAST) {
    const name = [target.tagName.toLowerCase(), ...[...target.classList].map((one) => '.' + one)].join('');
    small.push(`${name} is ${Math.round(box.width)} by ${Math.round(box.height)} px: ${target.textContent.trim().slice(0, 50)}`);
  }
}
return small;
