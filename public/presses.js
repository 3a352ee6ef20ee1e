// A press counts only on what could be seen before it: the second of two taps in haste must not press what has just come to
// the place of what the first one pressed. One rule for every screen, from the page's own first one on. And three presses of Shift hide the
// screen, whatever it shows: `ob-hide` says so.
(function () {
  'use strict';
  var SETTLES = 350; // ms from when it was painted: longer than two hasty taps are apart, shorter than it takes to read
  var LONGEST = 2000; // ms from when it was drawn, in any case
  var PRESSED = 'a, button, label, input, summary';
  var BY_KEY = 'a, button, summary, input[type=radio], input[type=checkbox]';
  var SHIFTS = 3; // presses of Shift, alone,
  var SHIFTS_IN = 5000; // ms in which they count
  var root = document.documentElement;
  var app = document.getElementById('app');
  var shifts = []; // when Shift was pressed lately
  var news = []; // what has come lately, and until when it takes no press
  var down = null; // when a finger came down, until a click is made of it
  var soon = 0; // presses that came too soon

  function now() {
    return performance.now();
  }

  // When something was done by hand: a busy page hears of it later. Not every browser counts from the same moment.
  function moment(event) {
    var late = now() - event.timeStamp;
    return late >= 0 && late < LONGEST ? event.timeStamp : now();
  }

  function young(node, when) {
    return news.some(function (one) {
      return when < one.until && (!node || one.node.contains(node));
    });
  }

  function settle() {
    if (!young(null, now())) root.removeAttribute('data-new');
  }

  function come(nodes) {
    var drawn = now();
    var fresh = nodes.map(function (node) {
      return { node: node, until: drawn + LONGEST };
    });
    news = news.filter(function (one) {
      return one.until + LONGEST > drawn;
    });
    news = news.concat(fresh);
    root.setAttribute('data-new', '');
    // The first frame shows it, the second comes after that. A page that nobody sees has none.
    requestAnimationFrame(function () {
      requestAnimationFrame(function () {
        fresh.forEach(function (one) {
          one.until = Math.min(one.until, now() + SETTLES);
        });
        setTimeout(settle, SETTLES + 1);
      });
    });
    setTimeout(settle, LONGEST + 1);
  }

  // Whatever can be pressed; and the whole screen, if its heading says something else, since the buttons under it may
  // have stayed the same.
  function newIn(change) {
    var at = change.target.nodeType === 1 ? change.target : change.target.parentElement;
    var heading = at && at.closest('h1');
    if (heading) return [heading.closest('main')].filter(Boolean);
    return [].filter.call(change.addedNodes, function (one) {
      return one.nodeType === 1 && (one.matches(PRESSED) || one.querySelector(PRESSED));
    });
  }

  function watch(changes) {
    var fresh = [];
    changes.forEach(function (change) {
      fresh = fresh.concat(newIn(change));
    });
    if (fresh.length) come(fresh);
  }

  function on(name, heard) {
    window.addEventListener(name, heard, true);
  }

  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // `data-by-hand`: whether what happens now was begun with a finger or a mouse.
  on('keydown', function (event) {
    root.removeAttribute('data-by-hand');
    if (event.key !== 'Shift') {
      shifts = [];
    } else if (!event.repeat) {
      shifts = shifts.slice(1 - SHIFTS).concat(now());
      if (shifts.length < SHIFTS || now() - shifts[0] > SHIFTS_IN) return;
      shifts = [];
      window.dispatchEvent(new Event('ob-hide'));
    }
  });
  if (!app || !window.MutationObserver) return;
  new MutationObserver(watch).observe(app, { childList: true, subtree: true });
  on('pointerdown', function (event) {
    down = moment(event);
    root.setAttribute('data-by-hand', '');
  });
  on('click', function (event) {
    // A key, a script and some screen readers press without a finger coming down. `detail` counts taps, but Firefox counts one
    // for a key on a link.
    if (!event.isTrusted) root.removeAttribute('data-by-hand');
    var click = moment(event);
    var pressed = down !== null && click - down >= LONGEST ? click : down;
    down = null;
    if (event.isTrusted && event.detail > 0 && pressed !== null && young(event.target, pressed)) {
      stop(event);
      soon += 1;
      root.setAttribute('data-too-soon', soon);
    }
  });
  // A key that is held down presses once.
  on('keydown', function (event) {
    var held = event.repeat && (event.key === 'Enter' || event.key === ' ');
    if (held && event.target.matches && event.target.matches(BY_KEY)) stop(event);
  });
})();
