import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CaseCommands } from '../../api/cases/case-commands.ts';
import { apiProblem } from '../../api/problems/api-problem.ts';
import { type ProblemDocument, problemDocument } from '../../api/problems/document.ts';
import { recognise } from '../../api/problems/recognise.ts';
import { processOf } from '../../processes/index.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { formSchema, type JsonSchema } from '../../processes/kernel/form-schema.ts';
import type { CaseView } from '../../processes/kernel/present.ts';
import type { Locale } from '../../processes/kernel/text.ts';
import { faultsByControl } from '../forms/faults.ts';
import { FIND } from '../forms/names.ts';
import { type PostedForm, typed } from '../forms/posted.ts';
import { readForm } from '../forms/read-form.ts';
import { resolveReferences } from '../forms/references.ts';
import { applyRowAct } from '../forms/row-act.ts';
import { postedOf } from '../posted.ts';
import { type ActForm, BY, blankForm, keyOf, seqOf } from './act-form.ts';
import { Names } from './names.ts';
import { References } from './references.ts';
import { schemaFor } from './schema-for.ts';

/** What became of a form: the case as it stands now, or the form again with what to mend. */
export type ActOutcome = { done: CaseView } | { again: ActForm; status: number };

interface Sent {
  request: FastifyRequest;
  actor: Actor;
  locale: Locale;
  /** Tells apart the cases that one form is given to. */
  keyFor?: string;
}

/** Gives commands from forms, the same way as the JSON interface: what is refused comes back with every word that was typed. */
@Injectable()
export class Acts {
  constructor(
    private readonly commands: CaseCommands,
    private readonly references: References,
    private readonly names: Names,
  ) {}

  /** The form of an act that is offered, before anybody has filled it; null for one that is not. */
  async blank(
    view: CaseView,
    command: string | undefined,
    { actor, locale }: Omit<Sent, 'request'>,
  ): Promise<ActForm | null> {
    const wanted = view.commands.find(({ name }) => name === command);
    if (!wanted) return null;
    const { name, title, form, values } = wanted;
    const names = await this.names.in(values, actor, locale);
    return blankForm({ command: name, title, schema: schemaFor(form, actor), seq: view.seq, values, names });
  }

  /** Acts on a case. */
  async give(sent: Sent, view: CaseView, command: string): Promise<ActOutcome> {
    const offered = view.commands.find(({ name }) => name === command);
    const process = processOf(view.process, view.version);
    // What is not offered any more may have been given by this very form a moment ago: its key answers.
    if (!process || !Object.hasOwn(process.forms, command)) {
      throw apiProblem('command.unknown', { command: command.slice(0, 60) });
    }
    const schema = schemaFor(offered?.form ?? formSchema(process, command, sent.locale), sent.actor);
    const title = offered?.title ?? process.texts[sent.locale].commands[command]?.title ?? command;
    return await this.take(sent, { command, title, schema, org: view.org }, (form, asking, seq) =>
      this.commands.act(asking, { caseId: view.id, command, form, expectedSeq: seq }),
    );
  }

  /** Opens a case. */
  async start(
    sent: Sent,
    opening: { process: string; org: string; drill: boolean; ahead?: string | undefined },
  ): Promise<ActOutcome> {
    const process = processOf(opening.process);
    if (!process) throw apiProblem('process.unknown', { process: opening.process.slice(0, 60) });
    const command = process.rules.start;
    const schema = formSchema(process, command, sent.locale);
    const title = process.texts[sent.locale].commands[command]?.title ?? command;
    return await this.take(sent, { command, title, schema, org: opening.org }, (form, asking) =>
      this.commands.start(asking, { ...opening, form }),
    );
  }

  private async take(
    { request, actor, locale, keyFor }: Sent,
    about: { command: string; title: string; schema: JsonSchema; org: string },
    give: (
      form: Record<string, unknown>,
      asking: { actor: Actor; locale: Locale; commandId: string; keyGiven: boolean },
      seq: number | null,
    ) => Promise<CaseView>,
  ): Promise<ActOutcome> {
    const { schema, org } = about;
    let posted = postedOf(request);
    assertOwn(posted, actor);
    const shown = (more: Partial<ActForm>): ActForm => ({
      ...about,
      key: keyOf(posted),
      seq: seqOf(posted),
      posted,
      faults: {},
      candidates: {},
      ...more,
    });
    const sought = typed(posted, FIND);
    const rows = sought === '' ? applyRowAct(schema, posted) : undefined;
    if (rows) return { again: shown({ posted: rows.posted, focus: rows.focus }), status: 200 };
    const resolved = await resolveReferences(schema, posted, this.references.for(actor, locale), { locale, org });
    posted = resolved.posted;
    const { candidates, faults } = resolved;
    if (sought !== '') return { again: shown({ candidates, faults, focus: sought }), status: 200 };
    if (Object.keys(faults).length > 0) return { again: shown({ candidates, faults }), status: 422 };
    const { value, controlOf } = readForm(schema, posted);
    const asking = {
      actor,
      locale,
      commandId: [actor.id, keyOf(posted), keyFor].filter(Boolean).join(':'),
      keyGiven: true,
    };
    try {
      return { done: await give(value, asking, seqOf(posted)) };
    } catch (error) {
      const found = recognise(error);
      if (!found) throw error;
      const trouble = problemDocument(found, locale, request.id);
      return {
        again: shown({
          candidates,
          faults: faultsByControl(trouble.errors ?? [], controlOf),
          trouble,
          ...afresh(trouble),
        }),
        status: trouble.status,
      };
    }
  }
}

/** What has to change before the same form can be sent again. */
function afresh(trouble: ProblemDocument): Partial<ActForm> {
  // The case has gone on: whoever sends it again has seen what changed.
  if (trouble.code === 'sequence.stale' && trouble.current) return { seq: (trouble.current as CaseView).seq };
  // Under its key something else was sent before: this is a new act.
  if (trouble.code === 'idempotency.reused') return { key: randomUUID() };
  return {};
}

/** A form that waited while somebody else signed in on the same machine is not sent in his name. */
export function assertOwn(posted: PostedForm, actor: Actor): void {
  const by = typed(posted, BY);
  if (by !== actor.id) throw apiProblem('form.ofSomebodyElse');
}
