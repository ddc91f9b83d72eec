interface Props {
  /** Whose draft of what: person, case and command. */
  key: string;
  found: string;
  restore: string;
  drop: string;
  /** The page shows what was typed already. */
  shown: boolean;
}

type Entries = [name: string, value: string][];

const QUIET_MS = 400;

/**
 * Keeps what is typed until it was sent, in this tab only: a lost network or session loses nothing, and on a shared
 * computer nothing stays behind when the tab is closed.
 */
export function start(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const { shown, ...props } = JSON.parse(form.dataset['props'] ?? '{}') as Props;
  const key = `draft/${props.key}`;
  const kept = read(key);
  const begun = JSON.stringify(entriesOf(form));
  if (kept && !shown && JSON.stringify(kept) !== begun) form.prepend(offer(form, key, kept, props));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    write(key, entriesOf(form));
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, QUIET_MS);
  });
  form.addEventListener('submit', () => {
    keep();
    write('draft-sent', [[key, '']]);
  });
}

/** Names beginning with @ belong to one showing of the form: its key, its place in the ledger, its buttons. */
function entriesOf(form: HTMLFormElement): Entries {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('@') ? [[name, value] as [string, string]] : [],
  );
}

function offer(form: HTMLFormElement, key: string, kept: Entries, words: Omit<Props, 'shown' | 'key'>): HTMLElement {
  const note = document.createElement('div');
  note.className = 'draft-note';
  note.role = 'status';
  const text = document.createElement('span');
  text.textContent = words.found;
  note.append(
    text,
    button(words.restore, () => showAgain(form, kept)),
    button(words.drop, () => {
      sessionStorage.removeItem(key);
      note.remove();
    }),
  );
  return note;
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

/** The server shows the form with the kept text, with all rows that it had. */
function showAgain(form: HTMLFormElement, kept: Entries): void {
  const own = [...new FormData(form)].filter(([name]) => name.startsWith('@'));
  const again = document.createElement('form');
  again.method = 'post';
  again.action = form.getAttribute('action') ?? location.href;
  for (const [name, value] of [...own, ...kept, ['@again', '1'] as const]) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = String(value);
    again.append(input);
  }
  document.body.append(again);
  again.submit();
}

function read(key: string): Entries | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, entries: Entries): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // Storage may be full or forbidden; the form itself works without.
  }
}
