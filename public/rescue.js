// A plain page in place of the app when the app cannot run: it says so, and offers what is stored as a file.
// It shows when WebAssembly is missing, when a part fails to load, when the app is not usable after 20 seconds,
// and when the app calls `obverseRescue(message, why)`, as after a panic. Written for old browsers, on purpose.
(function () {
  'use strict';
  var PREFIX = 'ob/';
  var PATIENCE = 20000; // ms from here until a page that is not usable counts as stuck
  var GRACE = 1500; // ms that an error before that may turn out to be harmless
  var shown = false;

  function usable() {
    return document.documentElement.getAttribute('data-ready') === 'true';
  }

  // Every key of ours with its value, just as stored, or null where storage may not be read.
  function stored() {
    var lines = [];
    try {
      [['localStorage', window.localStorage], ['sessionStorage', window.sessionStorage]].forEach(function (pair) {
        for (var at = 0; at < pair[1].length; at++) {
          var key = pair[1].key(at);
          if (key.indexOf(PREFIX) === 0 && key !== PREFIX + 'x') {
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

  function rescue(why, message) {
    if (shown) return;
    shown = true;
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

  function later(why, message, wait) {
    setTimeout(function () {
      if (!usable()) rescue(why, message);
    }, wait);
  }

  window.obverseRescue = function (message, why) {
    rescue(why, message);
  };

  if (typeof WebAssembly !== 'object') {
    rescue('no-wasm');
    return;
  }
  window.addEventListener(
    'error',
    function (event) {
      if (!usable()) later('not-loaded', event.message || '', GRACE);
    },
    true // errors of loading do not bubble
  );
  window.addEventListener('unhandledrejection', function (event) {
    if (!usable()) later('not-loaded', String(event.reason), GRACE);
  });
  later('not-loaded', '', PATIENCE);
})();
