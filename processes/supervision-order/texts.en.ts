import type { FieldText, Texts } from '../kernel/define-process.ts';
import type { OrderNames } from './names.ts';

const offices: Record<string, string> = {
  communityWorker: 'Community worker',
  residentsCommitteeDirector: "Residents' committee director",
  partySecretary: 'Community party secretary',
  hallModerator: 'Deliberation hall moderator',
  residentsSupervisor: "Residents' supervision committee member",
  serviceProvider: 'Service provider',
  subdistrictOfficer: 'Sub-district officer',
  subdistrictFinance: 'Sub-district finance',
  subdistrictLeader: 'Sub-district leader',
  districtOfficer: 'District officer',
};
const personFields: Record<string, FieldText> = { personId: 'Account', name: 'Name' };
const responsible: FieldText = {
  label: 'Responsible unit',
  help: 'An order goes to an office; the person may be named, and a deputy may act as well.',
  fields: {
    role: { label: 'Office', options: offices },
    org: 'Organisation',
    person: { label: 'Person', fields: personFields },
  },
};
const lateness: FieldText = {
  label: 'Was it late',
  options: { inTime: 'In time', objective: 'Late, for an outside cause', subjective: 'Late, by own fault' },
};

export const en: Texts<OrderNames> = {
  title: 'Supervision order',
  summary:
    'Where a matter is overdue or badly handled, the responsible unit gets an order: it signs for it, handles it and replies; the reply is verified and the order concluded, or returned to be done again.',
  states: {
    issued: { title: 'To be signed for', next: 'The responsible unit signs for it in time, or objects.' },
    objected: { title: 'Objection to be decided', next: 'The leader above the unit decides who has to act.' },
    handling: { title: 'Being handled', next: 'The responsible unit acts and replies in time.' },
    replied: { title: 'To be verified', next: 'Somebody who took no part checks the reply.' },
    returned: {
      title: 'Returned, to be done again',
      next: 'The responsible unit acts on the findings and replies anew.',
    },
    verified: { title: 'Verified, to be concluded', next: 'Somebody other than the verifier concludes it.' },
    closed: { title: 'Concluded', next: 'The unit may ask for a review in time; then the order is archived.' },
    reviewing: { title: 'Conclusion under review', next: 'Somebody who neither verified nor concluded decides.' },
    archived: { title: 'Archived', next: 'The order has ended.' },
    withdrawn: { title: 'Withdrawn', next: 'The order has ended; the reason is on record.' },
  },
  commands: {
    'order.issue': { title: 'Issue the order', past: '{actor} issued a supervision order: {requirement}' },
    'order.sign': { title: 'Sign for it', past: '{actor} signed for the order' },
    'order.object': { title: 'Object', past: '{actor} objected that the unit is not competent: {reason}' },
    'objection.decide': { title: 'Decide the objection', past: '{actor} decided the objection: {verdict}. {reason}' },
    'order.reply': { title: 'Reply', past: '{actor} replied to the order: {result}' },
    'reply.verify': { title: 'Verify', past: '{actor} verified the reply: {verdict}. {finding}' },
    'order.close': { title: 'Conclude', past: '{actor} concluded the order, {lateness}: {summary}' },
    'review.request': { title: 'Ask for a review', past: '{actor} asked for a review of the conclusion: {reason}' },
    'review.decide': { title: 'Decide the review', past: '{actor} decided the review: {verdict}. {reason}' },
    'order.withdraw': { title: 'Withdraw the order', past: '{actor} withdrew the order: {reason}' },
  },
  fields: {
    'order.issue': {
      about: {
        label: 'The matter',
        fields: {
          caseId: 'Case',
          caseNumber: 'Number of the case',
          process: 'Process',
          title: 'Title of the case',
          deadline: 'Time limit that was missed',
          dueDate: 'Last day',
        },
      },
      ground: {
        label: 'Ground',
        options: {
          overdue: 'Overdue',
          notCarriedOut: 'A decision was not carried out',
          poorQuality: 'Badly handled',
          other: 'Other',
        },
      },
      requirement: { label: 'What is required', help: 'Say what must be achieved; one matter, one order.' },
      limitWorkingDays: {
        label: 'Time for handling (working days)',
        help: 'Counted from the day after signing; empty means the usual time.',
      },
      responsible,
    },
    'order.sign': {
      handler: { label: 'Who handles it', help: 'Empty means whoever signs.', fields: personFields },
      remark: 'Remark',
    },
    'order.object': { reason: 'Reason', basis: 'Basis', suggestedUnit: 'Who should act' },
    'objection.decide': {
      verdict: {
        label: 'Decision',
        options: {
          rejected: 'Rejected, the unit has to act',
          reassigned: 'Given to another unit',
          cancelled: 'Order withdrawn',
        },
      },
      reason: 'Reason',
      responsible,
    },
    'order.reply': {
      result: {
        label: 'Result',
        options: { done: 'Done', partlyDone: 'Partly done', notPossible: 'Not possible for an outside cause' },
      },
      measures: 'What was done',
      completedOn: 'Done on',
      lateBecause: { label: 'Why it is late', help: 'To be given where the time is over.' },
      photos: 'Photographs',
    },
    'reply.verify': {
      verdict: { label: 'Verdict', options: { passed: 'Passed', returned: 'Returned, to be done again' } },
      way: { label: 'How', options: { onSite: 'On site', phone: 'By telephone', records: 'From records' } },
      verifiedOn: 'Verified on',
      finding: 'Finding',
    },
    'order.close': { lateness, summary: 'Conclusion' },
    'review.request': { reason: 'Reason' },
    'review.decide': {
      verdict: { label: 'Decision', options: { upheld: 'Conclusion upheld', amended: 'Conclusion amended' } },
      lateness,
      reason: 'Reason',
    },
    'order.withdraw': { reason: 'Reason' },
  },
  events: {
    'window.expire': { past: 'Time to ask for a review is over; the order was archived' },
    'link.recorded': { past: 'The order was entered in its case' },
    'link.refused': { past: 'The case did not take the order in' },
    'closing.recorded': { past: 'The end of the order was entered in its case' },
    'closing.refused': { past: 'The case did not take in the end of the order' },
  },
  relations: {
    issuer: 'Issuer',
    responsible: 'Responsible unit',
    decider: 'Leader above the unit',
    objector: 'Who objected',
    replier: 'Who replied',
    verifier: 'Who verified',
    concluder: 'Who concluded',
  },
  deadlines: {
    signing: 'Time to sign',
    objectionDecision: 'Time to decide the objection',
    handling: 'Time for handling the order',
    verification: 'Time for verification',
    redo: 'Time for doing it again',
    conclusion: 'Time for the conclusion',
    reviewWindow: 'Time to ask for a review',
    review: 'Time for the review',
  },
  settings: {
    signingDays: 'Time to sign',
    objectionDecisionDays: 'Time to decide an objection',
    handlingDays: 'Time for handling an order',
    verificationDays: 'Time for verification',
    redoDays: 'Time for doing it again',
    conclusionDays: 'Time for the conclusion',
    reviewWindowDays: 'Time to ask for a review',
    reviewDays: 'Time for the review',
    extensionsMax: 'How often more time may be granted',
    extensionDaysMax: 'Longest single extension',
    warnDays: 'How early a deadline warns',
  },
  problems: {
    'date.future': { title: '{day} has not come yet', next: 'Give a date that has already come.' },
    'responsible.org': {
      title: 'That office is not at “{org}”',
      next: "Choose the office at the case's community, sub-district or district.",
    },
    'objection.already': { title: 'The unit has objected already', next: 'Sign for the order and handle it.' },
    'objection.unitMissing': { title: 'The new unit is missing', next: 'Choose the responsible unit.' },
    'objection.sameUnit': {
      title: 'The new unit is the old one',
      next: 'Choose another unit, or reject the objection.',
    },
    'verification.notDone': {
      title: 'The reply says that the matter is only partly done; it cannot pass',
      next: 'Return it, or wait for another reply.',
    },
    'review.already': { title: 'A review was asked already', next: 'There is one review only; wait for its decision.' },
    'review.latenessMissing': {
      title: 'An amended conclusion must say what it is now',
      next: 'Choose whether it was late, and why.',
    },
    'handsOff.ownMatter': {
      title: 'Who is responsible cannot decide, verify, conclude or withdraw an order about himself',
      next: 'Let somebody who took no part do it.',
    },
    'handsOff.objector': {
      title: 'Who objected cannot decide the objection',
      next: 'Let another leader decide it.',
    },
    'handsOff.replier': {
      title: 'Who replied can neither verify the reply nor conclude on it',
      next: 'Let somebody who took no part do it.',
    },
    'handsOff.verifier': {
      title: 'Who verified can neither conclude nor review',
      next: 'Let another person do it.',
    },
    'handsOff.concluder': {
      title: 'Who concluded cannot review the conclusion',
      next: 'Let another person review it.',
    },
  },
  notices: {
    issued: 'You have a supervision order about “{title}”; please sign for it in time.',
    linkRefused: 'The order about “{title}” could not be entered in that case; check whether the case has ended.',
    signed: 'The order about “{title}” was signed for and is being handled.',
    objected: 'The responsible unit objects to the order about “{title}”; this has to be decided.',
    objectionRejected: 'The order about “{title}”: the objection was rejected, the unit has to act and its time runs.',
    reassigned: 'The order about “{title}” was given to another unit; please sign for it in time.',
    replied: 'There is a reply to the order about “{title}”; please have it verified.',
    returned: 'The reply about “{title}” did not pass; please do it again in time.',
    verified: 'The reply about “{title}” passed; the order has to be concluded.',
    closed: 'The order about “{title}” was concluded; the unit may ask for a review in time.',
    reviewRequested: 'The unit asks for a review of the conclusion about “{title}”.',
    reviewed: 'The review of the conclusion about “{title}” was decided.',
    withdrawn: 'The order about “{title}” was withdrawn.',
  },
};
