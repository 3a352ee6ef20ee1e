// What somebody new sees and can press before the program is there: the first screen, which stands in the page, then Today with its ways
// in, the cover, and that the app is on its way, which stand there as templates. What is pressed is left on the page as an attribute, and
// `ob-first` says so; the program takes it up. Nothing is kept. The build puts this into the page itself, after start.js.
(function () {
  'use strict';
  var STANDS = 'data-first'; // which of them stands: welcome, today, shared, cover or wait. Gone once the program draws
  var root = document.documentElement;
  var covered = null; // what the cover hides: its name, its title and its elements

  if (root.getAttribute('data-program') !== 'first') return;
  root.setAttribute(STANDS, 'welcome');
  var link = location.hash.length > 2; // by a course's link: the first screen says what opens next
  if (link) root.setAttribute('data-opens', '');

  function stands() {
    return root.hasAttribute(STANDS);
  }

  function waits() {
    return stands() && root.getAttribute('data-program') === 'first';
  }

  function put(name, title, inside) {
    var app = document.getElementById('app');
    app.textContent = '';
    app.appendChild(inside);
    root.setAttribute(STANDS, name);
    document.title = title;
    window.scrollTo(0, 0);
    app.querySelector('h1').focus();
  }

  function show(name) {
    var template = document.getElementById('ob-' + name);
    var page = template.content.cloneNode(true);
    var prompts = [].slice.call(page.querySelectorAll('[data-ob-prompt]'));
    // The day as the program counts it: from the beginning of the common era, by the clock on the wall.
    var now = new Date();
    var day = Math.floor((now.getTime() - now.getTimezoneOffset() * 60000) / 86400000) + 719163;
    prompts.forEach(function (prompt, at) {
      if (at !== day % prompts.length) prompt.remove();
    });
    put(name, template.getAttribute('data-ob-title'), page);
  }

  // The app is needed for what was asked for. If it does not come, the plain page says so, once its own script is there.
  function wait() {
    if (root.getAttribute(STANDS) !== 'wait') show('wait');
    watch();
  }

  function watch() {
    if (!waits()) return; // the app is there
    if (window.obverseWait) window.obverseWait();
    else setTimeout(watch, 500);
  }

  function hide() {
    if (!waits() || root.getAttribute(STANDS) === 'cover') return;
    var inside = document.createDocumentFragment();
    covered = { name: root.getAttribute(STANDS), title: document.title, inside: inside };
    [].slice.call(document.getElementById('app').childNodes).forEach(function (node) {
      inside.appendChild(node);
    });
    show('cover');
  }

  function leave(name, value) {
    root.setAttribute(name, value);
    window.dispatchEvent(new Event('ob-first'));
  }

  function answer(said) {
    if (waits()) {
      if (link || said === 'lock') wait();
      else show(said === 'shared' ? 'shared' : 'today');
    }
    leave('data-answer', said);
  }

  function go(way) {
    if (waits()) wait();
    leave('data-way', way);
  }

  function press(act) {
    if (act === 'hide') {
      hide();
      leave('data-cover', 'yes');
    } else if (act === 'open') {
      if (waits()) put(covered.name, covered.title, covered.inside);
      leave('data-cover', 'no');
    } else {
      document.querySelector('#app h1').focus(); // past the navigation
    }
  }

  document.addEventListener('click', function (event) {
    if (!stands() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var pressed = event.target.closest && event.target.closest('[data-ob-answer], [data-ob-way], [data-ob-act]');
    if (!pressed) return;
    event.preventDefault();
    var said = pressed.getAttribute('data-ob-answer');
    var way = pressed.getAttribute('data-ob-way');
    if (said) answer(said);
    else if (way) go(way);
    else press(pressed.getAttribute('data-ob-act'));
  });
  window.addEventListener('ob-hide', function () {
    if (waits()) press('hide');
  });
  window.addEventListener('hashchange', function () {
    if (waits() && !/^(#\/?)?$/.test(location.hash)) wait();
  });
  document.addEventListener('DOMContentLoaded', function () {
    root.setAttribute('data-ready', 'true');
    performance.mark('ob-usable');
  });
})();
