// Runs before anything is painted. A classic script in ES5, so that browsers too old for the page run it as well;
// its sentence stands here because such a browser cannot load the catalogue that holds the others.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch (_refused) {
    // storage is switched off: the system's theme applies
  }

  // A page that was opened with a token is painted with it, not empty first: nothing then moves while it loads.
  if (
    /^#(?!\/(?:learn|compare))./.test(location.hash) ||
    /[?&](?:token|id_token|access_token)=/.test(location.search)
  ) {
    root.setAttribute('data-arriving', 'early');
    // Laying the page out takes time: it is done while there is nothing else to do, or with the token in it.
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(function () {
        if (root.hasAttribute('data-arriving')) root.setAttribute('data-arriving', 'idle');
      });
    }
  }

  var known =
    'noModule' in document.createElement('script') &&
    typeof Promise.withResolvers === 'function' &&
    typeof Set.prototype.union === 'function' &&
    CSS.supports('color', 'color-mix(in oklab, red, blue)');
  if (known) return;

  document.addEventListener('DOMContentLoaded', function () {
    var sentence = document.createElement('p');
    sentence.setAttribute('role', 'alert');
    sentence.textContent =
      'This browser is too old for the JWT debugger. Please use Chrome or Edge from 131, Firefox from 133 or Safari from 18.1.';
    document.body.insertBefore(sentence, document.body.firstChild);
  });
})();
