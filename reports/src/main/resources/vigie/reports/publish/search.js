// Search of a published site: all words of the question must stand in title or place; accents and capitals do not matter.
(function () {
  'use strict';
  var most = 50;
  var box = document.getElementById('find');
  var input = document.getElementById('q');
  var status = document.getElementById('found');
  var hits = document.getElementById('hits');
  var hint = status.textContent;
  var entries = [];

  function fold(text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/œ/gi, 'oe').replace(/[’'\-]/g, ' ').toLowerCase();
  }

  window.vigieIndex = function (index) {
    entries = index.map(function (entry) {
      return { entry: entry, title: fold(entry.t), text: fold(entry.t + ' ' + entry.s) };
    });
    asked();
  };

  // The question stands in the address, so that what was found can be sent to somebody.
  function asked() {
    var question = location.hash.match(/^#q=(.*)/);
    if (question) {
      try {
        input.value = decodeURIComponent(question[1]);
      } catch (malformed) {
        input.value = '';
      }
    }
    find();
  }

  function rank(candidate, question) {
    return candidate.title === question ? 0 : candidate.title.indexOf(question) === 0 ? 1 : 2;
  }

  function find() {
    var question = fold(input.value).trim();
    var words = question.split(/\s+/).filter(Boolean);
    hits.textContent = '';
    status.textContent = hint;
    if (!words.length) {
      return;
    }
    var found = entries.filter(function (candidate) {
      return words.every(function (word) { return candidate.text.indexOf(word) >= 0; });
    });
    found.sort(function (a, b) { return rank(a, question) - rank(b, question); });
    found.slice(0, most).forEach(function (one) { hits.appendChild(item(one.entry)); });
    status.textContent = told(found.length);
  }

  function told(number) {
    if (number < 2) {
      return number ? box.dataset.one : box.dataset.none;
    }
    return number + ' ' + box.dataset.some + (number > most ? ' · ' + box.dataset.more : '');
  }

  function item(entry) {
    var li = document.createElement('li');
    var link = document.createElement('a');
    link.href = entry.h;
    link.textContent = entry.t;
    li.appendChild(link);
    if (entry.u) {
      var mark = document.createElement('span');
      mark.className = 'review unreviewed';
      mark.textContent = box.dataset.unreviewed;
      li.append(' ', mark);
    }
    var about = document.createElement('span');
    about.className = 'note';
    about.textContent = entry.s;
    li.appendChild(about);
    return li;
  }

  input.addEventListener('input', function () {
    history.replaceState(null, '', input.value ? '#q=' + encodeURIComponent(input.value) : location.pathname + location.search);
    find();
  });
  window.addEventListener('hashchange', asked);
}());
