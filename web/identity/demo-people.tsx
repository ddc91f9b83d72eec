import type { DemoPerson } from '../../api/identity/demo-people.ts';
import { type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { officesIn } from '../frame/frame.ts';

/** The people of the demo: a few with what to try as each, all others behind a fold. */
export function DemoPeopleList({
  context,
  people,
  next,
}: {
  context: PageContext;
  people: readonly DemoPerson[];
  next: string;
}) {
  const t = wordsOf(context);
  const first = people.filter(({ card }) => card).sort((a, b) => (a.card?.order ?? 0) - (b.card?.order ?? 0));
  const others = people.filter(({ card }) => !card);
  return (
    <>
      {first.length > 0 && (
        <ul class="grid people">
          {first.map((person) => (
            <li class="card">
              <Person context={context} person={person} next={next} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details open={first.length === 0}>
          <summary>{t(`其他${others.length}位演示人员`, `${others.length} more people of the demo`)}</summary>
          <ul class="grid people">
            {others.map((person) => (
              <li class="card">
                <Person context={context} person={person} next={next} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Person({ context, person, next }: { context: PageContext; person: DemoPerson; next: string }) {
  const t = wordsOf(context);
  const say = sayIn(context);
  return (
    <form method="post" action="/sign-in">
      <input type="hidden" name="person" value={person.id} />
      {next && <input type="hidden" name="next" value={next} />}
      <p class="card-title">
        <span lang="zh-CN">{person.name}</span>
      </p>
      <p class="note">{officesIn(person, context.locale, context.orgNames)}</p>
      {person.card && (
        <ul>
          {person.card.tryThis.map(({ text }) => (
            <li>{say(text)}</li>
          ))}
        </ul>
      )}
      <button type="submit" class={person.card ? 'main' : undefined}>
        {t(`以${person.name}登录`, `Sign in as ${person.name}`)}
      </button>
    </form>
  );
}
