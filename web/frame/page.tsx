import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PageContext } from './context.ts';
import { Layout, type LayoutProps } from './layout.tsx';

/** A whole page as HTML. */
export function page(
  context: PageContext,
  about: Omit<LayoutProps, 'context' | 'children'>,
  content: ComponentChildren,
): string {
  const html = renderToString(
    <Layout context={context} {...about}>
      {content}
    </Layout>,
  );
  return `<!doctype html>${html}`;
}

/** Media type of every page. */
export const HTML = 'text/html; charset=utf-8';
