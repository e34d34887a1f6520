// Part of every page that the tests open, before anything of the app: finds things by role and name, as assistive
// technology does, and tells the tests of whatever goes wrong.
(() => {
  const complain = (/** @type {string} */ text) => navigator.sendBeacon('./complaint', text);
  // Complete, or as it was left where the browser has kept it.
  addEventListener('pageshow', () => navigator.sendBeacon('./shown'));
  for (const level of /** @type {const} */ (['error', 'warn'])) {
    const own = console[level];
    console[level] = (...parts) => {
      complain(`${level}: ${parts.map(String).join(' ')}`);
      own.call(console, ...parts);
    };
  }
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    complain(`policy: ${violatedDirective} ${blockedURI}`),
  );
  addEventListener('unhandledrejection', ({ reason }) => complain(`rejection: ${reason?.stack ?? reason}`));
  /** A window that is given its size while the page is laid out: what the page is to hear of it comes a frame later. */
  const LATE = 'ResizeObserver loop completed with undelivered notifications.';
  // Also of what could not be loaded, which does not bubble. A part that is only asked for ahead is also given up where
  // the page is left, and is asked for again where it is wanted.
  addEventListener(
    'error',
    ({ message, target }) => {
      if (message !== LATE && !(target instanceof HTMLLinkElement && target.rel === 'modulepreload'))
        complain(`error: ${message ?? /** @type {Element} */ (target).outerHTML}`);
    },
    true,
  );

  /** What was handed over as files since the page was opened, the newest last. @type {Blob[]} */
  const files = [];
  const createObjectURL = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) files.push(blob);
    return createObjectURL.call(URL, blob);
  };

  /** The elements that have a role without saying so. @type {Record<string, string>} */
  const IMPLICIT = {
    button: 'button, summary',
    checkbox: 'input[type="checkbox"]',
    combobox: 'select',
    dialog: 'dialog',
    list: 'ul, ol',
    listitem: 'li',
    radio: 'input[type="radio"]',
    region: 'section[aria-label]',
    row: 'tr',
    slider: 'input[type="range"]',
    table: 'table',
    textbox: 'input:not([type]), input[type="text"], textarea',
  };

  /** @param {Element} element */
  const roleOf = (element) =>
    element.getAttribute('role') ?? Object.keys(IMPLICIT).find((role) => element.matches(IMPLICIT[role] ?? ''));

  /** @param {Node} node @returns {string} */
  function textOf(node) {
    if (node instanceof Text) return node.data;
    const isAside = (/** @type {Element} */ element) =>
      element.ariaHidden === 'true' || element.hasAttribute('hidden') || element instanceof HTMLSelectElement;
    if (node instanceof Element && isAside(node)) return '';
    return [...node.childNodes].map(textOf).join('');
  }

  /** @param {HTMLElement} element */
  function nameOf(element) {
    const { ariaLabel, labels } = /** @type {HTMLInputElement} */ (element);
    const by = element.getAttribute('aria-labelledby')?.split(' ');
    if (by) return by.map((id) => document.getElementById(id)?.textContent).join(' ');
    if (ariaLabel) return ariaLabel;
    return labels?.length ? textOf(/** @type {Node} */ (labels[0])) : textOf(element);
  }

  const tidy = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();

  /**
   * What is shown with a role and a name; a name between slashes is a pattern. Behind an open dialog nothing is found.
   * @param {string} role
   * @param {string} name
   */
  function find(role, name) {
    const [, pattern] = /^\/(.*)\/$/.exec(name) ?? [];
    const is = (/** @type {string} */ text) => (pattern === undefined ? text === name : new RegExp(pattern).test(text));
    const place = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    const candidates = [`[role="${role}"]`, IMPLICIT[role]].filter(Boolean).join(', ');
    const own = place instanceof Element && place.matches(candidates) ? [place] : [];
    return [...own, ...place.querySelectorAll(candidates)].filter(
      /** @returns {element is HTMLElement} */
      (element) =>
        roleOf(element) === role &&
        element.checkVisibility({ visibilityProperty: true }) &&
        is(tidy(nameOf(/** @type {HTMLElement} */ (element)))),
    );
  }

  /** How many clicks met what they were meant for. */
  let hits = 0;
  /** @param {HTMLElement} element */
  const aimAt = (element) => element.addEventListener('click', () => hits++, { capture: true, once: true });

  Object.assign(globalThis, { inPage: { find, files, tidy, aimAt, hits: () => hits } });
})();
