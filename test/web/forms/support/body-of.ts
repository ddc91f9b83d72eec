import type { PostedForm } from '../../../../web/forms/posted.ts';

/** The body a browser would send. */
export function bodyOf(posted: PostedForm): string {
  const body = new URLSearchParams();
  for (const [name, values] of posted) for (const value of values) body.append(name, value.replace(/\r?\n/g, '\r\n'));
  return body.toString();
}
