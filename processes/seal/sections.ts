import { entered, type FieldRef, type SectionRule, type Shown } from '../kernel/sections.ts';
import type { Words } from '../kernel/text.ts';
import { certificateRule, sealListOf } from '../law/seal-lists.ts';
import type { Application, Judgement } from './data.ts';
import { typeTitle } from './title.ts';

const copies = { zh: '份', en: 'copies' };

/** Those concerned are shown the application as a whole, the public its kind and purpose. */
const of = (name: string) =>
  entered([`application.${name}`, name], `seal.apply/${name.replaceAll('.', '/')}` as FieldRef);

/** What shall be stamped, whether it may be, and why not if it may not. */
export const sections: readonly SectionRule[] = [
  {
    title: { zh: '申请', en: 'The application' },
    items: [
      of('kind'),
      {
        at: ({ application, certificate }) =>
          (application as Application | undefined)?.kind === 'certificate'
            ? typeTitle(application as Application)
            : certificate,
        show: 'text',
        label: { zh: '证明名称', en: 'Certificate' },
      },
      of('purpose'),
      of('requestingBody'),
      of('matter'),
      entered('application.copies', 'seal.apply/copies', { unit: copies }),
      of('content'),
      entered('applicant.name', 'seal.apply/applicant/name', { label: { zh: '申请人', en: 'Applicant' } }),
      entered('applicant.address', 'seal.apply/applicant/address'),
    ],
  },
  {
    title: { zh: '判定', en: 'Judgement' },
    items: [
      {
        at: ['judgement.verdict', 'verdict'],
        show: 'option',
        label: { zh: '结果', en: 'Result' },
        options: {
          kept: { zh: '在保留清单内,可以出具', en: 'on the list that is kept; may be issued' },
          forbidden: {
            zh: '列入不应由居委会出具证明的清单,不予出具;换用其他名称的,同样不予出具',
            en: 'on the list of what a committee must not issue, under whatever name; not issued',
          },
          keptForOther: {
            zh: '只为另一用途或另一单位保留,与本申请不符,不予出具',
            en: 'kept for another purpose or body only; not issued',
          },
          unlisted: { zh: '清单没有列出,由人判定', en: 'on no list; judged by a person' },
          noCertificate: { zh: '不是证明,按用印办理', en: 'no certificate; an ordinary use of the seal' },
          issuable: { zh: '有法律依据,可以出具', en: 'has a basis in law; may be issued' },
          noBasis: { zh: '没有法律依据,不予出具', en: 'has no basis in law; not issued' },
        },
      },
      entered('judgement.type', 'seal.apply/certificateType', {
        show: 'option',
        label: { zh: '清单所列种类', en: 'Type on the list' },
      }),
      entered('judgement.reason', 'type.judge/reason', { label: { zh: '判定理由', en: 'Why' } }),
      { at: basisOf, show: 'text', label: { zh: '依据', en: 'Basis' } },
      { at: competentOf, show: 'text', label: { zh: '到哪里办理', en: 'Where to go instead' } },
    ],
  },
  {
    title: { zh: '核实与审批', en: 'Verification and approval' },
    items: [
      entered('verification.verdict', 'application.verify/verdict'),
      entered('verification.way', 'application.verify/way'),
      entered('verification.finding', 'application.verify/finding'),
      entered('decision.verdict', 'decision.record/verdict', {
        label: { zh: '居民代表会议', en: 'Representatives’ meeting' },
      }),
      entered('decision.heldOn', 'decision.record/heldOn'),
      entered('decision.entitled', 'decision.record/entitled'),
      entered('decision.present', 'decision.record/present'),
      entered('decision.agreed', 'decision.record/agreed'),
      entered('decision.minutes', 'decision.record/minutes'),
      entered('approval.verdict', 'use.approve/verdict'),
      entered('approval.copies', 'use.approve/copies', { unit: copies }),
      entered('approval.reason', 'use.approve/reason'),
    ],
  },
  {
    title: { zh: '用印与抽查', en: 'Use and checks' },
    items: [
      { at: 'use.number', show: 'text', label: { zh: '用印登记号', en: 'Number in the seal register' } },
      entered('use.copies', 'seal.use/copies', { unit: copies }),
      { at: 'use.at', show: 'instant', label: { zh: '用印时间', en: 'Stamped' } },
      entered('use.receivedBy', 'seal.use/receivedBy'),
      {
        at: 'checks',
        show: 'table',
        label: { zh: '抽查', en: 'Checks' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('verdict', 'use.check/verdict'),
          entered('irregularities', 'use.check/irregularities'),
          entered('finding', 'use.check/finding'),
        ],
      },
      {
        at: 'settlements',
        show: 'table',
        label: { zh: '处理', en: 'Settlements' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('measure', 'irregularity.settle/measure'),
          entered('result', 'irregularity.settle/result'),
        ],
      },
      { at: 'withdrawal.reason', show: 'long', label: { zh: '撤回理由', en: 'Why it was withdrawn' } },
    ],
  },
  {
    title: { zh: '印章遗失', en: 'Loss of the seal' },
    items: [
      entered('loss.discoveredOn', 'seal.apply/loss/discoveredOn'),
      entered('loss.circumstances', 'seal.apply/loss/circumstances'),
      entered('loss.receipt.verdict', 'loss.receive/verdict'),
      entered(['loss.receipt.noticePlace', 'loss.noticePlace'], 'loss.receive/noticePlace'),
      entered(['loss.receipt.noticeText', 'loss.noticeText'], 'loss.receive/noticeText'),
      entered('loss.newSeal.madeOn', 'newSeal.register/madeOn'),
      entered('loss.newSeal.policeFiling', 'newSeal.register/policeFiling'),
    ],
  },
  {
    title: { zh: '换届移交', en: 'Handing over' },
    items: [
      entered('handOver.electedOn', 'seal.apply/handOver/electedOn'),
      entered('handOver.outgoing.name', 'seal.apply/handOver/outgoing/name', {
        label: { zh: '原保管人', en: 'Outgoing keeper' },
      }),
      entered('handOver.incoming.name', 'seal.apply/handOver/incoming/name', {
        label: { zh: '新保管人', en: 'Incoming keeper' },
      }),
      entered('handOver.given.items', 'handOver.give/items'),
      entered('handOver.given.registerVolumes', 'handOver.give/registerVolumes'),
      entered('handOver.given.lastUseNumber', 'handOver.give/lastUseNumber'),
      {
        at: 'handOver.witnesses',
        show: 'table',
        label: { zh: '监交', en: 'Witnessed' },
        columns: [
          { at: 'at', show: 'date', label: { zh: '日期', en: 'On' } },
          entered('complete', 'handOver.witness/complete'),
          entered('finding', 'handOver.witness/finding'),
        ],
      },
    ],
  },
];

/** The list that decided, or the law that a person named. */
function basisOf(shown: Shown): Words | string | undefined {
  const judgement = shown['judgement'] as Judgement | undefined;
  const list = judgement?.listId ? sealListOf(judgement.listId) : undefined;
  if (!list) return judgement?.basis ?? undefined;
  const { title, at } = list.source;
  return at === undefined ? title : { zh: `${title.zh},${at}`, en: `${title.en}, ${at}` };
}

/** Whoever is refused is told who is competent. */
function competentOf(shown: Shown): Words | undefined {
  const judgement = shown['judgement'] as Judgement | undefined;
  const isRefused = judgement && ['forbidden', 'keptForOther', 'noBasis'].includes(judgement.verdict);
  if (!isRefused || judgement.type === null) return undefined;
  const rule = certificateRule(judgement.type);
  return 'competent' in rule ? rule.competent : undefined;
}
