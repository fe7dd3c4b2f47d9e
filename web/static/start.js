// Runs before the first paint, so that the page never flashes in the wrong language, colours or text size. Old syntax: nothing compiles it.
(function () {
  var root = document.documentElement;
  function remembered(name) {
    var found = document.cookie.match('(?:^|; )lomwong_' + name + '=([a-z]+)');
    return found ? found[1] : '';
  }
  // An address may name the language itself (?lang=en); the server has put that one on <html> already.
  if (remembered('language') && !/[?&]lang=/.test(location.search)) root.lang = remembered('language');
  if (remembered('text') === 'large') root.dataset.text = 'large';
  var dark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = remembered('theme') || (dark ? 'dark' : 'light');
  if (sessionStorage.getItem('lomwong_example_read')) root.dataset.exampleRead = '';
})();
