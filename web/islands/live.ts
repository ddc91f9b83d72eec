/** Says how much is new instead of moving what somebody reads. */
export function start(element: HTMLElement): void {
  const words = element.dataset['liveWords'] ?? '';
  let count = 0;
  const bar = document.createElement('p');
  bar.setAttribute('role', 'status');
  const stream = new EventSource('/api/events');
  stream.addEventListener('ledger', () => {
    count += 1;
    const link = document.createElement('a');
    link.className = 'button small';
    link.href = location.href;
    link.textContent = `${count} ${words}`;
    bar.replaceChildren(link);
    if (!bar.isConnected) element.prepend(bar);
  });
  addEventListener('pagehide', () => stream.close());
}
