/** What a reader of values does not tell about a sheet (ECMA-376 part 1, §18.3). */
export interface SheetSurvey {
  /** Rows with content; counting stops above the limit given. */
  rows: number;
  lastLine: number;
  lastColumn: number;
  formulas: { line: number; column: number; text: string }[];
  /** Ranges such as `A1:D1`. */
  merged: string[];
}

/** One tag after the other, so that a broken file takes no longer than a sound one. Some writers give elements a prefix. */
const TAG = /<(?:\w+:)?(row|c|v|t|f|mergeCell)\b([^<>]*)>/g;

export function surveySheet(xml: string, { rowsMax }: { rowsMax: number }): SheetSurvey {
  const survey: SheetSurvey = { rows: 0, lastLine: 0, lastColumn: 0, formulas: [], merged: [] };
  let [line, column, lineWithContent] = [0, 0, 0];
  for (const { index, 0: tag, 1: name, 2: attributes = '' } of xml.matchAll(TAG)) {
    if (name === 'row') {
      line = Number(attributeOf(attributes, 'r') ?? line + 1);
      column = 0;
      survey.lastLine = Math.max(survey.lastLine, line);
    } else if (name === 'c') {
      column = columnOf(attributeOf(attributes, 'r')) ?? column + 1;
      survey.lastColumn = Math.max(survey.lastColumn, column);
    } else if (name === 'mergeCell') {
      survey.merged.push((attributeOf(attributes, 'ref') ?? '').slice(0, 30));
    } else {
      if (name === 'f') survey.formulas.push({ line, column, text: textFrom(xml, index + tag.length) });
      if (line === lineWithContent) continue;
      lineWithContent = line;
      survey.rows += 1;
      if (survey.rows > rowsMax) return survey;
    }
  }
  return survey;
}

/** The sheets of a workbook with the part in which each stands. */
export function sheetsOf(workbook: string, relations: string): { name: string; path: string }[] {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b([^<>]*)>/g)].map(([, attributes = '']) => [
      attributeOf(attributes, 'Id'),
      attributeOf(attributes, 'Target') ?? '',
    ]),
  );
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b([^<>]*)>/g)].flatMap(([, attributes = '']) => {
    const target = targets.get(attributeOf(attributes, '\\w+:id'));
    if (!target?.includes('worksheets/')) return [];
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return [{ name: unescaped(attributeOf(attributes, 'name') ?? ''), path }];
  });
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

/** `C12` stands in the third column. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

const FORMULA_SHOWN = 100;

function textFrom(xml: string, start: number): string {
  const text = xml.slice(start, start + FORMULA_SHOWN);
  return unescaped(text.split('<', 1)[0] ?? '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(xml: string): string {
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (sign, name: string) => entities[name] ?? sign);
}
