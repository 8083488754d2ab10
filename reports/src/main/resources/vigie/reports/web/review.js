// Single keys on the review pages: each is told on the page, works only where nothing is typed, and can be switched off.
'use strict';
(() => {
  const box = document.getElementById('keys');
  const on = document.getElementById('keys-on');
  const kept = 'vigie-keys';
  const store = (value) => {
    try {
      return value === undefined ? localStorage.getItem(kept) : localStorage.setItem(kept, value);
    } catch {
      return null; // nothing is kept where the browser keeps nothing
    }
  };
  on.checked = store() !== 'off';
  box.hidden = false;
  on.addEventListener('change', () => store(on.checked ? 'on' : 'off'));

  const fields = 'input, select, textarea, [contenteditable]';
  const rows = [...document.querySelectorAll('.queue h3 a')];
  const step = (by) => {
    const at = rows.indexOf(document.activeElement);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    next.focus();
  };

  document.addEventListener('keydown', (event) => {
    if (!on.checked || event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest(fields)) return;
    if (rows.length > 0 && (event.key === 'j' || event.key === 'k')) {
      event.preventDefault();
      step(event.key === 'j' ? 1 : -1);
      return;
    }
    const target = [...document.querySelectorAll('[data-key]')].find((element) => element.dataset.key === event.key);
    if (!target) return;
    event.preventDefault();
    if (target.matches('details')) {
      target.open = true;
      target.querySelector('input, select').focus();
    } else if (target.matches('textarea')) {
      target.focus();
    } else if (target.matches('button') && target.form.elements.reader.value.trim() === '') {
      target.form.elements.reader.focus();
    } else {
      target.click();
    }
  });
})();
