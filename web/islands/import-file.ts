interface Props {
  check: string;
  label: string;
  button: string;
  busy: string;
  failed: string;
}

let chosen: File | undefined;

/** Sends a file as it is and shows what the server says of it; without script a table can be pasted instead. */
export function start(element: HTMLElement): void {
  const props = JSON.parse(element.dataset['props'] ?? '{}') as Props;
  const label = document.createElement('label');
  label.textContent = props.label;
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx,.csv';
  label.append(input);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'main';
  button.textContent = props.button;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const give = (address: string, file: File) => {
    said.textContent = props.busy;
    send(address, file).catch(() => {
      said.textContent = props.failed;
    });
  };
  button.addEventListener('click', () => {
    chosen = input.files?.[0];
    if (!chosen) {
      input.focus();
      return;
    }
    give(props.check, chosen);
  });
  element.replaceChildren(label, button, said);
  // What was checked as a file is opened from the same file.
  document.querySelector<HTMLFormElement>('[data-import-open]')?.addEventListener('submit', (event) => {
    if (!chosen) return;
    event.preventDefault();
    give((event.target as HTMLFormElement).action, chosen);
  });
}

async function send(address: string, file: File): Promise<void> {
  const type = /\.xlsx$/i.test(file.name)
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'text/csv';
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': type, accept: 'text/html' },
    body: file,
  });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [shown, next] = [document.getElementById('import'), page.getElementById('import')];
  if (!shown || !next) throw new Error('not the page that was expected');
  shown.replaceWith(next);
  next.dispatchEvent(new CustomEvent('islands', { bubbles: true }));
  next.querySelector<HTMLElement>('[role=alert],[role=status]')?.scrollIntoView();
}
