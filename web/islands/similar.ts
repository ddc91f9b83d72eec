interface Props {
  /** Name of the field whose text is compared. */
  field: string;
  org: string;
  words: string;
}

const QUIET_MS = 500;

/** While somebody writes a title, shows what is perhaps the same matter of the same community. */
export function start(element: HTMLElement): void {
  const { field, org, words } = JSON.parse(element.dataset['props'] ?? '{}') as Props;
  const input = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(field)}"]`);
  if (!input) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const look = async (): Promise<void> => {
    const title = input.value.trim();
    asked += 1;
    const turn = asked;
    const items = title.length < 4 ? [] : await similar(org, title);
    if (turn === asked) element.replaceChildren(...(items.length > 0 ? [list(words, items)] : []));
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), QUIET_MS);
  });
}

interface Item {
  number: string;
  title: string;
  standsText: string;
}

async function similar(org: string, title: string): Promise<Item[]> {
  try {
    const answer = await fetch(`/api/items/similar?${new URLSearchParams({ org, title })}`);
    if (!answer.ok) return [];
    return ((await answer.json()) as { items: Item[] }).items;
  } catch {
    // Without a network nobody is held up: the next step looks again.
    return [];
  }
}

function list(words: string, items: Item[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'notice';
  const lead = document.createElement('p');
  lead.textContent = words;
  const rows = document.createElement('ul');
  for (const { number, title, standsText } of items) {
    const row = document.createElement('li');
    const link = document.createElement('a');
    link.href = `/items/${encodeURIComponent(number)}`;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = title;
    row.append(link, ` ${standsText}`);
    rows.append(row);
  }
  box.append(lead, rows);
  return box;
}
