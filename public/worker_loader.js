// The worker's program, started: it says whose program it is when it can be asked, then answers each message with another.
// What goes wrong here reaches the page as an error of the worker.
'use strict';

// The hash of its script and of its program, which the page has too; empty under `cargo xtask serve`.
const [SCRIPT, PROGRAM] = /*ob:worker*/ ['', ''] /*ob*/;

// A file that must be the one it was built with. Past every cache it may be.
async function fetched(file, integrity) {
  const response = await fetch(file, { integrity }).catch(() => fetch(file, { integrity, cache: 'reload' }));
  if (!response.ok) throw new TypeError(`${file}: ${response.status}`);
  return response;
}

// Whether a file comes, but not with the content it was built with.
async function isMixed(file, integrity) {
  if (await fetched(file, integrity).catch(() => undefined)) return false;
  const other = await fetch(file, { cache: 'no-store' }).catch(() => undefined);
  return other !== undefined && other.ok;
}

async function start() {
  const program = fetched('./worker_bg.wasm', PROGRAM);
  // A script cannot be taken in by its hash, so it is looked at first.
  if (SCRIPT) await (await fetched('./worker.js', SCRIPT)).text();
  importScripts('./worker.js');
  await wasm_bindgen({ module_or_path: await program });
  self.onmessage = ({ data }) => self.postMessage(wasm_bindgen.answer(data));
  self.postMessage(PROGRAM);
}

start().catch(async (problem) => {
  if ((await isMixed('./worker.js', SCRIPT)) || (await isMixed('./worker_bg.wasm', PROGRAM))) {
    self.postMessage('mixed');
    return;
  }
  setTimeout(() => {
    throw problem;
  });
});
