/**
 * Adds and removes rows of a list in place: the server answers the whole form again, just this list is taken from it.
 * What is typed elsewhere, and where the page stands, stays.
 */
export function start(list: HTMLElement): void {
  list.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="@add"],button[name="@remove"]');
    if (!button?.form || button.closest('[data-island~="rows"]') !== list) return;
    event.preventDefault();
    if (list.getAttribute('aria-busy') !== 'true') void swap(list, button.form, button);
  });
}

async function swap(list: HTMLElement, form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  list.setAttribute('aria-busy', 'true');
  const fresh = await answered(form, button, list.id).catch(() => undefined);
  if (!fresh) {
    // Without an answer the browser goes the plain way and tells what is the matter.
    plainly(form, button);
    return;
  }
  list.replaceWith(fresh);
  fresh.dispatchEvent(new CustomEvent('islands', { bubbles: true }));
  (fresh.querySelector<HTMLElement>('[autofocus]') ?? fresh).focus();
}

async function answered(
  form: HTMLFormElement,
  button: HTMLButtonElement,
  id: string,
): Promise<HTMLElement | undefined> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) if (typeof value === 'string') body.append(name, value);
  const address = form.getAttribute('action') ?? location.href;
  const answer = await fetch(address, { method: 'POST', body, headers: { accept: 'text/html' } });
  if (!answer.ok) return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.getElementById(id) ?? undefined;
}

function plainly(form: HTMLFormElement, button: HTMLButtonElement): void {
  const name = document.createElement('input');
  name.type = 'hidden';
  name.name = button.name;
  name.value = button.value;
  form.append(name);
  HTMLFormElement.prototype.submit.call(form);
}
