import { Injectable } from '@nestjs/common';
import { deleteSavedView, listSavedViews, type SavedViewRow, saveView } from '../../db/queries/saved-views.ts';
import type { Actor } from '../../processes/kernel/actor.ts';
import { apiProblem } from '../problems/api-problem.ts';
import { Store } from '../store.ts';
import { staleIn, type ViewPage } from './view-query.ts';

const VIEWS_MAX = 50;

export interface SavedView {
  id: string;
  page: ViewPage;
  name: string;
  query: string;
  /** Parameters that the page no longer understands, if there are any. */
  stale?: string[];
}

/** Filters that somebody has given a name, kept on the server so that they are there on every device. */
@Injectable()
export class SavedViews {
  constructor(private readonly store: Store) {}

  async list(actor: Actor): Promise<SavedView[]> {
    return (await listSavedViews(this.store.db, actor.id)).map(withStale);
  }

  /** Saves a filter; one of the same name on the same page is replaced. */
  async save(actor: Actor, view: { page: ViewPage; name: string; query: string }): Promise<SavedView> {
    const query = view.query.replace(/^\?/, '');
    const unknown = staleIn(view.page, query);
    if (unknown.length > 0) {
      const names = unknown.join(', ').slice(0, 200);
      const detail = { zh: `本页没有这些筛选条件:${names}`, en: `The page has no such filters: ${names}` };
      throw apiProblem('form.invalid', { count: 1 }, { faults: [{ pointer: '/query', detail }] });
    }
    const saved = await saveView(this.store.db, { ...view, query, person: actor.id, limit: VIEWS_MAX });
    if (!saved) throw apiProblem('view.tooMany', { limit: VIEWS_MAX });
    return saved;
  }

  async remove(actor: Actor, id: string): Promise<void> {
    if (!(await deleteSavedView(this.store.db, { person: actor.id, id }))) throw apiProblem('view.notFound');
  }
}

function withStale(view: SavedViewRow): SavedView {
  const stale = staleIn(view.page, view.query);
  return stale.length > 0 ? { ...view, stale } : view;
}
