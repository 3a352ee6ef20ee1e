// Makes the page hear late of whatever comes by itself: another fragment, a file, a lock on the store, the worker's word.
// A test that uses something before it waited for it then fails each time, not once in a hundred.
"use strict";
(() => {
  const later = () => new Promise((then) => setTimeout(then, 300));

  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, heard, options) {
    // A bare call is the window's, too.
    const late = kind === "hashchange" && (this ?? window) === window;
    const hear = late ? (event) => later().then(() => heard.call(this, event)) : heard;
    return listen.call(this, kind, hear, options);
  };

  const { fetch } = window;
  window.fetch = (...asked) => later().then(() => fetch(...asked));

  const { request } = LockManager.prototype;
  LockManager.prototype.request = function (...asked) {
    const granted = asked.pop();
    return request.call(this, ...asked, (lock) => later().then(() => granted(lock)));
  };

  const { get, set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
  Object.defineProperty(Worker.prototype, "onmessage", {
    get,
    set(heard) {
      // Who no longer listens by then hears nothing, as with any word that comes later.
      const late = heard && ((event) => later().then(() => get.call(this) === late && heard.call(this, event)));
      set.call(this, late);
    },
  });
})();
