import type { FieldText, Texts } from '../kernel/define-process.ts';
import { assistingActs, assistingActWords } from '../law/service-items.ts';
import type { DispatchNames } from './names.ts';

const overCeiling: FieldText = {
  label: 'Decision above the ceiling',
  help: 'Above the ceiling of the community a named person decides with reasons; never the issuer himself.',
  fields: {
    decidedBy: { label: 'Decided by', fields: { personId: 'Account', name: 'Name', office: 'Office' } },
    reason: 'Reason of the decision',
  },
};
const grounds: FieldText = {
  label: 'Grounds',
  options: {
    notListed:
      "Not on the list (Sub-district Regulations art. 32; Beijing measures for the Residents' Committees Law art. 28)",
    noMoney: 'No money comes with it (Sub-district Regulations art. 41)',
    noMeans: 'No people, technique, standard or procedure (Sub-district Regulations art. 41)',
    beyondAssistance: 'Beyond the six assisting acts (Beijing admission measures)',
    responsibilityShifted: 'The community is made mainly responsible (Swift Response Regulations art. 17)',
    unlawfulForm: 'Unlawful form-filling (Sub-district Regulations art. 32; Statistics Law art. 17)',
    duplicate: 'A task of the kind is there already',
    overCeiling: 'The ceiling of the community is reached',
    other: "Other (Beijing measures for the Residents' Committees Law art. 28)",
  },
};

export const en: Texts<DispatchNames> = {
  title: 'Dispatched task',
  summary:
    'A department or sub-district hands a task to a community. Six gates must be open: list, agreement, money, responsibility, area, ceiling. The community accepts or refuses; when the money goes the task stands still, and goes on when it is back.',
  states: {
    checking: { title: 'Gates being checked', next: 'The admission is asked for the six gates; all must be open.' },
    blocked: {
      title: 'Not dispatched',
      next: 'See which gate is closed and why; mend it and check again, or withdraw the task.',
    },
    offered: {
      title: 'Waiting for the community',
      next: 'The community accepts or refuses in time; silence is no acceptance.',
    },
    accepted: {
      title: 'Being done',
      next: 'The community works and reports by the last day; what cannot go on may be returned.',
    },
    sentBack: { title: 'To be done once more', next: 'The community completes the work and reports again.' },
    suspended: {
      title: 'Suspended',
      next: 'No clock runs. The community may finish and report, or return it; it goes on when covered again.',
    },
    reported: { title: 'To be confirmed', next: 'The issuer confirms, or asks with reasons for more.' },
    returning: {
      title: 'Returned, to be answered',
      next: 'The issuer takes note, or has the burden-relief group decide.',
    },
    disputed: { title: 'Return disputed', next: 'The burden-relief group decides.' },
    ending: { title: 'Ending', next: 'The outcome is fixed; the admission is being told.' },
    closed: { title: 'Done', next: 'The task has ended.' },
    refused: { title: 'Refused by the community', next: 'The task has ended; reasons and grounds are on record.' },
    returned: { title: 'Returned', next: 'The task has ended; reasons and grounds are on record.' },
    withdrawn: { title: 'Withdrawn', next: 'The task has ended; the reason is on record.' },
  },
  commands: {
    'task.issue': { title: 'Dispatch a task', past: '{actor} dispatched a task for {unit}: {title}' },
    'gates.recheck': { title: 'Check the gates again', past: '{actor} had the gates checked again' },
    'task.accept': { title: 'Accept the task', past: '{actor} accepted the task for the community' },
    'task.refuse': { title: 'Refuse the task', past: '{actor} refused the task for the community: {reason}' },
    'task.report': { title: 'Report', past: '{actor} reported: {result}' },
    'task.confirm': { title: 'Confirm', past: '{actor} confirmed ({verdict}): {finding}' },
    'task.sendBack': { title: 'Ask for more', past: '{actor} asked for more: {reason}' },
    'task.return': { title: 'Return the task', past: '{actor} returned the task for the community: {reason}' },
    'return.acknowledge': { title: 'Take note of the return', past: '{actor} took note of the return' },
    'return.dispute': { title: 'Dispute the return', past: '{actor} disputed the return: {reason}' },
    'return.decide': { title: 'Decide the dispute', past: '{actor} decided the dispute: {verdict}. {reason}' },
    'task.withdraw': { title: 'Withdraw the task', past: '{actor} withdrew the task: {reason}' },
    'task.suspend': { title: 'Suspend the task', past: '{actor} suspended the task: {note}' },
    'task.resume': { title: 'Resume the task', past: '{actor} resumed the task' },
  },
  fields: {
    'task.issue': {
      itemCode: { label: 'Code of the item', help: 'As in the public list of service items.' },
      title: 'Title of the task',
      unit: 'Who hands it out',
      requirement: { label: 'Requirement', help: 'Say what must be achieved.' },
      acts: {
        label: 'What the community does',
        help: 'Only the six assisting acts.',
        options: Object.fromEntries(assistingActs.map((act) => [act, assistingActWords[act].en])),
      },
      from: 'First day',
      until: { label: 'Last day', help: 'In time until 24:00; a rest day moves it to the next working day.' },
      hoursPerMonth: { label: 'Hours per month', help: 'What the community is expected to spend, in half hours.' },
      standard: { label: 'Standard and procedure', help: 'Required by the Sub-district Regulations art. 41.' },
      contact: {
        label: 'Contact',
        fields: { name: 'Name', phone: 'Telephone', personId: 'Account (may act for the issuer)' },
      },
      mainResponsible: {
        label: 'Mainly responsible',
        help: 'The main responsibility may not be shifted to the community.',
        options: { department: 'Who hands it out', community: 'The community' },
      },
      responsibilityStatement: {
        label: 'Statement of responsibility',
        help: 'Who is mainly responsible, and how far the community assists.',
      },
      overCeiling,
    },
    'gates.recheck': { overCeiling },
    'task.accept': { remark: 'Remark' },
    'task.refuse': { grounds, reason: 'Reason' },
    'task.report': {
      result: 'What was done',
      doneOn: 'Done on',
      hoursUsed: { label: 'Hours spent', help: 'May be left empty.' },
      evidence: 'Evidence',
    },
    'task.confirm': {
      verdict: { label: 'Verdict', options: { fulfilled: 'Done as required', partly: 'Partly done, no more asked' } },
      finding: 'Finding',
    },
    'task.sendBack': { reason: 'Reason' },
    'task.return': { grounds, reason: 'Reason', doneSoFar: 'What is done already' },
    'return.acknowledge': { remark: 'Remark' },
    'return.dispute': { reason: 'Reason' },
    'return.decide': {
      verdict: { label: 'Decision', options: { upheld: 'Returned', rejected: 'Not returned, the work goes on' } },
      reason: 'Reason',
    },
    'task.withdraw': { reason: 'Reason' },
    'task.suspend': { reason: 'Cause', note: 'Note' },
    'task.resume': {},
  },
  events: {
    'check.answered': { past: 'The admission answered for the gates' },
    'check.refused': { past: 'The admission could not answer for the gates' },
    'end.recorded': { past: 'The outcome was entered in the admission' },
    'end.refused': { past: 'The admission did not take in the outcome' },
  },
  relations: { issuer: 'Issuer', accepter: 'Who accepted', reporter: 'Who reported', returner: 'Who returned it' },
  deadlines: {
    answer: 'Time to answer',
    work: 'Time of the task',
    redo: 'Time to complete it',
    confirmation: 'Time to confirm',
    returnAnswer: 'Time to answer the return',
    returnDecision: 'Time to decide on the return',
  },
  settings: {
    answerDays: 'Time for the community to answer',
    redoDays: 'Time to complete the work',
    confirmationDays: 'Time to confirm',
    returnAnswerDays: 'Time to answer a return',
    returnDecisionDays: 'Time to decide on a return',
    extensionsMax: 'How often more time may be granted',
    warnDays: 'How early a deadline warns',
    sendBacksMax: 'How often more may be asked for',
    taskMonthsMax: 'Longest time of a task',
    burdenCeilingHoursPerMonth: "Ceiling of a community's burden",
  },
  problems: {
    'responsibility.shifted': {
      title:
        'The community may not be made mainly responsible (Swift Response Regulations art. 17; Sub-district Regulations art. 41)',
      next: 'Let the unit that hands the task out be responsible; the community only assists.',
    },
    'time.past': { title: 'The first day {day} has passed', next: 'Give today or a later day.' },
    'time.order': { title: 'The last day {until} is before the first day {from}', next: 'Correct the days.' },
    'time.sameDay': { title: 'The last day {day} leaves the community no time', next: 'Give tomorrow or a later day.' },
    'time.tooLong': {
      title: 'The task takes more than {months} months',
      next: 'Shorten it, and dispatch it anew later.',
    },
    'time.over': {
      title: 'The last day {until} has come',
      next: 'Withdraw the task and dispatch it anew with another time.',
    },
    'burden.overCeiling': {
      title:
        'In {month} the community has {committed} hours; with this task {hours}, above the ceiling of {ceiling} hours a month',
      next: 'Ask for fewer hours or another time, or have a named person decide with reasons.',
    },
    'overCeiling.ownDecision': {
      title: 'The issuer cannot decide for himself above the ceiling',
      next: 'Let another person decide.',
    },
    'task.accepted': { title: 'The task was accepted and cannot be refused', next: 'Return it if it cannot go on.' },
    'task.notAccepted': { title: 'The task has not been accepted', next: 'Accept or refuse it first.' },
    'date.future': { title: '{day} has not come yet', next: 'Give a date that has already come.' },
    'sendBack.already': {
      title: 'More was asked for {times} time(s) already',
      next: 'Confirm what was done, and write into the finding what was not.',
    },
    'handsOff.issuer': {
      title: 'Who issued the task cannot accept, refuse, report or return it, nor decide on its return',
      next: 'Let the community or the burden-relief group do it.',
    },
    'handsOff.reporter': { title: 'Who reported cannot confirm his own report', next: 'Let the issuer confirm it.' },
    'handsOff.returner': {
      title: 'Who returned the task can neither answer nor decide his own return',
      next: 'Let another person do it.',
    },
  },
  notices: {
    blocked: 'The task “{title}” was not dispatched; see which gate is closed.',
    offered: 'The task “{title}” has reached the community and waits for its answer.',
    accepted: 'The community accepted the task “{title}”.',
    refused: 'The community refused the task “{title}”; reasons and grounds are on record.',
    reported: 'The community reported on the task “{title}”; please confirm.',
    sentBack: 'More is asked for in the task “{title}”; please report again in time.',
    confirmed: 'The task “{title}” was confirmed.',
    returnAsked: 'The community returned the task “{title}”; take note of it or dispute it.',
    returnAcknowledged: 'The return of the task “{title}” was noted; the task has ended.',
    returnDisputed: 'The return of the task “{title}” is disputed; the burden-relief group decides.',
    returnDecided: 'The dispute over the return of the task “{title}” was decided.',
    suspended: 'The task “{title}” is suspended, no clock runs; it may be finished or returned.',
    resumed: 'The task “{title}” goes on, its clocks run again.',
    withdrawn: 'The task “{title}” was withdrawn.',
    endNotRecorded:
      'The outcome of the task “{title}” could not be entered in its admission; check whether that has ended.',
  },
  registers: {
    burden: {
      title: 'Burden of the community',
      columns: {
        month: 'Month',
        hours: 'Hours',
        source: {
          label: 'Source',
          options: {
            dispatch: 'Dispatched task',
            form: 'Form',
            report: 'Report',
            register: 'Work register',
            other: 'Other',
          },
        },
        title: 'Matter',
        unit: 'Demanded by',
      },
    },
  },
};
