import { publicItem } from '../frame/address.ts';
import { langOf, type PageContext } from '../frame/context.ts';
import { isWorker } from '../frame/roles.ts';

/** The case behind a line: a link only where it leads somewhere for whoever reads. */
export function CaseLink({
  context,
  line,
  publicCases,
}: {
  context: PageContext;
  line: { caseId: string; caseNumber: string };
  publicCases: ReadonlySet<string>;
}) {
  const { caseId, caseNumber } = line;
  const lang = langOf(context, caseNumber);
  if (isWorker(context.actor))
    return (
      <a href={`/cases/${encodeURIComponent(caseId)}`} lang={lang}>
        {caseNumber}
      </a>
    );
  if (publicCases.has(caseId))
    return (
      <a href={publicItem(caseNumber)} lang={lang}>
        {caseNumber}
      </a>
    );
  return <span lang={lang}>{caseNumber}</span>;
}
