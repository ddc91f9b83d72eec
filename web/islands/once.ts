/** A form that is on its way is not sent again by a second click; the key in the form would make that harmless anyway. */
export function start(element: HTMLElement): void {
  let sent = false;
  element.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    // Back from the page that followed, the form is to be sent anew.
    window.addEventListener('pageshow', () => {
      sent = false;
    });
  });
}
