// Each page works without script; an island only makes a part of it handier. A part asks for its island by name:
// <div data-island="rows">. What no part asks for is never loaded.

/** Makes one part of a page handier. */
export type Island = (element: HTMLElement) => void;

const islands: Record<string, () => Promise<{ start: Island }>> = {
  once: () => import('./once.ts'),
  desk: () => import('./desk.ts'),
  live: () => import('./live.ts'),
  similar: () => import('./similar.ts'),
  'import-file': () => import('./import-file.ts'),
  print: () => import('./print.ts'),
  diagram: () => import('./diagram.ts'),
  rows: () => import('./form-rows.ts'),
  counter: () => import('./form-counter.ts'),
  picker: () => import('./form-picker.ts'),
  draft: () => import('./form-draft.ts'),
  sent: () => import('./form-sent.ts'),
  try: () => import('./try-it.ts'),
};

function startIn(place: ParentNode): void {
  for (const element of place.querySelectorAll<HTMLElement>('[data-island]')) startAt(element);
}

function startAt(element: HTMLElement): void {
  for (const name of (element.dataset['island'] ?? '').split(' ')) {
    void islands[name]?.().then(({ start }) => start(element));
  }
}

startIn(document);
// A part that came into the page later tells so itself.
document.addEventListener('islands', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  startAt(target);
  startIn(target);
});
