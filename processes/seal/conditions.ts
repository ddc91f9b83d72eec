import { type Actor, isWithin, type OrgId } from '../kernel/actor.ts';
import { dateOf } from '../kernel/clock.ts';
import type { Condition, ProcessRules } from '../kernel/define-rules.ts';
import { linesOf } from '../kernel/register.ts';
import { nameCore } from '../law/certificate-names.ts';
import { meetingRuleOn, reaches, shareText } from '../law/meeting-rules.ts';
import { isStaffRole } from '../organisation.ts';
import type { SealData } from './data.ts';
import type { Forms } from './forms.ts';
import type { Problem, SealNames } from './names.ts';
import { isBlank } from './use.ts';

type Apply = Condition<SealData, Forms['seal.apply'], Problem>;
type ApplyForm = Forms['seal.apply'];

const stamps = ({ kind }: ApplyForm) => kind === 'certificate' || kind === 'document';
const certifies = ({ kind }: ApplyForm) => kind === 'certificate';

/** What must hold beyond permission and state. */
export const conditions: ProcessRules<SealNames>['conditions'] = {
  'seal.apply': [
    {
      code: 'kind.staffOnly',
      needsForm: true,
      pointer: '/kind',
      fails: ({ form, actor, facts }) => (certifies(form) || isStaffAt(actor, facts.org.id) ? undefined : {}),
    },
    needed('type.missing', '/certificateType', (form) => certifies(form) && form.certificateType === undefined),
    needed(
      'type.nameMissing',
      '/typeName',
      (form) => certifies(form) && form.certificateType === 'other' && form.typeName === undefined,
    ),
    // “证明” or “情况说明” alone does not say what is certified.
    needed(
      'type.nameUseless',
      '/typeName',
      ({ certificateType, typeName }) =>
        certificateType === 'other' && typeName !== undefined && emptyNames.includes(nameCore(typeName)),
    ),
    needed('purpose.missing', '/purpose', (form) => stamps(form) && form.purpose === undefined),
    needed('body.missing', '/requestingBody', (form) => certifies(form) && form.requestingBody === undefined),
    needed('copies.missing', '/copies', (form) => stamps(form) && form.copies === undefined),
    needed('content.blank', '/content', (form) => stamps(form) && isBlank(form.content ?? '')),
    needed('loss.missing', '/loss', ({ kind, loss }) => kind === 'loss' && loss === undefined),
    needed('handOver.missing', '/handOver', ({ kind, handOver }) => kind === 'handOver' && handOver === undefined),
    needed(
      'handOver.samePerson',
      '/handOver/incoming',
      ({ handOver }) => handOver !== undefined && handOver.incoming.personId === handOver.outgoing.personId,
    ),
    notInFuture('/loss/discoveredOn', ({ loss }) => loss?.discoveredOn),
    notInFuture('/handOver/electedOn', ({ handOver }) => handOver?.electedOn),
  ],
  'type.judge': [
    {
      code: 'judgement.basisMissing',
      needsForm: true,
      pointer: '/basis',
      fails: ({ form }) => (form.verdict === 'issuable' && form.basis === undefined ? {} : undefined),
    },
    {
      code: 'judgement.typeMissing',
      needsForm: true,
      pointer: '/listedType',
      fails: ({ form }) => (form.verdict === 'listedType' && form.listedType === undefined ? {} : undefined),
    },
    {
      code: 'judgement.listed',
      needsForm: true,
      pointer: '/listedType',
      fails: ({ form }) => (form.verdict !== 'listedType' && form.listedType !== undefined ? {} : undefined),
    },
  ],
  // The meeting of the representatives is not got around by calling the matter another name.
  'application.verify': [
    {
      code: 'verification.lowered',
      needsForm: true,
      pointer: '/matter',
      fails: ({ data, form }) =>
        data.application.matter === 'major' && form.matter === 'ordinary' && form.verdict === 'confirmed'
          ? {}
          : undefined,
    },
  ],
  'decision.record': [
    notInFuture('/heldOn', ({ heldOn }) => heldOn),
    {
      code: 'decision.figures',
      needsForm: true,
      pointer: '/present',
      fails: ({ form }) => (form.present > form.entitled || form.agreed > form.present ? {} : undefined),
    },
    {
      code: 'decision.quorum',
      needsForm: true,
      pointer: '/present',
      fails: ({ form }) => {
        const quorum = ruleOn(form)?.quorum;
        return quorum === undefined || reaches(quorum, form.present, form.entitled)
          ? undefined
          : { needed: shareText(quorum), present: form.present, entitled: form.entitled };
      },
    },
    {
      code: 'decision.majority',
      needsForm: true,
      pointer: '/agreed',
      fails: ({ form }) => {
        const majority = ruleOn(form)?.majority;
        return form.verdict === 'rejected' || majority === undefined || reaches(majority, form.agreed, form.present)
          ? undefined
          : { needed: shareText(majority), agreed: form.agreed, present: form.present };
      },
    },
  ],
  'use.approve': [
    {
      code: 'approval.tooManyCopies',
      needsForm: true,
      pointer: '/copies',
      fails: ({ data, form }) =>
        form.verdict === 'approved' && form.copies > data.application.copies
          ? { copies: form.copies, asked: data.application.copies }
          : undefined,
    },
  ],
  'seal.use': [
    {
      code: 'use.tooManyCopies',
      needsForm: true,
      pointer: '/copies',
      fails: ({ data, form }) =>
        form.copies > (data.approval?.copies ?? 0)
          ? { copies: form.copies, approved: data.approval?.copies ?? 0 }
          : undefined,
    },
    {
      code: 'use.contentDiffers',
      needsForm: true,
      pointer: '/sameAsApproved',
      fails: ({ form }) => (form.sameAsApproved ? undefined : {}),
    },
    // Nothing is stamped with a seal that is reported lost. The register is only known once the command is given.
    {
      code: 'use.sealLost',
      needsForm: true,
      fails: ({ facts }) => (linesOf(facts.registers, 'sealCustody').length > 0 ? {} : undefined),
    },
  ],
  'use.check': [
    {
      code: 'check.findingMissing',
      needsForm: true,
      pointer: '/irregularities',
      fails: ({ form }) => ((form.verdict === 'irregular') === form.irregularities.length > 0 ? undefined : {}),
    },
  ],
  'loss.receive': [
    {
      code: 'receipt.noticeMissing',
      needsForm: true,
      pointer: '/noticePlace',
      fails: ({ form }) =>
        form.verdict === 'confirmed' && (form.noticePlace === undefined || form.noticeText === undefined)
          ? {}
          : undefined,
    },
  ],
  'newSeal.register': [notInFuture('/madeOn', ({ madeOn }) => madeOn)],
};

const emptyNames = ['证明', '证明书', '证明信', '证明材料', '说明', '情况', '情况说明', '盖章', '其他'];

/** Which figures bind the representatives is judged by the day of their meeting. */
function ruleOn({ heldOn }: Forms['decision.record']) {
  return meetingRuleOn({ body: 'residentRepresentativesMeeting', subject: 'ordinary', on: heldOn });
}

function isStaffAt({ holdings }: Actor, org: OrgId): boolean {
  return holdings.some((holding) => isStaffRole(holding.role) && isWithin(org, holding.org));
}

function needed(code: Problem, pointer: string, isMissing: (form: ApplyForm) => boolean): Apply {
  return { code, pointer, needsForm: true, fails: ({ form }) => (isMissing(form) ? {} : undefined) };
}

/** What is reported as done cannot lie in the future. */
function notInFuture<Form>(
  pointer: string,
  dayOf: (form: Form) => string | undefined,
): Condition<SealData, Form, Problem> {
  return {
    code: 'date.future',
    needsForm: true,
    pointer,
    fails: ({ form, facts }) => {
      const day = dayOf(form);
      return day !== undefined && day > dateOf(facts.at) ? { day } : undefined;
    },
  };
}
