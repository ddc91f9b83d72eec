/** Stands on the page that tells of a success: the draft of what was just sent is no longer needed. */
export function start(): void {
  try {
    const [[key] = []] = JSON.parse(sessionStorage.getItem('draft-sent') ?? '[]') as [string][];
    if (key) sessionStorage.removeItem(key);
    sessionStorage.removeItem('draft-sent');
  } catch {
    // Nothing was kept.
  }
}
