interface Props {
  limit: number;
  left: string;
  over: string;
}

/** Share of the limit from which on the count is told. */
const NEAR = 0.8;

/** A moment without typing, after which a screen reader is told. */
const QUIET_MS = 800;

/** Counts characters as people do, so that 𠮷 is one, and tells how many are left when the end comes near. */
export function start(control: HTMLElement): void {
  const field = control as HTMLTextAreaElement | HTMLInputElement;
  const { limit, left, over } = JSON.parse(field.dataset['props'] ?? '{}') as Props;
  const seen = document.createElement('p');
  seen.className = 'count';
  seen.ariaHidden = 'true';
  const told = document.createElement('p');
  told.className = 'hits-told';
  told.ariaLive = 'polite';
  field.after(seen, told);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = (): void => {
    const rest = limit - [...field.value].length;
    const near = rest < limit * (1 - NEAR);
    const words = (rest < 0 ? over : left).replace('{n}', String(Math.abs(rest)));
    seen.textContent = near ? words : '';
    seen.classList.toggle('over', rest < 0);
    clearTimeout(timer);
    timer = setTimeout(() => {
      told.textContent = near ? words : '';
    }, QUIET_MS);
  };
  field.addEventListener('input', count);
  if (field.value !== '') count();
}
