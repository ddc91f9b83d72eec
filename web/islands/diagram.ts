/** A drawing that is larger than its window begins at the present place. */
export function start(element: HTMLElement): void {
  const show = (): void => {
    const here = element.querySelector('[data-current]');
    if (!here || element.clientWidth === 0) return;
    const box = here.getBoundingClientRect();
    const frame = element.getBoundingClientRect();
    element.scrollBy(
      box.left - frame.left - (frame.width - box.width) / 2,
      box.top - frame.top - (frame.height - box.height) / 2,
    );
  };
  element.closest('details')?.addEventListener('toggle', show);
  show();
}
