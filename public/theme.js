// Sets the saved theme and text size before the first paint. Its own small file, since the content
// security policy allows no inline script.
(function () {
  'use strict';
  var root = document.documentElement;
  var saved;
  try {
    saved = JSON.parse(localStorage.getItem('ob/p'));
  } catch (denied) {
    return; // no storage, or not ours to read: the page follows the system
  }
  if (!saved || typeof saved !== 'object') return;
  if (/^(light|dark|auto)$/.test(saved.theme)) {
    root.setAttribute('data-theme', saved.theme);
    if (saved.theme !== 'auto') {
      var colour = saved.theme === 'dark' ? '#15130F' : '#FBF7F0';
      document.querySelectorAll('meta[name="theme-color"]').forEach(function (meta) {
        meta.setAttribute('content', colour);
      });
    }
  }
  if (/^[a-z0-9-]+$/.test(saved.text)) root.setAttribute('data-text', saved.text);
})();
