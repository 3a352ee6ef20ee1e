// Starts the whole program: at once, or in the place of the door, which somebody new has seen first. `start.js` has asked
// for its files, each with its hash: a script and a program of two versions are never put together.
(function () {
  'use strict';
  var LONGEST = 5000; // ms that a press is thought to last
  var CLICK = 100; // ms from the end of a press to the click that it makes
  var SCRIPT = './whole.js';
  var PROGRAM = './whole_bg.wasm';
  var root = document.documentElement;
  var behindDoor = root.getAttribute('data-program') === 'door';

  function failed(why) {
    if (!window.obverseFailed) return setTimeout(failed, 500, why);
    window.obverseFailed(String((why && why.message) || ''), load);
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

  // With what `start.js` has asked for; after a failure, with what is asked for anew.
  function load() {
    var program = window.obverseProgram || window.obverseFetch(PROGRAM);
    window.obverseProgram = undefined;
    function start() {
      wasm_bindgen({ module_or_path: program }).catch(failed);
    }
    if (typeof wasm_bindgen !== 'undefined') return start();
    var script = window.obverseScript || window.obverseAdd(SCRIPT);
    window.obverseScript = undefined;
    if (script.hasAttribute('data-failed')) return failed();
    script.onload = start;
    script.onerror = failed;
  }

  // Somebody has gone on to a screen behind the door.
  function wait() {
    window.obverseWatch(function () {
      return root.getAttribute('data-program') !== 'door';
    });
  }

  load();
  if (behindDoor) {
    tellPresses();
    if (location.hash.length > 2) wait();
    else window.addEventListener('hashchange', wait, { once: true });
  }
})();
