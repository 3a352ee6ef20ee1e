// What somebody new sees and can press before the program is there: the first screen, which stands in the page, then Today with its ways
// in, the cover, and that the app is on its way, which stand there as templates. What is pressed is left on the page as an attribute
// (`data-answer`, `data-way`, `data-question`, `data-cover`), and `ob-first` says so; the program takes it up. The last press counts. Nothing is kept. The
// build puts this into the page itself, after start.js.
(function () {
  'use strict';
  var SHOWN = 'data-first'; // which screen is shown: welcome, today, shared, cover or wait. Gone once the program draws
  var FRONT = /^(#\/?)?$/; // the address of Today
  var root = document.documentElement;
  var away = 0; // how many questions further than the day's the one is that is shown
  var covered = null; // what the cover hides: its name, its title and its elements

  if (root.getAttribute('data-program') !== 'first') return;
  root.setAttribute(SHOWN, 'welcome');
  var byLink = !FRONT.test(location.hash); // a course's: the first screen says what opens next
  if (byLink) root.setAttribute('data-opens', '');

  // From when the program is there it does what is pressed, and draws.
  function isBeforeProgram() {
    return root.hasAttribute(SHOWN) && root.getAttribute('data-program') === 'first';
  }

  function replaceWith(name, title, elements) {
    var app = document.getElementById('app');
    app.textContent = '';
    app.appendChild(elements);
    root.setAttribute(SHOWN, name);
    document.title = title;
    window.scrollTo(0, 0);
    app.querySelector('h1').focus();
  }

  function show(name) {
    // On a slow line the page itself may still be on its way, and the templates stand at its end.
    if (document.readyState === 'loading') {
      return document.addEventListener('DOMContentLoaded', function () {
        if (isBeforeProgram()) show(name);
      });
    }
    var template = document.getElementById('ob-' + name);
    var page = template.content.cloneNode(true);
    var date = page.querySelector('.bar-place');
    if (date) {
      date.textContent = dateIn(page.firstElementChild.lang);
      ask(page);
    }
    replaceWith(name, template.getAttribute('data-ob-title'), page);
  }

  function ask(page) {
    var questions = document.getElementById('ob-questions').content.children;
    // The day as the program counts it: from the beginning of the common era, by the clock on the wall.
    var now = new Date();
    var day = Math.floor((now.getTime() - now.getTimezoneOffset() * 60000) / 86400000) + 719163;
    page.querySelector('.lead h2 span').textContent = questions[(day + away) % questions.length].textContent;
  }

  // The date as the program writes it (`long_day` in src/browser/intl.rs), in the form that the person's region gives the language.
  function dateIn(language) {
    var wanted = [].concat(navigator.languages || []).filter(function (one) {
      return new RegExp('^' + language + '(-[a-z]{2})?$', 'i').test(one);
    });
    var shape = { weekday: 'long', day: 'numeric', month: 'long' };
    return new Intl.DateTimeFormat(wanted.concat(language), shape).format(new Date());
  }

  // The app is needed for what was asked for. If it does not come, the plain page says so.
  function wait() {
    if (root.getAttribute(SHOWN) !== 'wait') show('wait');
    tellIfItFails();
  }

  // The script that says so may itself still be on its way.
  function tellIfItFails() {
    if (!isBeforeProgram()) return;
    if (window.obverseWait) window.obverseWait();
    else setTimeout(tellIfItFails, 500);
  }

  // Shows what is at the address now, by what was answered.
  function arrive() {
    var answer = root.getAttribute('data-answer');
    if (answer === 'lock' || !FRONT.test(location.hash)) wait();
    else if (answer) show(answer === 'shared' ? 'shared' : 'today');
  }

  function cover() {
    if (root.getAttribute(SHOWN) === 'cover') return;
    var elements = document.createDocumentFragment();
    [].slice.call(document.getElementById('app').childNodes).forEach(function (node) {
      elements.appendChild(node);
    });
    covered = { name: root.getAttribute(SHOWN), title: document.title, elements: elements };
    root.setAttribute(SHOWN, 'cover');
    show('cover');
  }

  function leave(name, value) {
    root.setAttribute(name, value);
    window.dispatchEvent(new Event('ob-first'));
  }

  var acts = {
    hide: function () {
      if (isBeforeProgram()) cover();
      leave('data-cover', 'yes');
    },
    open: function () {
      if (!isBeforeProgram()) return leave('data-cover', 'no');
      root.removeAttribute('data-cover');
      replaceWith(covered.name, covered.title, covered.elements);
    },
    today: function () {
      root.removeAttribute('data-way');
      if (!FRONT.test(location.hash)) location.hash = '#/';
      else if (isBeforeProgram()) arrive();
    },
    another: function () {
      away += 1;
      ask(document);
      leave('data-question', away);
    },
    skip: function () {
      document.querySelector('#app h1').focus(); // past the navigation
    },
  };

  document.addEventListener('click', function (event) {
    if (!root.hasAttribute(SHOWN) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var pressed = event.target.closest && event.target.closest('[data-ob-answer], [data-ob-way], [data-ob-act]');
    if (!pressed) return;
    event.preventDefault();
    var answer = pressed.getAttribute('data-ob-answer');
    var way = pressed.getAttribute('data-ob-way');
    if (answer) {
      leave('data-answer', answer);
      if (isBeforeProgram()) arrive();
    } else if (way) {
      leave('data-way', way);
      if (isBeforeProgram()) wait();
    } else {
      acts[pressed.getAttribute('data-ob-act')]();
    }
  });
  window.addEventListener('ob-hide', function () {
    if (isBeforeProgram()) acts.hide();
  });
  window.addEventListener('hashchange', function () {
    if (!isBeforeProgram()) return;
    root.removeAttribute('data-way');
    if (root.getAttribute(SHOWN) !== 'cover') arrive();
  });
  document.addEventListener('DOMContentLoaded', function () {
    root.setAttribute('data-ready', 'true');
    performance.mark('ob-usable');
  });
})();
