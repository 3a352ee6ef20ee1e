// A plain page in place of the app when the app cannot run: it says so, and offers what is stored as a file.
// It shows when WebAssembly is missing, when a part fails to load or is of another version, when nothing arrives any more
// and the app is not usable, and when the app stops, as after a panic. An app that is usable later takes its place.
// Written for old browsers, on purpose.
(function () {
  'use strict';
  var PREFIX = 'ob/';
  var LOOK = 1000; // ms between two looks at what has arrived
  var PATIENCE = 20; // looks at a page that is not usable, when nothing is on its way
  var LONGEST = 120; // looks without anything arriving, when something still is
  var SLOW = 12; // looks until it is said that it takes long
  var GRACE = 1500; // ms that an error before that may turn out to be harmless
  var ASKING = 30000; // ms that it may take to find out why a file did not come
  var AGAIN = 3000; // ms until the program is asked for again by somebody new, who has something to read
  var PLAIN = '#/plain';
  var ASIDE = 'ob/aside'; // the records that are not to be read in this tab, a key a line
  var root = document.documentElement;
  var shown = false;

  function usable() {
    return root.getAttribute('data-ready') === 'true';
  }

  // Every key of ours with its value, just as stored, or null where storage may not be read.
  function stored() {
    var lines = [];
    try {
      [['localStorage', window.localStorage], ['sessionStorage', window.sessionStorage]].forEach(function (pair) {
        for (var at = 0; at < pair[1].length; at++) {
          var key = pair[1].key(at);
          if (key.indexOf(PREFIX) === 0 && key !== PREFIX + 'x' && key !== ASIDE) {
            lines.push(pair[0] + '\t' + key + '\t' + pair[1].getItem(key));
          }
        }
      });
    } catch (denied) {
      return null;
    }
    return lines.sort().join('\n');
  }

  function save(text) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text + '\n'], { type: 'text/plain;charset=utf-8' }));
    link.download = 'notes-raw.txt';
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 60000);
  }

  function ask(worker, type, answer) {
    var line = new MessageChannel();
    line.port1.onmessage = function (event) {
      answer(event.data);
    };
    worker.postMessage({ type: type }, [line.port2]);
  }

  // Offers the version before this one if the service worker still has it.
  function offerEarlier(button) {
    var worker = navigator.serviceWorker && navigator.serviceWorker.controller;
    if (!worker) return;
    ask(worker, 'version', function (reply) {
      if (!reply.earlier) return;
      button.hidden = false;
      button.onclick = function () {
        ask(worker, 'go-back', function () {
          location.reload();
        });
      };
    });
  }

  // Offers to open without the record that was being read when the app stopped, which the app has left the key of. It
  // stays in the store as it is. And offers the words alone: a screen that draws nothing but them.
  function offerWords(part) {
    var key = window.obverseReading;
    if (/^ob\/[rs]\//.test(key)) {
      part('aside').hidden = false;
      part('aside').onclick = function () {
        try {
          var before = sessionStorage.getItem(ASIDE);
          sessionStorage.setItem(ASIDE, (before ? before + '\n' : '') + key);
        } catch (denied) {
          // Without it the page comes to the same end again, and nothing is lost by that.
        }
        location.reload();
      };
    }
    if (location.hash === PLAIN) return;
    part('plain').hidden = false;
    part('plain').onclick = function () {
      location.hash = PLAIN;
      location.reload();
    };
  }

  function rescue(why, message) {
    if (shown || root.getAttribute('data-program') === 'framed') return;
    shown = true;
    root.setAttribute('data-rescue', why);
    var app = document.getElementById('app');
    var page = document.getElementById('ob-rescue').content.cloneNode(true);
    var part = function (name) {
      return page.querySelector('[data-ob="' + name + '"]');
    };
    var text = stored();
    part(why).hidden = false;
    part(text === null ? 'denied' : text ? 'kept' : 'nothing').hidden = false;
    part('again').onclick = function () {
      location.reload();
    };
    if (text) {
      part('first').hidden = part('save').hidden = part('copy').hidden = false;
      part('save').onclick = function () {
        save(stored() || text);
      };
      part('copy').querySelector('textarea').value = text;
      if (why === 'stopped') offerWords(part);
    }
    if (message) {
      part('detail').hidden = false;
      part('detail').querySelector('pre').textContent = message;
    }
    offerEarlier(part('earlier'));
    app.textContent = '';
    app.appendChild(page);
    document.title = 'Obverse';
    app.querySelector('h1').focus();
  }

  // A host that has another file under that name, or none any more, has another version.
  function other(answer) {
    return answer.ok || answer.status === 404 || answer.status === 410;
  }

  function not() {
    return false;
  }

  // Whether the host has another version than that of this page: a file of the program comes with other content, or is gone. A
  // cache on the way may have held an earlier one: it is asked past every cache.
  function isMixed(answer) {
    var asked = window.obverseAsked || {};
    var files = Object.keys(asked).filter(function (file) {
      return asked[file];
    });
    var each = files.map(function (file) {
      return fetch(file, { integrity: asked[file], cache: 'reload' }).then(not, function () {
        return fetch(file, { cache: 'no-store' }).then(other, not);
      });
    });
    var late = new Promise(function (then) {
      setTimeout(then, ASKING, []);
    });
    Promise.race([Promise.all(each), late]).then(function (all) {
      answer(all.indexOf(true) !== -1);
    });
  }

  // Whether somebody new has something to read on the screens that stand in the page itself.
  function reads() {
    var first = root.getAttribute('data-first');
    return root.getAttribute('data-program') === 'first' && first && first !== 'wait';
  }

  // The program did not load. While there is something to read it is tried again.
  function failed(message, again) {
    isMixed(function (mixed) {
      if (mixed) rescue('mixed', message);
      else if (again && reads()) setTimeout(again, AGAIN);
      else if (!again && usable()) return;
      else rescue('not-loaded', message);
    });
  }

  // An error that is nobody's in particular may be another's, such as an extension's: it counts once nothing more comes.
  function soon(message, ours) {
    setTimeout(function () {
      if (usable() || shown) return;
      if (ours || !onTheirWay()) failed(message);
      else soon(message, ours);
    }, GRACE);
  }

  // The files that are needed and have not come to their end yet, one way or the other.
  function onTheirWay() {
    return Object.keys(window.obverseAsked || {}).filter(function (file) {
      return !performance.getEntriesByName(new URL(file, document.baseURI).href).length;
    }).length;
  }

  // Watches until something is done, for as long as files arrive. Looks are counted, not time: a device that slept has not
  // looked.
  function watch(done) {
    var before = -1;
    var still = 0;
    var looks = 0;
    var timer = setInterval(function () {
      if (done() || shown) return clearInterval(timer);
      looks += 1;
      still += 1;
      var left = onTheirWay();
      if (left !== before) still = 0;
      before = left;
      var slow = document.querySelector('[data-ob="slow"]');
      if (slow && left && looks >= SLOW) slow.hidden = false;
      if (still < (left ? LONGEST : PATIENCE)) return;
      clearInterval(timer);
      // On a line that has stopped there is nothing to be asked for.
      if (left) return rescue('not-loaded', '');
      isMixed(function (mixed) {
        if (!done()) rescue(mixed ? 'mixed' : 'not-loaded', '');
      });
    }, LOOK);
  }

  // Whether something was thrown through the program, which it does not outlive whole.
  function isOfProgram(thrown) {
    return !!thrown && /wasm-function|\.wasm/.test(String(thrown.stack));
  }

  window.obverseRescue = function (message, why) {
    rescue(why, message);
  };
  window.obverseFailed = failed;
  // Somebody new has gone on to a screen that comes with the app.
  window.obverseWait = function () {
    watch(function () {
      return root.getAttribute('data-program') === 'started';
    });
  };
  window.obverseMixed = function (file) {
    if (file) window.obverseKnown(file);
    return new Promise(isMixed);
  };

  if (root.getAttribute('data-program') === 'framed') return;
  if (typeof WebAssembly !== 'object') {
    rescue('no-wasm');
    return;
  }
  window.addEventListener(
    'error',
    function (event) {
      if (isOfProgram(event.error)) return rescue('stopped', '');
      // A picture or an icon is not needed, and what is fetched ahead is asked for again.
      var element = event.target && event.target.tagName;
      if (element && element !== 'SCRIPT') return;
      if (!usable()) soon(event.message || '', !!element);
    },
    true // errors of loading do not bubble
  );
  window.addEventListener('unhandledrejection', function (event) {
    if (isOfProgram(event.reason)) return rescue('stopped', '');
    if (!usable()) soon(String(event.reason));
  });
  watch(usable);
})();
