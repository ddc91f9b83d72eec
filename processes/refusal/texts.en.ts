import type { FieldText, Texts } from '../kernel/define-process.ts';
import type { RefusalNames } from './names.ts';

const evidence: FieldText = {
  label: 'Evidence',
  help: 'At least one; say what it is and where it is kept. Cover personal data of others first.',
  fields: {
    kind: {
      label: 'Kind',
      options: {
        screenshot: 'Screenshot of a chat',
        recording: 'Recording',
        document: 'Document',
        callNote: 'Note of a call',
        meetingMinutes: 'Minutes of a meeting',
        other: 'Other',
      },
    },
    note: 'Note',
  },
};
const channels: Record<string, string> = {
  wechat: 'WeChat',
  phone: 'Telephone',
  meeting: 'Meeting',
  paper: 'On paper',
  system: 'An information system',
  dispatch: 'Dispatch',
};
const itemCode = 'Code on the list';
const answer: Record<'result' | 'explanation' | 'answeredOn', FieldText> = {
  result: {
    label: 'Answer',
    options: {
      withdrawn: 'The task is withdrawn',
      changed: 'The unit does it itself, nothing is asked of the community',
      willApply: 'Admission will be applied for, nothing is asked before',
      denied: 'Nothing needs to be put right',
    },
  },
  explanation: 'Explanation',
  answeredOn: 'Answered on',
};

export const en: Texts<RefusalNames> = {
  title: 'Refusal',
  summary:
    'A task that comes to a community around the list of service items is refused in one act, with a notice; the burden-relief group checks it and has it corrected, admitted later, or dismisses the refusal.',
  states: {
    reported: {
      title: 'Refused, to be accepted by the relief group',
      next: 'The burden-relief group accepts and checks it.',
    },
    checking: {
      title: 'Being checked',
      next: 'The group compares list and evidence, asks the unit to put it right, or dismisses the refusal with reasons.',
    },
    correctionAsked: { title: 'Correction asked', next: 'The unit puts it right and answers within its time.' },
    answered: { title: 'Answered, to be confirmed', next: 'The group confirms whether it was put right.' },
    notCorrected: { title: 'Not corrected in time', next: 'The group names the unit, which may still put it right.' },
    named: { title: 'Unit named', next: 'The unit puts it right and answers; the group follows it up.' },
    corrected: { title: 'Corrected', next: 'The matter is finished.' },
    admittedLater: { title: 'Admitted later', next: 'The matter is finished; the task goes the way of a dispatch.' },
    dismissed: {
      title: 'Dismissed',
      next: 'The community may object once within the time; after that the dismissal stands.',
    },
    reviewing: { title: 'Dismissal under review', next: 'A district officer who took no part reviews it.' },
    dismissalStands: { title: 'Dismissal stands', next: 'The matter is finished.' },
  },
  // The ledger sentences of the community name nobody: who spoke up is protected.
  commands: {
    'task.refuse': {
      title: 'Refuse a task',
      past: 'The community registered a task that came around the list and issued a notice of refusal: {title}',
    },
    'threat.add': { title: 'Report pressure', past: 'The community reported pressure by way of an assessment' },
    'relief.accept': { title: 'Accept', past: 'The burden-relief group accepted it' },
    'assessment.find': {
      title: 'Find on the assessment',
      past: '{actor} found on the assessment: {verdict}. {reason}',
    },
    'correction.ask': { title: 'Ask for correction', past: '{actor} asked the unit to put it right: {requirement}' },
    'correction.answer': { title: 'Answer', past: 'The unit answered: {result}. {explanation}' },
    'answer.record': {
      title: 'Record the answer of the unit',
      past: '{actor} recorded the answer of the unit: {result}. {explanation}',
    },
    'unit.name': { title: 'Name the unit', past: '{actor} named the unit: {statement}' },
    'outcome.decide': { title: 'Decide the outcome', past: '{actor} decided: {verdict}. {reasons}' },
    'objection.raise': {
      title: 'Object to the dismissal',
      past: 'The community objected to the dismissal: {reason}',
    },
    'review.decide': { title: 'Review the dismissal', past: '{actor} reviewed the dismissal: {verdict}. {reason}' },
  },
  fields: {
    'task.refuse': {
      title: { label: 'Name of the task', help: 'The task itself, without names of persons.' },
      unit: {
        label: 'Unit that asked',
        fields: {
          name: 'Name of the unit',
          level: { label: 'Level', options: { city: 'City', district: 'District', subdistrict: 'Sub-district' } },
          person: { label: 'Contact', help: 'For the check only, never published.' },
        },
      },
      channel: {
        label: 'How it came',
        options: channels,
      },
      receivedOn: 'Received on',
      receivedAtTime: { label: 'Received at', help: '24-hour time, such as 17:10.' },
      wording: { label: 'The task in its own words', help: 'Copied as it was, not rephrased.' },
      dueInHours: 'Wanted within hours',
      dueText: { label: 'Wanted by', help: 'As it was said, such as “before 8 tonight”.' },
      itemCode: {
        label: itemCode,
        help: 'Where the unit says that it is on the list; otherwise it is compared by name.',
      },
      asksForForm: {
        label: 'Form to be filled in',
        help: 'As seen on the form; leave out what is not there. If a mark is missing or expired it may be refused.',
        fields: {
          name: 'Name of the form',
          tableNumber: 'Table number',
          authority: 'Issuing authority',
          approvalNumber: 'Number of the approval or filing',
          validUntil: 'Valid until',
        },
      },
      moneyMissing: 'People, money or means were not given',
      evidence,
      threat: {
        label: 'Pressure that came apart from the task',
        help: 'What stands in the task need not be repeated.',
      },
    },
    'threat.add': { wording: 'The pressure in its own words', receivedOn: 'Received on', evidence },
    'relief.accept': { remark: 'Remark' },
    'assessment.find': {
      verdict: {
        label: 'Finding',
        options: { confirmed: 'Confirmed, against the rules on assessment', notConfirmed: 'Not confirmed' },
      },
      reason: 'Reason',
      consequence: {
        label: 'What is required',
        help: 'Needed where it is confirmed, such as: the threat is taken back in writing. This system keeps no points. No penalty was found for Beijing; that of Shanghai (Regulation on residents’ committees, art. 38: ordered to correct, named, in serious cases warning or demerit) is an analogue only.',
      },
    },
    'correction.ask': {
      requirement: 'What must be put right',
      limitWorkingDays: { label: 'Time (working days)', help: 'Empty means the usual time.' },
    },
    'correction.answer': answer,
    'answer.record': answer,
    'unit.name': { statement: { label: 'Statement', help: 'Names the unit, never a person.' } },
    'outcome.decide': {
      verdict: {
        label: 'Outcome',
        options: { corrected: 'Corrected', admittedLater: 'Admitted later', dismissed: 'Dismissed' },
      },
      reasons: 'Reasons',
      itemCode: { label: itemCode, help: 'Needed for a later admission; it must stand on the list now.' },
      admissionNumber: { label: 'Number of the admission', help: 'Needed for a later admission.' },
    },
    'objection.raise': { reason: 'Reason' },
    'review.decide': {
      verdict: {
        label: 'Decision',
        options: { upheld: 'The dismissal is upheld', overturned: 'The dismissal falls, the check goes on' },
      },
      reason: 'Reason',
    },
  },
  events: {
    'correction.expire': { past: 'The time for correction ended without an answer of the unit' },
    'window.expire': { past: 'The time to object is over; the dismissal stands' },
  },
  relations: {
    registrant: 'Who registered it',
    unit: 'Unit that asked',
    unitSide: 'Who answered for the unit',
    reliefHand: 'Who handled it in the relief group',
  },
  deadlines: {
    acceptance: 'Time to accept',
    check: 'Time for the check',
    correction: 'Time for correction',
    confirmation: 'Time to confirm',
    naming: 'Time to name the unit',
    followUp: 'Time to follow up',
    objectionWindow: 'Time to object',
    review: 'Time for the review',
  },
  settings: {
    acceptanceDays: 'Time to accept',
    checkDays: 'Time for the check',
    correctionDays: 'Time for correction',
    correctionDaysMax: 'Longest time for correction',
    correctionsMax: 'How often correction may be asked',
    confirmationDays: 'Time to confirm',
    namingDays: 'Time to name the unit',
    followUpDays: 'Time to follow up',
    objectionWindowDays: 'Time to object',
    reviewDays: 'Time for the review',
    extensionsMax: 'How often more time may be granted',
    extensionDaysMax: 'Longest single extension',
    warnDays: 'How early a deadline warns',
  },
  problems: {
    'date.future': { title: '{day} has not come yet', next: 'Give a day and time that have already come.' },
    'task.listed': {
      title: '“{name}” ({code}) is on the list of service items of that day; there is no ground to refuse it',
      next: 'Take it as a dispatch; where its conditions are not met, refuse or return it there with reasons.',
    },
    'correction.tooOften': {
      title: 'Correction was asked {max} times already',
      next: 'Decide the outcome; name the unit if it refuses.',
    },
    'correction.limitTooLong': {
      title: 'No more than {max} working days may be given',
      next: 'Choose a shorter time.',
    },
    'naming.notRefused': {
      title: 'The unit has answered and does not refuse',
      next: 'Confirm the correction and decide the outcome.',
    },
    'naming.person': {
      title: 'The statement holds a protected name',
      next: 'Name the unit and take out the person.',
    },
    'assessment.none': {
      title: 'There is no threat without a finding',
      next: 'The community reports new pressure if there is any.',
    },
    'assessment.open': {
      title: 'Nothing has been found on the assessment yet',
      next: 'Find on it first, then decide the outcome.',
    },
    'assessment.consequenceMissing': {
      title: 'A confirmed threat must say what is required',
      next: 'Fill in what is required.',
    },
    'outcome.notCorrected': {
      title: 'The unit has neither withdrawn the task nor taken it over; it is not corrected',
      next: 'Ask for correction and wait for the answer.',
    },
    'outcome.admissionMissing': {
      title: 'A later admission needs the code on the list and the number of the admission',
      next: 'Fill in both.',
    },
    'outcome.notOnList': {
      title: 'There is no item “{code}” on the list now',
      next: 'Decide so once the admission is published and in effect.',
    },
    'dismissal.overturned': {
      title: 'A review overturned the dismissal; it cannot be dismissed again',
      next: 'Ask for correction, or wait for the admission.',
    },
    'objection.already': {
      title: 'The community has objected already',
      next: 'There is one objection only; see its decision.',
    },
    'handsOff.registrant': {
      title: 'Who registered the task cannot handle it',
      next: 'Let another person do it.',
    },
    'handsOff.unitSide': {
      title: 'Who answered for the unit can neither check, find nor review',
      next: 'Let another person do it.',
    },
    'handsOff.reliefHand': {
      title: 'Who checked or dismissed cannot review',
      next: 'Let a district officer who took no part review it.',
    },
  },
  notices: {
    registered: '“{title}” is registered and refused; the notice to “{unit}” can be printed.',
    accepted: 'The burden-relief group accepted the refusal of “{title}”.',
    threatAdded: 'New pressure was reported about “{title}”; please find on it.',
    correctionAsked: 'The burden-relief group asked “{unit}” to put “{title}” right.',
    answered: '“{unit}” answered about “{title}”.',
    notCorrected: '“{unit}” did not put “{title}” right in time; it is to be named.',
    named: '“{unit}” was named because of “{title}”.',
    assessmentFound: 'A finding was made on the assessment attached to “{title}”.',
    corrected: '“{title}” was put right; the matter is finished.',
    admittedLater: '“{title}” was admitted later; the matter is finished.',
    dismissed: 'The refusal of “{title}” was dismissed; the community may object once in time.',
    objected: 'The community objects to the dismissal about “{title}”; a district officer reviews it.',
    reviewed: 'The dismissal about “{title}” was reviewed.',
  },
  registers: {
    aroundTheList: {
      title: 'Tasks that came around the list',
      columns: {
        title: 'Task',
        unit: 'Unit that asked',
        channel: { label: 'How it came', options: channels },
        grounds: {
          label: 'Grounds',
          options: {
            notListed: 'Not on the list',
            statisticalForm: 'Form incomplete or expired',
            moneyMissing: 'People or money not given',
            assessmentThreat: 'Pressure by an assessment',
          },
        },
        assessmentBreach: 'Suspected breach of the rules on assessment',
        outcome: {
          label: 'Outcome',
          options: { open: 'Open', corrected: 'Corrected', admittedLater: 'Admitted later', dismissed: 'Dismissed' },
        },
      },
    },
  },
};
