interface Props {
  search: string;
  widget: 'person' | 'case' | 'org';
  org?: string;
  pick: string;
  pickedFor: string;
  none: string;
  hits: string;
}

interface Hit {
  id: string;
  text: string;
}

const QUIET_MS = 250;
const SHOWN_MAX = 10;

/** Looks up people, cases and organisations while one types (the combobox pattern of WAI-ARIA). */
export function start(root: HTMLElement): void {
  const input = root.querySelector<HTMLInputElement>('input[type=text]');
  if (input) new Picker(root, input, JSON.parse(root.dataset['props'] ?? '{}') as Props).listen();
}

class Picker {
  private readonly list = document.createElement('ul');
  private readonly told = document.createElement('p');
  private hits: readonly Hit[] = [];
  private active = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly input: HTMLInputElement,
    private readonly props: Props,
  ) {}

  listen(): void {
    const { input, list, told } = this;
    list.id = `${input.id}-hits`;
    list.className = 'hits';
    list.role = 'listbox';
    list.hidden = true;
    const label = this.input.labels?.[0]?.textContent;
    if (label) list.ariaLabel = label;
    told.className = 'hits-told';
    told.role = 'status';
    input.role = 'combobox';
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.ariaExpanded = 'false';
    this.root.append(list, told);
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    // A press on the list must not take the focus from the input before it is a click.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest('[role=option]');
      if (option) this.choose([...list.children].indexOf(option));
    });
  }

  private typed(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    const text = this.input.value.trim();
    if (text === '') this.close();
    else this.timer = setTimeout(() => void this.look(text), QUIET_MS);
  }

  private async look(text: string): Promise<void> {
    const { search, org } = this.props;
    this.asked = new AbortController();
    const query = new URLSearchParams({ q: text, ...(org && this.props.widget !== 'org' ? { org } : {}) });
    const signal = this.asked.signal;
    try {
      const answer = await fetch(`${search}?${query}`, { headers: { accept: 'application/json' }, signal });
      if (answer.ok) this.show(hitsIn(await answer.json()));
    } catch {
      // The button beside the input still searches.
    }
  }

  private show(hits: readonly Hit[]): void {
    this.hits = hits.slice(0, SHOWN_MAX);
    this.list.replaceChildren(
      ...this.hits.map(({ text }, index) => {
        const option = document.createElement('li');
        option.id = `${this.list.id}-${index}`;
        option.role = 'option';
        option.textContent = text;
        return option;
      }),
    );
    this.list.hidden = this.hits.length === 0;
    this.input.ariaExpanded = String(this.hits.length > 0);
    const { none, hits: words } = this.props;
    this.told.textContent = this.hits.length === 0 ? none : words.replace('{n}', String(this.hits.length));
    this.mark(-1);
  }

  private key(event: KeyboardEvent): void {
    if (this.list.hidden || event.isComposing) return;
    const last = this.hits.length - 1;
    if (event.key === 'ArrowDown') this.mark(this.active === last ? 0 : this.active + 1);
    else if (event.key === 'ArrowUp') this.mark(this.active <= 0 ? last : this.active - 1);
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && this.active >= 0) this.choose(this.active);
    else return;
    event.preventDefault();
  }

  private mark(index: number): void {
    this.active = index;
    for (const [at, option] of [...this.list.children].entries()) {
      option.ariaSelected = String(at === index);
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.list.id}-${index}`);
  }

  private choose(index: number): void {
    const hit = this.hits[index];
    if (!hit) return;
    this.input.value = hit.text;
    this.hidden(this.props.pick).value = hit.id;
    this.hidden(this.props.pickedFor).value = hit.text;
    this.close();
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** What was found before goes: the new choice is the only one of its name. */
  private hidden(name: string): HTMLInputElement {
    for (const old of this.root.querySelectorAll(`[name="${CSS.escape(name)}"]`))
      (old.closest('.found') ?? old).remove();
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    this.root.append(input);
    return input;
  }

  private close(): void {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.ariaExpanded = 'false';
    this.mark(-1);
  }
}

interface Found {
  id: string;
  name?: string;
  number?: string;
  title?: string;
  pathText?: string;
  offices?: readonly { text: string }[];
}

/** People, cases and organisations answer with one list each. */
function hitsIn(answer: unknown): Hit[] {
  const lists = Array.isArray(answer) ? [answer] : Object.values((answer ?? {}) as object).filter(Array.isArray);
  return ((lists[0] ?? []) as Found[]).map((found) => ({ id: found.id, text: textOf(found) }));
}

function textOf({ id, name, number, title, pathText, offices }: Found): string {
  const about = pathText ?? title ?? offices?.[0]?.text;
  return [name ?? number ?? id, about].filter(Boolean).join(' · ');
}
