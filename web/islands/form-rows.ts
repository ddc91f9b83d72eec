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
  const sent = contentOf(list);
  const fresh = await answered(form, button, list.id).catch(() => undefined);
  if (!fresh) {
    // Without an answer the browser goes the plain way and tells what is the matter.
    plainly(form, button);
    return;
  }
  // A row that goes moves the names of those after it, so only where one comes can a field be found again.
  const writing = button.name === '@add' ? carryOver(list, fresh, sent) : undefined;
  list.replaceWith(fresh);
  fresh.dispatchEvent(new CustomEvent('islands', { bubbles: true }));
  (writing ?? fresh.querySelector<HTMLElement>('[autofocus]') ?? fresh).focus();
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fieldsIn = (list: HTMLElement): Field[] => [...list.querySelectorAll<Field>('input, textarea, select')];

/** A box or a choice is known by its name and its value, anything else by its name. */
const keyOf = (field: Field): string => (isTicked(field) ? `${field.name}=${field.value}` : field.name);

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

const heldBy = (field: Field): string => (isTicked(field) ? String(field.checked) : field.value);

function contentOf(list: HTMLElement): Map<string, string> {
  return new Map(fieldsIn(list).map((field) => [keyOf(field), heldBy(field)]));
}

/** What was written in the list while the answer was on its way stays written; answers the field in which somebody is writing. */
function carryOver(list: HTMLElement, fresh: HTMLElement, sent: ReadonlyMap<string, string>): Field | undefined {
  const places = new Map(fieldsIn(fresh).map((field) => [keyOf(field), field]));
  for (const field of fieldsIn(list)) {
    const place = places.get(keyOf(field));
    if (place === undefined || heldBy(field) === sent.get(keyOf(field))) continue;
    if (isTicked(place)) place.checked = isTicked(field) && field.checked;
    else place.value = field.value;
  }
  const writing = fieldsIn(list).find((field) => field === document.activeElement);
  return writing && places.get(keyOf(writing));
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
