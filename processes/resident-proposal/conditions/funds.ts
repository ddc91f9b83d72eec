import type { ProcessRules } from '../../kernel/define-rules.ts';
import { outstandingFen } from '../funds.ts';
import type { ProposalNames } from '../names.ts';
import { budgetFen, fen } from '../planning.ts';
import { notInFuture } from './dates.ts';

/** Conditions of the money between decision and work. */
export const fundConditions: ProcessRules<ProposalNames>['conditions'] = {
  'funds.request': [
    {
      code: 'funds.fundDiffers',
      needsForm: true,
      pointer: '/fund',
      fails: ({ data, form }) => (data.work.plan?.budget.some((line) => line.source === form.fund) ? undefined : {}),
    },
    {
      code: 'funds.differsFromPlan',
      needsForm: true,
      pointer: '/requestedYuan',
      fails: ({ data, form }) => {
        const planned = budgetFen(data.work.plan);
        return fen(form.requestedYuan) === planned ? undefined : { plannedYuan: planned / 100 };
      },
    },
    {
      code: 'funds.aboveQuota',
      needsForm: true,
      pointer: '/yearQuotaYuan',
      fails: ({ data, form }) => {
        const lines = data.work.plan?.budget.filter((line) => line.source === form.fund) ?? [];
        const leftFen = fen(form.yearQuotaYuan) - fen(form.usedYuan);
        return lines.length > 0 && budgetFen({ budget: lines }) > leftFen ? { leftYuan: leftFen / 100 } : undefined;
      },
    },
  ],
  'funds.confirm': [
    notInFuture('receivedOn'),
    {
      code: 'funds.voucherTwice',
      needsForm: true,
      pointer: '/voucher',
      fails: ({ data, form }) =>
        data.work.funds?.vouchers.some((voucher) => voucher.voucher === form.voucher) ? {} : undefined,
    },
    {
      code: 'funds.aboveApproved',
      needsForm: true,
      pointer: '/amountYuan',
      fails: ({ data, form }) => {
        const outstanding = outstandingFen(data);
        return fen(form.amountYuan) > outstanding ? { outstandingYuan: outstanding / 100 } : undefined;
      },
    },
  ],
};
