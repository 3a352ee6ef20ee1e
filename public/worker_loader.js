// The worker's program, started: it says an empty word when it can be asked, then answers each message with another.
// What goes wrong here reaches the page as an error of the worker.
'use strict';

importScripts('./worker.js');

wasm_bindgen({ module_or_path: './worker_bg.wasm' }).then(
  () => {
    self.onmessage = ({ data }) => self.postMessage(wasm_bindgen.answer(data));
    self.postMessage('');
  },
  (problem) => {
    setTimeout(() => {
      throw problem;
    });
  },
);
