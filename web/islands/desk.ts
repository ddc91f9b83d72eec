/** Keys for whoever works through an inbox: j k to move, x to tick, Enter to act, / to search, ? for help. */
export function start(element: HTMLElement): void {
  const rows = (): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('[data-task]')];
  let at = -1;
  const move = (by: number): void => {
    const all = rows();
    all[at]?.classList.remove('here');
    at = Math.min(Math.max(0, at + by), all.length - 1);
    const row = all[at];
    row?.classList.add('here');
    row?.querySelector<HTMLElement>('.task-title')?.focus();
  };
  const acts: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    x: () => rows()[at]?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
    Enter: () => rows()[at]?.querySelector<HTMLAnchorElement>('.task-act')?.click(),
    '/': () => element.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
    '?': () => document.getElementById('keys')?.togglePopover?.(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isOff()) return;
    // On a link or a button Enter means that link or button.
    if (event.key === 'Enter' && document.activeElement !== document.body && !isTitle(document.activeElement)) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  sayWhatIsTicked(element);
  const off = document.querySelector<HTMLInputElement>('#keys-off');
  if (off) {
    off.checked = isOff();
    off.addEventListener('change', () => localStorage.setItem('keys', off.checked ? 'off' : 'on'));
  }
}

/** Only cases of one process can be taken together: said while they are ticked, not after. */
function sayWhatIsTicked(element: HTMLElement): void {
  const bar = element.querySelector<HTMLElement>('.bulk');
  const button = bar?.querySelector('button');
  const status = bar?.querySelector<HTMLElement>('[role=status]');
  if (!button || !status) return;
  const tell = (): void => {
    const ticked = [...element.querySelectorAll<HTMLInputElement>('input[name=case]:checked')];
    const titles = [...new Set(ticked.map(({ dataset }) => dataset['process'] ?? ''))];
    const isMixed = titles.length > 1;
    button.disabled = isMixed;
    const words = (isMixed ? status.dataset['mixed'] : status.dataset['one']) ?? '';
    status.textContent =
      ticked.length === 0
        ? ''
        : words.replace('{n}', String(ticked.length)).replace('{titles}', () => titles.join('、'));
  };
  element.addEventListener('change', tell);
  // A browser that goes back ticks again what was ticked.
  tell();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  );
}

function isTitle(element: Element | null): boolean {
  return element?.classList.contains('task-title') ?? false;
}

/** Single keys can be switched off (WCAG 2.1.4). */
function isOff(): boolean {
  return localStorage.getItem('keys') === 'off';
}
