// Each page works without script; an island only makes a part of it handier. A part asks for its island by name:
// <div data-island="rows">. What no part asks for is never loaded.

/** Makes one part of a page handier. */
export type Island = (element: HTMLElement) => void;

const islands: Record<string, () => Promise<{ start: Island }>> = {
  once: () => import('./once.ts'),
};

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  for (const name of (element.dataset['island'] ?? '').split(' ')) {
    void islands[name]?.().then(({ start }) => start(element));
  }
}
