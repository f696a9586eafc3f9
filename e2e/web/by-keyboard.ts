import type { Page } from 'playwright-core';

interface Walked {
  readonly expected: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Walks the page with Tab alone and says what is wrong: a control that is not reached, focus that cannot be seen, or an order that
 * goes back. What is looked at is noted by the page itself while it happens, so that a key costs nothing else.
 */
export async function keyboardFaults(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate<number>(BEGIN);
  await pressTab(page, count + 1);
  const { faults } = await page.evaluate<Walked>(END);
  return faults;
}

/** Many times, without waiting for each: the page takes them in the order they were sent. */
async function pressTab(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  await Promise.all(
    Array.from({ length: times }, () => [
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
    ]).flat(),
  );
  await session.detach();
}

/** Opens what a control opens by Enter, and closes it by Escape; what is wrong with that. */
export async function popupFaults(page: Page, opener: ReturnType<Page['locator']>, what: string): Promise<readonly string[]> {
  await opener.focus();
  await page.keyboard.press('Enter');
  const popup = page.locator('[role=dialog]:visible, [role=menu]:visible, [role=listbox]:visible').first();
  const opened = await popup.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  );
  if (!opened) return [`${what}: Enter opens nothing`];
  const inside = await soon(() => popup.evaluate((node) => node.contains(node.ownerDocument.activeElement)));
  await page.keyboard.press('Escape');
  const closed = await popup.waitFor({ state: 'hidden', timeout: 4000 }).then(
    () => true,
    () => false,
  );
  const back = await soon(() => opener.evaluate((node) => node === node.ownerDocument.activeElement));
  return [
    ...(inside ? [] : [`${what}: focus does not go in`]),
    ...(closed ? [] : [`${what}: Escape does not close it`]),
    ...(closed && !back ? [`${what}: focus does not come back`] : []),
  ];
}

/** Whether it is so now or in a moment: focus moves after the frame that opens or closes. */
async function soon(look: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 10; tries += 1) {
    if (await look()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

// Written as text: it runs in the page, whose types are not ours.
const BEGIN = `(() => {
  if (window.walk === undefined) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const name = (el) => (el.getAttribute('aria-label') ?? (el.innerText || el.value || el.name || el.placeholder || '')).trim().slice(0, 40);
  const tell = (el) => el.tagName.toLowerCase() + (el.id ? '' : '') + ' “' + name(el) + '”' + (el.className && typeof el.className === 'string' ? ' .' + el.className.split(' ')[0] : '');
  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && el.closest('[inert]') === null;
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((el) => el.tabIndex >= 0 && !el.disabled && el.type !== 'hidden' && shown(el))
    .filter((el) => {
      if (el.type !== 'radio') return true;
      const group = [...document.querySelectorAll('input[type=radio]')].filter((one) => one.name === el.name && one.form === el.form && !one.disabled);
      return el === (group.find((one) => one.checked) ?? group[0]);
    });
  const around = (el) => [el, el.parentElement, el.parentElement?.parentElement, el.parentElement?.parentElement?.parentElement, el.nextElementSibling, el.previousElementSibling].filter(Boolean);
  const look = (el) => JSON.stringify(around(el).flatMap((one) => [null, '::before', '::after'].map((part) => {
    const s = getComputedStyle(one, part);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.textDecorationLine, s.opacity, s.clip, s.transform].join();
  })));
  const walk = { controls, seen: [], faults: [], tell, previous: null };
  walk.arrive = (event) => {
    const el = event.target;
    const before = walk.previous;
    if (before !== null && before.el.isConnected && before.el !== el) {
      const rest = look(before.el);
      if (rest === before.look) walk.faults.push('focus is not seen on ' + tell(before.el));
      const same = before.el.parentElement === el.parentElement;
      const [a, b] = [before.el.getBoundingClientRect(), el.getBoundingClientRect()];
      if (same && (b.bottom <= a.top || (b.top < a.bottom && b.right <= a.left))) walk.faults.push('the order goes back from ' + tell(before.el) + ' to ' + tell(el));
    }
    if (walk.seen.length > 0 && walk.controls.includes(el) && !walk.seen.includes(el)) {
      const last = walk.seen.at(-1);
      if (last.isConnected && !(last.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING)) walk.faults.push('Tab goes back from ' + tell(last) + ' to ' + tell(el));
    }
    walk.seen.push(el);
    walk.previous = { el, look: look(el) };
  };
  window.walk = walk;
  document.activeElement?.blur();
  window.getSelection()?.removeAllRanges();
  // From the top of the document.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  document.addEventListener('focusin', walk.arrive);
  // A date is several stops, and so is what scrolls.
  const parts = controls.filter((el) => /^(date|month|time|week|datetime-local)$/.test(el.type)).length * 4;
  return controls.length + parts + 8;
})()`;

const END = `(() => {
  const { controls, seen, faults, tell, arrive } = window.walk;
  document.removeEventListener('focusin', arrive);
  for (const el of controls) if (el.isConnected && !seen.includes(el)) faults.push('Tab does not reach ' + tell(el));
  document.activeElement?.blur();
  return { expected: controls.map(tell), faults: [...new Set(faults)].slice(0, 12) };
})()`;
