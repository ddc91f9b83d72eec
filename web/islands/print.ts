/** A button that only script can give: pages print well without it, by the browser's own command. */
export function start(element: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'small';
  button.textContent = element.dataset['props'] ?? '';
  button.addEventListener('click', () => print());
  element.replaceChildren(button);
}
