import dagre from '@dagrejs/dagre';
import type { Process } from '../../processes/kernel/define-process.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { escapeHtml } from './escape.ts';
import { type Arrow, arrowsOf, eventWords, initialState, isAutomatic } from './transitions.ts';

/** What is wider is not drawn smaller than can be read on a narrow screen; what is narrower is not blown up (style.ts). */
const WIDE_PX = 896;
const FONT_PX = 14;
const LABEL_PX = 12;
const LINE_PX = 16;
/** Labels of more acts than this say how many more there are; the table of the page names them all. */
const LABEL_LINES_MAX = 3;
const LABEL_EMS_MAX = 10;
const COMMON_EXIT_ARROWS = 3;

/** Fill per stage of the loop; text on them is black (contrast above 7 to 1). The stage is also told in words. */
const STAGE_FILLS = { 1: '#e6f4ff', 2: '#fff7e6', 3: '#f6ffed', 4: '#f9f0ff' } as const;

/**
 * The diagram of a process for pages: states in order of the loop, the present one marked by a thick border. States that
 * the case has passed carry a tick, and the arrows between them are drawn heavier.
 *
 * @param way states in the order in which the case went through them
 */
export function svgOf(process: Process, locale: Locale, current?: string, way: readonly string[] = []): string {
  const passed = new Set(way);
  const steps = new Set(way.slice(1).map((to, index) => `${way[index]}>${to}`));
  const { rules } = process;
  const texts = process.texts[locale];
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 26, edgesep: 8, marginx: 12, marginy: 12 });
  const arrows = arrowsOf(process);
  const exits = commonExits(process, arrows);
  for (const name of Object.keys(rules.states)) {
    const title = `${passed.has(name) && name !== current ? '✓ ' : ''}${texts.states[name]?.title ?? name}`;
    const ways = arrows
      .filter(({ from, to }) => from === name && exits.has(to))
      .map(({ to }) => texts.states[to]?.title);
    const label = ways.length > 0 ? [title, `⊗ ${ways.join(locale === 'en' ? ', ' : '、')}`] : [title];
    const width = Math.max(widthOf(title, FONT_PX), widthOf(label[1] ?? '', LABEL_PX)) + 28;
    graph.setNode(name, { label, width, height: label.length > 1 ? 52 : 34 });
  }
  for (const { from, to, events } of arrows.filter((arrow) => !exits.has(arrow.to))) {
    const lines = labelLines(
      events.map((event) => eventWords(process, event, locale)),
      locale,
    );
    const width = Math.max(...lines.map((line) => widthOf(line, LABEL_PX))) + 6;
    const dashed = events.every((event) => isAutomatic(process, event));
    graph.setEdge(from, to, {
      lines,
      dashed,
      taken: steps.has(`${from}>${to}`),
      width,
      height: lines.length * LINE_PX,
      labelpos: 'c',
    });
  }
  dagre.layout(graph);
  const edges: DrawnEdge[] = graph.edges().map((edge: { v: string; w: string }) => graph.edge(edge));
  const { width = 0, height = 0 } = graph.graph();
  const label = locale === 'en' ? `State diagram: ${texts.title}` : `状态图:${texts.title}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${width > WIDE_PX ? ' class="wide"' : ''} viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-label="${escapeHtml(label)}" font-family="system-ui, 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif">`,
    `<title>${escapeHtml(label)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#434343"/></marker></defs>',
    ...edges.map(edgeSvg),
    ...edges.map(labelSvg),
    ...Object.entries(rules.states).map(([name, state]) =>
      nodeSvg(graph.node(name) as DrawnNode, {
        fill: STAGE_FILLS[state.stage],
        final: state.kind === 'final',
        current: name === current,
        initial: name === initialState(process),
      }),
    ),
    '</svg>',
  ].join('\n');
}

/** Ends that many states lead to are named inside each of those states; an arrow each would hide all others. */
function commonExits(process: Process, arrows: readonly Arrow[]): Set<string> {
  const ends = Object.keys(process.rules.states).filter((name) => process.rules.states[name]?.kind === 'final');
  return new Set(ends.filter((end) => arrows.filter(({ to }) => to === end).length >= COMMON_EXIT_ARROWS));
}

interface DrawnNode {
  label: string[];
  x: number;
  y: number;
  width: number;
  height: number;
}

interface DrawnEdge {
  points: { x: number; y: number }[];
  lines: string[];
  dashed: boolean;
  /** The case went this way. */
  taken: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

function nodeSvg(node: DrawnNode, mark: { fill: string; final: boolean; current: boolean; initial: boolean }): string {
  const { x, y, width, height } = node;
  const box = (inset: number, border: number) =>
    `<rect x="${px(x - width / 2 + inset)}" y="${px(y - height / 2 + inset)}" width="${px(width - 2 * inset)}" height="${px(height - 2 * inset)}" rx="${mark.initial ? 16 : 5}" fill="${mark.fill}" stroke="#262626" stroke-width="${border}"/>`;
  return [
    mark.current ? '<g data-current="">' : '<g>',
    box(0, mark.current ? 4 : 1.2),
    mark.final ? box(3, 1) : '',
    ...node.label.map((line, index) => {
      const fontPx = index === 0 ? FONT_PX : LABEL_PX;
      const lineY = y + fontPx / 3 + (index - (node.label.length - 1) / 2) * 18;
      return `<text x="${px(x)}" y="${px(lineY)}" text-anchor="middle" font-size="${fontPx}" font-weight="${mark.current && index === 0 ? 700 : 400}">${escapeHtml(line)}</text>`;
    }),
    '</g>',
  ].join('');
}

function edgeSvg({ points, dashed, taken }: DrawnEdge): string {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
  return `<path d="${path}" fill="none" stroke="${taken ? '#0b6e6e' : '#8c8c8c'}" stroke-width="${taken ? 3 : 1.2}"${dashed ? ' stroke-dasharray="5 4"' : ''} marker-end="url(#arrow)"/>`;
}

function labelSvg({ lines, x, y, width, height }: DrawnEdge): string {
  const texts = lines.map(
    (line, index) =>
      `<text x="${px(x)}" y="${px(y - height / 2 + LINE_PX * (index + 0.75))}" text-anchor="middle" font-size="${LABEL_PX}" fill="#262626">${escapeHtml(line)}</text>`,
  );
  const ground = `<rect x="${px(x - width / 2)}" y="${px(y - height / 2)}" width="${px(width)}" height="${px(height)}" fill="#fff" fill-opacity="0.85"/>`;
  return ground + texts.join('');
}

function labelLines(words: string[], locale: Locale): string[] {
  const short = words.map((word) => (widthOf(word, 1) > LABEL_EMS_MAX ? `${cut(word, LABEL_EMS_MAX - 1)}…` : word));
  if (short.length <= LABEL_LINES_MAX) return short;
  const rest = short.length - LABEL_LINES_MAX + 1;
  return [...short.slice(0, LABEL_LINES_MAX - 1), locale === 'en' ? `and ${rest} more` : `等${rest}项`];
}

function cut(text: string, widthMax: number): string {
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign, 1) > widthMax) return kept;
    kept += sign;
  }
  return kept;
}

/** Width in pixels: a Chinese character is as wide as it is high, a Latin one a little over half. */
function widthOf(text: string, fontPx: number): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e80 ? fontPx : fontPx * 0.58;
  return width;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
