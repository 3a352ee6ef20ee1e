// Starts the whole program: at once, or in the place of the door, which somebody new has seen first.
(function () {
  'use strict';
  var AGAIN = 3000; // ms until it is tried again
  var PATIENCE = 20000; // ms that somebody may wait for a screen behind the door
  var PROGRAM = './whole_bg.wasm';
  var root = document.documentElement;
  var behindDoor = root.getAttribute('data-program') === 'door';

  // Who stands at the door has something to read meanwhile.
  function failed() {
    if (!behindDoor) throw new Error('the program did not load');
    setTimeout(load, AGAIN);
  }

  // Never between the two halves of a press.
  function whenStill(go) {
    if (document.querySelector('#app :active')) setTimeout(whenStill, 50, go);
    else go();
  }

  function compiled() {
    return WebAssembly.compileStreaming(fetch(PROGRAM)).catch(function () {
      return fetch(PROGRAM)
        .then(function (answer) {
          return answer.arrayBuffer();
        })
        .then(WebAssembly.compile);
    });
  }

  function start() {
    if (!behindDoor) return wasm_bindgen({ module_or_path: PROGRAM });
    compiled().then(function (program) {
      whenStill(function () {
        wasm_bindgen({ module_or_path: program });
      });
    }, failed);
  }

  function load() {
    if (typeof wasm_bindgen !== 'undefined') return start();
    var script = document.createElement('script');
    script.src = './whole.js';
    script.onload = start;
    script.onerror = failed;
    document.head.appendChild(script);
  }

  function wait() {
    setTimeout(function () {
      if (root.getAttribute('data-program') === 'door') window.obverseRescue('', 'not-loaded');
    }, PATIENCE);
  }

  load();
  if (behindDoor) {
    if (location.hash.length > 2) wait();
    else window.addEventListener('hashchange', wait, { once: true });
  }
})();
