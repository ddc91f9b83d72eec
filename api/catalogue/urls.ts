import type { Locale } from '../../processes/kernel/text.ts';

/** Address of a process's diagram. */
export function diagramUrl(process: string, locale: Locale): string {
  return `/processes/${encodeURIComponent(process)}/diagram.svg${locale === 'en' ? '?lang=en' : ''}`;
}
