import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sessionOf } from '../api/identity/cookie.ts';
import type { Pages } from '../api/pages.ts';
import { Acts } from './acts/acts.ts';
import { Names } from './acts/names.ts';
import { References } from './acts/references.ts';
import { AdminController } from './admin/admin.controller.ts';
import { CalendarEntryController } from './admin/calendar-entry.controller.ts';
import { ImportPagesController } from './admin/import.controller.ts';
import { PolicyPageController } from './admin/policy.controller.ts';
import { AssetsController } from './assets/assets.controller.ts';
import { Assets } from './assets/assets.ts';
import { BoardPagesController } from './board/board.controller.ts';
import { CheckPageController } from './board/check.controller.ts';
import { CalendarPagesController } from './calendars/calendars.controller.ts';
import { CasePagesController } from './case/case.controller.ts';
import { CaseContents } from './case/case-content.ts';
import { CaseForms } from './case/case-forms.ts';
import { BulkController } from './desk/bulk.controller.ts';
import { Bulk } from './desk/bulk.ts';
import { DeskController } from './desk/desk.controller.ts';
import { ViewPagesController } from './desk/views.controller.ts';
import { DocsController } from './docs/docs.controller.ts';
import { Frame } from './frame/frame.ts';
import { cookiesOfLooks } from './frame/looks.ts';
import { HelpController } from './help/help.controller.ts';
import { HomeController } from './home/home.controller.ts';
import { SignInController } from './identity/sign-in.controller.ts';
import { ItemPagesController } from './items/items.controller.ts';
import { MePagesController } from './me/me.controller.ts';
import { PreferencePagesController } from './me/preferences.controller.ts';
import { NoticePagesController } from './notices/notices.controller.ts';
import { FORM_LIMIT_KIB, readPosted } from './posted.ts';
import { ProcessPagesController } from './processes/processes.controller.ts';
import { ProposeController } from './propose/propose.controller.ts';
import { ReceiptPagesController } from './receipts/receipts.controller.ts';
import { Figures } from './registers/figures.tsx';
import { RegisterPagesController } from './registers/registers.controller.ts';
import { SearchController } from './search/search.controller.ts';
import { StartController } from './start/start.controller.ts';

/** Scripts and styles come from this house alone, and nothing stands inside a page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Everything of the pages that the api has to know. */
export function pagesOf(problemPage: Pages['problemPage']): Pages {
  return {
    controllers: [
      AssetsController,
      HomeController,
      ItemPagesController,
      ProposeController,
      BulkController,
      SignInController,
      DeskController,
      ViewPagesController,
      SearchController,
      StartController,
      CasePagesController,
      BoardPagesController,
      CheckPageController,
      AdminController,
      PolicyPageController,
      RegisterPagesController,
      ProcessPagesController,
      ReceiptPagesController,
      HelpController,
      DocsController,
      CalendarPagesController,
      CalendarEntryController,
      ImportPagesController,
      NoticePagesController,
      PreferencePagesController,
      MePagesController,
    ],
    providers: [Assets, Frame, References, Names, Acts, CaseContents, CaseForms, Bulk, Figures],
    prepare,
    problemPage,
  };
}

function prepare(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT_KIB * 1024 },
    readPosted,
  );
  fastify.addHook('onRequest', async (request, reply) => {
    if (isOfApi(request)) return;
    reply.header('content-security-policy', POLICY);
    if (!request.url.startsWith('/assets/')) {
      // After signing out the button back must show nothing of it.
      reply.header('cache-control', sessionOf(request) === undefined ? 'private, no-cache' : 'no-store');
    }
    for (const cookie of cookiesOfLooks(request.query)) reply.header('set-cookie', cookie);
  });
}

function isOfApi({ url }: FastifyRequest): boolean {
  return /^\/(?:api\/|openapi\.json|health\/|metrics)/.test(url);
}
