// Before the first paint: the saved theme and text size, the language, and which of the two programs is to start. The build puts
// this into the page itself, since asking for it would keep the first paint waiting.
(function () {
  'use strict';
  var FILES = /*ob:door*/ [] /*ob*/; // of the door: its script and its program
  var root = document.documentElement;

  function saved() {
    try {
      return JSON.parse(localStorage.getItem('ob/p')) || {};
    } catch (denied) {
      return {}; // no storage, or not ours to read: the page follows the system
    }
  }

  function dress(saved) {
    if (/^(light|dark|auto)$/.test(saved.theme)) {
      root.setAttribute('data-theme', saved.theme);
      if (saved.theme !== 'auto') {
        var colour = saved.theme === 'dark' ? '#15130F' : '#FBF7F0';
        document.querySelectorAll('meta[name="theme-color"]').forEach(function (meta) {
          meta.setAttribute('content', colour);
        });
      }
    }
    if (/^[a-z0-9-]+$/.test(saved.text)) root.setAttribute('data-text', saved.text);
  }

  // A language as it is compared: a browser may be told of any, such as en_US.UTF-8.
  function plain(tag) {
    return typeof tag === 'string' ? tag.split(/[.@]/)[0].replace(/_/g, '-').toLowerCase() + '-' : '';
  }

  // The language that was chosen; else the first of the browser's that there is; else the page's own. The nearer one
  // (en-GB) stands after the wider one (en).
  function speak(chosen) {
    var offered = [].slice.call(document.querySelectorAll('[data-ob-name]')).reverse();
    [chosen].concat(navigator.languages).some(function (wanted) {
      return offered.some(function (one) {
        var locale = one.getAttribute('data-ob-locale');
        if (plain(wanted).indexOf(plain(locale))) return false;
        root.lang = locale;
        root.dir = one.getAttribute('data-ob-dir');
        return true;
      });
    });
  }

  // The door is for somebody new: the first screen, nothing kept here, and the rest still to be fetched.
  function isNew() {
    try {
      if (!/^(#\/?)?$/.test(location.hash)) return false;
      if (navigator.serviceWorker && navigator.serviceWorker.controller) return false;
      return [localStorage, sessionStorage].every(function (store) {
        return !Object.keys(store).some(function (key) {
          return key.indexOf('ob/') === 0;
        });
      });
    } catch (denied) {
      return false;
    }
  }

  function ahead(rel, href, as) {
    var link = document.createElement('link');
    link.rel = rel;
    link.href = href;
    if (as) link.as = as;
    if (as === 'fetch') link.crossOrigin = 'anonymous';
    document.head.appendChild(link);
  }

  // Has the whole program fetched, all of it at once, and started.
  function whole() {
    ahead('preload', './whole.js', 'script');
    ahead('preload', './whole_bg.wasm', 'fetch');
    var loader = document.createElement('script');
    loader.src = './whole_loader.js';
    document.head.appendChild(loader);
  }

  window.obverseWhole = whole;
  var chosen = saved();
  dress(chosen);
  speak(chosen.language);
  var program = isNew() ? 'door' : 'whole';
  root.setAttribute('data-program', program);
  if (!FILES.length) return; // under `cargo xtask serve`
  if (program === 'door') {
    ahead('modulepreload', FILES[0]);
    ahead('preload', FILES[1], 'fetch');
  } else {
    whole();
  }
})();
