import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { BoardController } from './board/board.controller.ts';
import { Board } from './board/board.ts';
import { OrderDrafts } from './board/order-drafts.ts';
import { Orders } from './board/orders.ts';
import { Overdue } from './board/overdue.ts';
import { Policy } from './board/policy.ts';
import { Records } from './board/records.ts';
import { Settings } from './board/settings.ts';
import { SupervisionController } from './board/supervision.controller.ts';
import { CalendarTables } from './calendars/calendar-tables.ts';
import { CalendarsController } from './calendars/calendars.controller.ts';
import { CalendarYears } from './calendars/calendars.ts';
import { RollOuts } from './calendars/roll-outs.ts';
import { CaseClock } from './cases/case-clock.ts';
import { CaseCommands } from './cases/case-commands.ts';
import { CaseLists } from './cases/case-lists.ts';
import { CaseLookups } from './cases/case-lookups.ts';
import { CaseReader } from './cases/case-reader.ts';
import { CaseRecords } from './cases/case-records.ts';
import { CasesController } from './cases/cases.controller.ts';
import { FollowsController } from './cases/follows.controller.ts';
import { Follows } from './cases/follows.ts';
import { ReferredCases } from './cases/referred-case.ts';
import { CatalogueController } from './catalogue/catalogue.controller.ts';
import { PreviewController } from './catalogue/preview.controller.ts';
import { Engine } from './engine/engine.ts';
import { EventHub } from './events/event-hub.ts';
import { EventsController } from './events/events.controller.ts';
import { DemoController } from './identity/demo.controller.ts';
import { DemoPeople } from './identity/demo-people.ts';
import { IdentityGuard } from './identity/guard.ts';
import { MeController } from './identity/me.controller.ts';
import { People } from './identity/people.ts';
import { Importer } from './importing/importer.ts';
import { ImportingController } from './importing/importing.controller.ts';
import { ItemsController } from './items/items.controller.ts';
import { Items } from './items/items.ts';
import { LOG, type Log } from './log.ts';
import { NoticeHub } from './notices/notice-hub.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { Notices } from './notices/notices.ts';
import { Preferences } from './notices/preferences.ts';
import { ApiDocument } from './openapi/api-document.ts';
import { ClockGauge } from './operation/clock-gauge.ts';
import { HealthController } from './operation/health.controller.ts';
import { MetricsController } from './operation/metrics.controller.ts';
import { Metrics } from './operation/metrics.ts';
import { OperationController } from './operation/operation.controller.ts';
import { Operation } from './operation/operation.ts';
import { Parts } from './operation/parts.ts';
import { API_OPTIONS, type ApiOptions } from './options.ts';
import { OrgsController } from './orgs/orgs.controller.ts';
import { Orgs } from './orgs/orgs.ts';
import { PAGES, type Pages } from './pages.ts';
import { PapersController } from './papers/papers.controller.ts';
import { Papers } from './papers/papers.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleSearch } from './people/people-search.ts';
import { ProblemFilter } from './problems/problem.filter.ts';
import { ReadingPipe } from './problems/reading.pipe.ts';
import { LedgerProof } from './proof/ledger-proof.ts';
import { ProofController } from './proof/proof.controller.ts';
import { Receipts } from './proof/receipts.ts';
import { BurdenController } from './registers/burden.controller.ts';
import { Burdens } from './registers/burdens.ts';
import { RegistersController } from './registers/registers.controller.ts';
import { Registers } from './registers/registers.ts';
import { Store } from './store.ts';
import { Inboxes } from './tasks/inboxes.ts';
import { TaskLists } from './tasks/task-lists.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { SavedViews } from './views/saved-views.ts';
import { ViewsController } from './views/views.controller.ts';

@Module({})
class AppModule {}

/** The whole api as one module: its parts are few and know each other. */
export function appModule(options: ApiOptions, log: Log, pages: Pages | null): DynamicModule {
  return {
    module: AppModule,
    controllers: [
      ...(pages?.controllers ?? []),
      CasesController,
      FollowsController,
      ItemsController,
      PapersController,
      TasksController,
      ViewsController,
      OrgsController,
      PeopleController,
      NoticesController,
      EventsController,
      CatalogueController,
      CalendarsController,
      PreviewController,
      RegistersController,
      BurdenController,
      ImportingController,
      ProofController,
      MeController,
      DemoController,
      HealthController,
      MetricsController,
      BoardController,
      SupervisionController,
      OperationController,
    ],
    providers: [
      { provide: API_OPTIONS, useValue: options },
      { provide: LOG, useValue: log },
      { provide: PAGES, useValue: pages },
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_GUARD, useClass: IdentityGuard },
      { provide: APP_PIPE, useClass: ReadingPipe },
      Store,
      Engine,
      People,
      DemoPeople,
      Metrics,
      ClockGauge,
      Parts,
      CalendarTables,
      CalendarYears,
      RollOuts,
      CaseReader,
      CaseRecords,
      ReferredCases,
      CaseLookups,
      CaseCommands,
      CaseClock,
      Registers,
      Burdens,
      Importer,
      Papers,
      CaseLists,
      Follows,
      Items,
      Orgs,
      PeopleSearch,
      Inboxes,
      TaskLists,
      SavedViews,
      EventHub,
      NoticeHub,
      Notices,
      Preferences,
      Receipts,
      Board,
      Overdue,
      Orders,
      OrderDrafts,
      LedgerProof,
      Policy,
      Settings,
      Records,
      Operation,
      ApiDocument,
      ...(pages?.providers ?? []),
    ],
  };
}
