// Before the first paint: the saved theme and text size, the language, and which files are needed first. The build puts this into
// the page itself, since asking for it would keep the first paint waiting.
(function () {
  'use strict';
  var BUILD = /*ob:build*/ '' /*ob*/; // the folder of this version's files; there is none under `cargo xtask serve`
  var SCRIPT = BUILD + 'obverse.js';
  var PROGRAM = BUILD + 'obverse.wasm';
  var root = document.documentElement;
  var own = root.lang; // the language of what stands in the page
  // The hash of each file of the program and of its words, by its address. There is none under `cargo xtask serve`.
  var hashes = {};
  // What was asked for before anything needed it, by its address.
  var ahead = {};
  // What was asked for and is needed before the app can be used, by its address.
  var asked = (window.obverseAsked = {});

  // What was chosen, each of its own type. Whatever else stands there counts as never chosen.
  function saved() {
    var found = {};
    var read = null;
    try {
      read = JSON.parse(localStorage.getItem('ob/p'));
    } catch (denied) {
      return found; // no storage, or not ours to read: the page follows the system
    }
    if (!read || typeof read !== 'object') return found;
    ['theme', 'text', 'language'].forEach(function (name) {
      if (Object.prototype.hasOwnProperty.call(read, name) && typeof read[name] === 'string') found[name] = read[name];
    });
    return found;
  }

  function dress(saved) {
    if (saved.theme === 'light' || saved.theme === 'dark' || saved.theme === 'auto') {
      root.setAttribute('data-theme', saved.theme);
      if (saved.theme !== 'auto') {
        var colour = saved.theme === 'dark' ? '#15130F' : '#FBF7F0';
        document.querySelectorAll('meta[name="theme-color"]').forEach(function (meta) {
          meta.setAttribute('content', colour);
        });
      }
    }
    if (saved.text === 'usual' || saved.text === 'large' || saved.text === 'largest') {
      root.setAttribute('data-text', saved.text);
    }
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

  // Somebody new who reads the page's own language, in which the first screen stands in it: no screen was asked for, or the one that a
  // course's link leads to; nothing is kept here, and the files are still to be fetched.
  function isNew() {
    try {
      if (root.lang !== own) return false;
      if (!/^(#\/?|#\/check\/before)?$/.test(location.hash)) return false;
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

  // Inside another page nothing of the person's is shown: that page could lay something over it and catch what is tapped.
  function isFramed() {
    try {
      return window.top !== window.self;
    } catch (denied) {
      return true;
    }
  }

  // Shows a page that stands in index.html in place of everything, once it is there.
  function say(name, change) {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', function () {
        say(name, change);
      });
      return;
    }
    var page = document.getElementById(name).content.cloneNode(true);
    if (change) change(page);
    var app = document.getElementById('app');
    app.textContent = '';
    app.appendChild(page);
  }

  // The script for when something goes wrong may itself be the one that did not come, or that is of another version.
  function withoutRescue(event) {
    if (window.obverseRescue || !/\/rescue[-.][^/]*$/.test((event.target && event.target.src) || '')) return;
    say('ob-rescue', function (page) {
      page.querySelector('[data-ob="mixed"]').hidden = false;
      page.querySelector('[data-ob="again"]').onclick = function () {
        location.reload();
      };
    });
  }

  function readHashes() {
    var listed = document.querySelector('meta[name="ob-files"]');
    var words = listed ? listed.getAttribute('content').split(' ') : [];
    for (var at = 0; at + 1 < words.length; at += 2) hashes[words[at]] = words[at + 1];
  }

  // Notes that a file is needed, and gives its hash.
  function known(file) {
    return (asked[file] = hashes[file] || '');
  }

  // A file of the program, which must be the one that this page was built with.
  function fetched(file) {
    var coming = fetch(file, { integrity: known(file) });
    coming.catch(function () {}); // told by whoever waits for it
    return coming;
  }

  function script(file, failed) {
    var one = document.createElement('script');
    one.integrity = known(file);
    one.onerror = failed;
    one.src = file;
    document.head.appendChild(one);
  }

  // A file, which may have been asked for before.
  function take(file) {
    var coming = ahead[file] || fetched(file);
    delete ahead[file];
    return coming;
  }

  // A part of the program, by its name. A browser compiles as it comes only what calls itself by its type.
  function part(name) {
    return take(BUILD + name).then(function (answer) {
      if (!answer.ok || answer.headers.get('Content-Type') === 'application/wasm') return answer;
      return answer.arrayBuffer().then(function (bytes) {
        return new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } });
      });
    });
  }

  function tell(why) {
    if (window.obverseFailed) window.obverseFailed(why, program);
    else setTimeout(tell, 500, why); // its script is still on its way
  }

  // Has the program's script fetched; it starts by itself, with `begin`.
  function program() {
    ahead[PROGRAM] = fetched(PROGRAM);
    script(SCRIPT, function () {
      tell('');
    });
  }

  // Starts the program, once the words that stand in the page were on the screen: a page that is not shown paints nothing, so
  // this is looked at some times only.
  function begin(start) {
    var looks = 12;
    function look() {
      looks -= 1;
      var painted = performance.getEntriesByName('first-contentful-paint').length;
      if (root.getAttribute('data-program') === 'first' && looks && !painted) return setTimeout(look, 25);
      start({ module_or_path: take(PROGRAM) }).catch(function (why) {
        tell(String((why && why.message) || ''));
      });
    }
    look();
  }

  // The words of the interface, in the language of the page.
  function words() {
    var listed = document.querySelector('meta[name="ob-shell"][data-ob-locale="' + root.lang + '"]');
    return listed ? [listed.getAttribute('content')] : [];
  }

  if (isFramed()) {
    root.setAttribute('data-program', 'framed');
    say('ob-framed');
    return;
  }
  window.addEventListener('error', withoutRescue, true);
  window.obverseKnown = known;
  window.obverseTake = take;
  window.obversePart = part;
  window.obverseBegin = begin;
  readHashes();
  var chosen = saved();
  dress(chosen);
  speak(chosen.language);
  root.setAttribute('data-program', isNew() ? 'first' : 'app');
  if (!BUILD) return; // under `cargo xtask serve`
  program();
  words().forEach(function (file) {
    ahead[file] = fetched(file);
  });
})();
