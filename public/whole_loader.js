// Starts the whole program: at once, or in the place of the door, which somebody new has seen first.
(function () {
  'use strict';
  var AGAIN = 3000; // ms until it is tried again
  var PATIENCE = 20000; // ms that somebody may wait for a screen behind the door
  var LONGEST = 5000; // ms that a press is thought to last
  var CLICK = 100; // ms from the end of a press to the click that it makes
  var PROGRAM = './whole_bg.wasm';
  var root = document.documentElement;
  var behindDoor = root.getAttribute('data-program') === 'door';

  // Who stands at the door has something to read meanwhile.
  function failed(why) {
    if (!behindDoor) throw why;
    setTimeout(load, AGAIN);
  }

  // Tells the program that somebody is between the two halves of a press, when nothing may be taken from under it.
  function tellPresses() {
    var end;
    function pressed(longest) {
      clearTimeout(end);
      root.setAttribute('data-pressed', '');
      end = setTimeout(released, longest);
    }
    function released() {
      clearTimeout(end);
      root.removeAttribute('data-pressed');
    }
    function on(names, heard) {
      names.forEach(function (name) {
        window.addEventListener(name, heard, true);
      });
    }
    on(['pointerdown', 'keydown'], function () {
      pressed(LONGEST);
    });
    on(['pointerup', 'keyup'], function () {
      pressed(CLICK);
    });
    on(['click', 'pointercancel'], function () {
      setTimeout(released, 0);
    });
  }

  function start() {
    wasm_bindgen({ module_or_path: PROGRAM }).catch(failed);
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
    tellPresses();
    if (location.hash.length > 2) wait();
    else window.addEventListener('hashchange', wait, { once: true });
  }
})();
