// The whole program, started in the place of the first one: see `src/bin/whole.rs`.
(function () {
  'use strict';
  var program = document.createElement('script');
  program.src = './whole.js';
  program.onload = function () {
    wasm_bindgen({ module_or_path: './whole_bg.wasm' });
  };
  document.head.appendChild(program);
})();
