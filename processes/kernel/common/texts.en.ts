import type { CommonTexts } from './texts.ts';

export const commonEn: CommonTexts = {
  commands: {
    'deadline.askExtension': { title: 'Ask for more time', past: '{actor} asked for {by} more ({deadline}): {reason}' },
    'deadline.decideExtension': {
      title: 'Decide on more time',
      past: '{actor} decided on more time ({deadline}): {verdict}; due {fromDue} before, {toDue} now; reason: {reason}',
    },
    'deadline.pause': { title: 'Pause a clock', past: '{actor} paused the clock ({deadline}; {reason}): {note}' },
    'deadline.resume': {
      title: 'Let a clock go on',
      past: '{actor} let the clock go on ({deadline}), due {toDue}: {note}',
    },
    'case.link': { title: 'Link a case', past: 'The system linked the case to {number} ({relation})' },
  },
  events: {
    'deadline.return': { past: 'The system let the clock go on ({deadline}), due {toDue}' },
    'deadline.reminded': { past: 'The system sent a {rung}: {deadline}, due {due}{missed}' },
    'deadline.urged': { past: 'The system sent an {rung}: {deadline} was due {due} and is not done{missed}' },
    'deadline.ordered': {
      past: 'The system called for a supervision order: {deadline} was due {due} and is still not done{missed}',
    },
    'extension.late': {
      past: '{actor} asked for more time ({deadline}) after it was over ({toDue}); refused and recorded as overdue',
    },
    'calendar.applied': { past: 'The system counted {count} deadlines again by the holiday tables {calendarVersion}' },
  },
  fields: {
    deadline: 'Deadline',
    by: {
      label: 'More time',
      help: 'In the unit of the deadline, such as working days or months.',
      fields: { workingDays: 'working days', calendarDays: 'days', months: 'months', hours: 'hours' },
    },
    extensionReason: { label: 'Reason', help: 'The proposers are told.' },
    verdict: { label: 'Decision', options: { granted: 'Granted', refused: 'Refused' } },
    pauseReason: { label: 'Lawful reason', help: 'Only reasons that law or rules name.' },
    note: { label: 'Explanation', help: 'What the persons concerned are told in writing.' },
    until: { label: 'Day on which the clock goes on', help: 'This or a day of review is required.' },
    reviewOn: { label: 'Day of review', help: 'Without a decision on it the clock goes on the next day.' },
    caseId: 'Case',
    number: 'Number',
    relation: {
      label: 'Relation',
      options: {
        supervisionOrder: 'Supervision order',
        supervisionOrderClosed: 'Supervision order, ended',
        supervised: 'Supervised case',
      },
    },
  },
  problems: {
    'deadline.without': {
      title: 'This cannot be done for the deadline “{deadline}”',
      next: 'Choose a deadline that can be extended or paused.',
    },
    'deadline.notStarted': {
      title: 'The deadline “{deadline}” has not started',
      next: 'Reload the case and choose a deadline that runs.',
    },
    'deadline.finished': {
      title: 'The deadline “{deadline}” has stopped',
      next: 'Reload the case and choose a deadline that runs.',
    },
    'deadline.expired': {
      title: 'The deadline “{deadline}” is over',
      next: 'It can no longer be extended or paused; go on from the present state.',
    },
    'deadline.paused': { title: 'The clock of “{deadline}” stands still', next: 'Let it go on first.' },
    'extension.late': {
      title: 'The deadline “{deadline}” is over; the request came too late and was recorded as overdue',
      next: 'Finish as soon as you can; more time can only be asked before the end.',
    },
    'extension.pending': {
      title: 'More time for “{deadline}” has been asked already',
      next: 'Wait for the decision.',
    },
    'extension.usedUp': {
      title: '“{deadline}” can be extended {timesMax} times at most',
      next: 'Finish within the deadline.',
    },
    'extension.nonePending': {
      title: 'Nobody has asked for more time for “{deadline}”',
      next: 'Reload the case to see its present state.',
    },
    'extension.decidedLate': {
      title: 'The deadline “{deadline}” is over and can no longer be extended',
      next: 'The request can only be refused; it could be granted before the end.',
    },
    'extension.length': { title: 'The length of time is not valid', next: 'Enter a whole number above zero.' },
    'extension.unit': {
      title: 'More time must be asked in the unit of the deadline',
      next: 'Enter it in {unit}.',
    },
    'extension.tooLong': { title: 'At most {max} ({unit}) can be added at once', next: 'Ask for less.' },
    'handsOff.extensionAsker': {
      title: 'Who asked for more time may not decide on it',
      next: 'Let another person in charge decide.',
    },
    'pause.late': {
      title: 'The deadline “{deadline}” is over and can no longer be paused',
      next: 'A pause does not heal it; finish as soon as you can.',
    },
    'pause.none': {
      title: 'The clock of “{deadline}” does not stand still',
      next: 'Reload the case to see its present state.',
    },
    'pause.byState': {
      title: 'The state of the case makes the clock of “{deadline}” stand still',
      next: 'It goes on when the case leaves that state.',
    },
    'pause.reason': { title: 'The reason is not on the list', next: 'Choose a reason from the list.' },
    'pause.endMissing': { title: 'A pause needs an end or a day of review', next: 'Enter at least one of them.' },
    'pause.endPast': { title: '{day} is not a day after today', next: 'Enter a day after today.' },
    'pause.tooLong': {
      title: 'The end or review may be {daysMax} days off at most',
      next: 'Enter an earlier day; the clock can be paused again then.',
    },
    'pause.reviewAfterEnd': { title: 'The review must come before the end on {until}', next: 'Change one of them.' },
    'link.itself': { title: 'A case cannot be linked to itself', next: 'Check the number.' },
    'link.already': { title: 'The case is linked to {number} already', next: 'Nothing needs to be done.' },
  },
  notices: {
    extensionGranted: '“{title}”: {deadline} was extended to {toDue}; reason: {reason}',
    extensionRefused: '“{title}”: {deadline} was not extended; reason: {reason}',
    deadlinePaused:
      '“{title}”: the clock of {deadline} stands still from today ({reason}), until or for review on {until}',
    deadlineReturned: '“{title}”: the clock of {deadline} goes on, due {toDue}',
    deadlineReminded: '“{title}”: {deadline} is due {due}; {rung}{missed}',
    deadlineRemindedCopy: 'Copy: “{title}”: {deadline} is due {due}; {rung}{missed}',
    deadlineUrged: '{rung}: “{title}”: {deadline} was due {due} and is not done; please act soon{missed}',
    deadlineUrgedCopy: 'Copy, {rung}: “{title}”: {deadline} was due {due} and is not done{missed}',
    deadlineOrdered:
      '“{title}”: {deadline} was due {due} and is still not done; the system called for a supervision order{missed}',
    deadlineOrderedCopy:
      'Copy: “{title}”: {deadline} was due {due} and is still not done; the system called for a supervision order{missed}',
  },
};
