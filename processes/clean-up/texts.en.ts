import type { FieldText, Texts } from '../kernel/define-process.ts';
import type { CleanUpNames } from './names.ts';

const facet: Record<keyof CleanUpNames['forms']['object.register'], FieldText> = {
  kind: {
    label: 'Kind',
    options: {
      board: 'Body or board',
      workRegister: 'Work register',
      appraisal: 'Appraisal or contest',
      survey: 'Special survey',
      subscription: 'Subscription',
    },
  },
  name: 'Name',
  demandedBy: { label: 'Demanded by', help: 'Who wants the community to set it up, fill it in or take part.' },
  basis: { label: 'Basis', help: 'Law or document with number and article; empty if none was shown.' },
  frequency: {
    label: 'How often',
    options: {
      standing: 'Standing',
      daily: 'Daily',
      weekly: 'Weekly',
      monthly: 'Monthly',
      quarterly: 'Quarterly',
      yearly: 'Yearly',
      onDemand: 'On demand',
    },
  },
  hoursPerMonth: { label: 'Hours per month', help: 'Of an average month.' },
  costPerYear: 'Cost per year (yuan)',
  tableNumber: { label: 'Table number', help: 'Of a survey, as the next three.' },
  authority: 'Issuing authority',
  approvalNumber: 'Number of approval or filing',
  validUntil: 'Valid until',
  partOfYearlyAppraisal: { label: 'Part of the yearly combined appraisal', help: 'Of an appraisal, as the next.' },
  oneVoteVeto: 'One failure decides',
  compulsory: { label: 'Compulsory', help: 'Of a subscription.' },
  duplicateOf: { label: 'Duplicate of', help: 'The number of another object of this census.' },
};

export const en: Texts<CleanUpNames> = {
  title: 'Clean-up',
  summary:
    'Boards, work registers, appraisals, surveys and subscriptions of a community are counted and compared with their basis; they are kept, merged, cancelled or handed over; the community confirms what has stopped, spot checks follow, and what comes back is dealt with again.',
  states: {
    registering: { title: 'Census', next: 'The community enters object by object, then closes the census.' },
    comparing: { title: 'Comparison with the basis', next: 'The relief group judges each object.' },
    publishing: { title: 'To be published', next: 'Relief group or district publish the result.' },
    stopping: { title: 'To be stopped', next: 'The community confirms what has stopped, object by object.' },
    relapsed: { title: 'Relapse', next: 'The relief group settles it; the community then confirms again.' },
    checking: { title: 'Spot checks', next: 'Supervisors check; a relapse may be reported until the time is over.' },
    closed: { title: 'Ended', next: 'This clean-up has ended.' },
    withdrawn: { title: 'Withdrawn', next: 'This clean-up has ended; the reason is on record.' },
  },
  commands: {
    'census.open': { title: 'Open a census', past: '{actor} opened a census: {campaign}' },
    'object.register': {
      title: 'Enter an object',
      past: '{actor} entered “{name}” ({kind}), demanded by {demandedBy}',
    },
    'object.correct': { title: 'Correct an object', past: '{actor} corrected object {object} “{name}”' },
    'object.remove': { title: 'Take off an object', past: '{actor} took off object {object}: {reason}' },
    'census.close': { title: 'Close the census', past: '{actor} closed the census' },
    'object.judge': { title: 'Judge objects', past: '{actor} judged objects of the census' },
    'result.publish': { title: 'Publish the result', past: '{actor} published the result at {place}' },
    'stop.confirm': { title: 'Confirm “stopped”', past: '{actor} confirmed as stopped on {stoppedOn}: {evidence}' },
    'check.record': { title: 'Spot check', past: '{actor} checked object {object}: {found}. {finding}' },
    'relapse.report': {
      title: 'Report a relapse',
      past: '{actor} reported that object {object} is back, demanded by {demandedBy}. {description}',
    },
    'relapse.settle': { title: 'Settle the relapse', past: '{actor} settled the relapse: {measure}. {result}' },
    'census.withdraw': { title: 'Withdraw the census', past: '{actor} withdrew the census: {reason}' },
  },
  fields: {
    'census.open': { campaign: 'Campaign', scope: { label: 'Scope', help: 'What is cleaned up, and by whose plan.' } },
    'object.register': facet,
    'object.correct': { object: 'Object', ...facet },
    'object.remove': { object: 'Object', reason: 'Reason' },
    'census.close': { remark: 'Remark' },
    'object.judge': {
      judgements: {
        label: 'Judgements',
        help: 'The rules propose; what has no basis cannot be kept.',
        fields: {
          object: 'Object',
          verdict: {
            label: 'Verdict',
            options: { keep: 'Keep', merge: 'Merge', cancel: 'Cancel', handOver: 'Hand over' },
          },
          reason: 'Reason',
          article: 'Article',
          mergeInto: { label: 'Merged into', help: 'Another object that is kept.' },
          handOverTo: 'Who does it now',
        },
      },
    },
    'result.publish': { place: 'Where', remark: 'Remark' },
    'stop.confirm': {
      objects: 'Objects',
      stoppedOn: 'Stopped on',
      evidence: { label: 'How it stopped', help: 'Such as: the board was taken down.' },
    },
    'check.record': {
      object: 'Object',
      found: { label: 'Found', options: { stopped: 'Stopped indeed', running: 'Still running' } },
      checkedOn: 'Checked on',
      finding: 'Finding',
    },
    'relapse.report': {
      object: 'Object',
      demandedBy: 'Who demands it again',
      channel: {
        label: 'How',
        options: {
          document: 'Document',
          message: 'Message group',
          telephone: 'Telephone',
          meeting: 'Meeting',
          system: 'Information system',
        },
      },
      since: 'Since',
      description: 'What happened',
    },
    'relapse.settle': {
      object: 'Object',
      measure: {
        label: 'Measure',
        options: {
          demandWithdrawn: 'The unit withdrew its demand',
          unitInstructed: 'The unit was told to put it right',
          referred: 'Referred to the competent body',
          unfounded: 'Unfounded',
        },
      },
      result: 'Result',
    },
    'census.withdraw': { reason: 'Reason' },
  },
  events: { 'checkWindow.expire': { past: 'The time for spot checks is over; the clean-up ended' } },
  relations: {
    opener: 'Opener',
    registrar: 'Who entered',
    judge: 'Who judged',
    confirmer: 'Who confirmed',
    reporter: 'Who reported',
  },
  deadlines: {
    census: 'Time for the census',
    comparison: 'Time for the comparison',
    publication: 'Time to publish',
    stopping: 'Time to stop',
    settlement: 'Time to settle a relapse',
    checkWindow: 'Time for spot checks',
  },
  settings: {
    censusDays: 'Time for the census',
    comparisonDays: 'Time for the comparison',
    publicationDays: 'Time to publish',
    stoppingDays: 'Time to stop',
    settlementDays: 'Time to settle a relapse',
    checkWindowMonths: 'Time for spot checks',
    warnDays: 'How early a deadline warns',
  },
  problems: {
    'object.unknown': { title: 'There is no object “{object}”', next: 'Give the number of an object of this census.' },
    'object.twice': {
      title: '“{name}” is entered already (object {object})',
      next: 'Do not enter it twice; if something changed, correct it.',
    },
    'object.tooMany': {
      title: 'A census holds {max} objects at most',
      next: 'Look for duplicates, or open a second census.',
    },
    'object.duplicateOfItself': {
      title: 'An object is no duplicate of itself',
      next: 'Give the number of another object, or none.',
    },
    'census.empty': {
      title: 'Nothing is entered yet',
      next: 'Enter objects first; if there are none, withdraw the census.',
    },
    'judgement.twice': { title: 'Object {object} is judged twice in one list', next: 'Leave one judgement for each.' },
    'judgement.againstRule': {
      title: '“{object}” can be neither kept nor merged: {reason}',
      next: 'Cancel it or hand it over; if a basis was overlooked, have the community correct the entry first.',
    },
    'judgement.mergeTarget': {
      title: '“{object}” does not say into which kept object it is merged',
      next: 'Give the number of another object that is kept.',
    },
    'judgement.handOverTarget': { title: '“{object}” does not say who does it now', next: 'Give the unit.' },
    'stop.notDue': {
      title: '“{object}” does not have to stop, or is confirmed already',
      next: 'Choose objects that must stop and are not confirmed; what came back waits for the relief group first.',
    },
    'relapse.notStopped': {
      title: '“{object}” was never confirmed as stopped',
      next: 'Confirm it first; if it cannot be stopped, tell the relief group.',
    },
    'relapse.notOpen': { title: 'No relapse of “{object}” is open', next: 'Choose an object whose relapse is open.' },
    'date.future': { title: '{day} has not come yet', next: 'Give a date that has already come.' },
    'handsOff.registrar': { title: 'Who entered objects does not judge them', next: 'Let another of the group do it.' },
    'handsOff.confirmer': { title: 'Who confirmed does not check', next: 'Let somebody else check.' },
    'handsOff.reporter': { title: 'Who reported does not settle it', next: 'Let another of the group settle it.' },
  },
  notices: {
    compared: '“{title}” was compared with its basis and will be published.',
    published: 'The result of “{title}” was published; confirm in time what has stopped.',
    stopped: 'Everything of “{title}” that had to stop is confirmed; spot checks begin.',
    relapsed: 'Something of “{title}” is back; the relief group has it.',
    settled: 'The relapse of “{title}” is settled; the community confirms again.',
    withdrawn: '“{title}” was withdrawn.',
  },
  registers: {
    cleanUpObjects: {
      title: 'What a census has found',
      columns: {
        kind: facet.kind,
        name: 'Name',
        demandedBy: 'Demanded by',
        basis: 'Basis',
        hoursPerMonth: 'Hours per month',
        verdict: {
          label: 'Verdict',
          options: { found: 'Entered', keep: 'Keep', merge: 'Merge', cancel: 'Cancel', handOver: 'Hand over' },
        },
        stoppedConfirmed: 'Stop confirmed by the community',
      },
    },
  },
};
