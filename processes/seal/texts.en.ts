import type { FieldText, Texts } from '../kernel/define-process.ts';
import { certificateTitles, forbiddenTitles } from './certificate-titles.ts';
import type { SealNames } from './names.ts';

const personFields: Record<string, FieldText> = { personId: 'Account', name: 'Name' };
const matter: FieldText = {
  label: 'Weight of the matter',
  help: "A major matter needs the residents' representative meeting first, and its publicity must have ended.",
  options: { ordinary: 'Ordinary', major: 'Major' },
};

export const en: Texts<SealNames> = {
  title: 'Use of the seal',
  summary:
    "What a residents' committee stamps: judged by type of certificate, purpose and requesting body; what must not be issued gets a notice that names the competent office, the rest is verified, approved, stamped, registered and checked. Loss and hand-over of the seal belong here as well.",
  states: {
    judging: { title: 'To be judged', next: 'No list knows it: a community worker finds out whether law demands it.' },
    notIssued: { title: 'Not issued', next: 'This has ended; the notice names the competent office.' },
    verifying: { title: 'To be verified', next: 'A community worker checks whether it is true.' },
    deliberating: {
      title: "For the residents' representatives",
      next: 'They decide on a major matter first; a community worker records it.',
    },
    publicizing: { title: 'Published', next: 'When its time is over, it goes to approval by itself.' },
    approving: { title: 'To be approved', next: 'The director or the party secretary decides.' },
    approved: { title: 'To be stamped', next: 'The keeper compares the text, stamps and registers.' },
    declined: { title: 'Declined', next: 'This has ended; the reason is on record.' },
    registered: { title: 'Stamped and registered', next: 'It may be checked for a time, then it is archived.' },
    irregular: { title: 'Found irregular', next: 'Reported to the sub-district, which settles it.' },
    archived: { title: 'Archived', next: 'This has ended.' },
    withdrawn: { title: 'Withdrawn', next: 'This has ended.' },
    lossReported: { title: 'Loss to be received', next: 'The sub-district receives the report and has it published.' },
    lossNotice: { title: 'Loss published', next: 'Nothing is stamped; when the time is over, a new seal is made.' },
    sealMaking: {
      title: 'New seal to be made',
      next: 'Made through sub-district and police, then registered by the sub-district.',
    },
    handingOver: { title: 'To be handed over', next: 'The former keeper hands over seal and registers in time.' },
    witnessing: { title: 'To be witnessed', next: 'A witness counts; what is missing goes back.' },
    custodySettled: { title: 'Custody settled', next: 'This has ended.' },
  },
  commands: {
    'seal.apply': {
      title: 'Ask for the seal',
      past: '{actor} brought a matter of the seal: {kind}',
    },
    'type.judge': { title: 'Judge whether it may be issued', past: '{actor} judged: {verdict}. {reason}' },
    'application.verify': { title: 'Verify', past: '{actor} verified: {verdict}. {finding}' },
    'decision.record': {
      title: 'Record the decision of the meeting',
      past: '{actor} recorded the decision of the meeting of {heldOn}: {verdict}',
    },
    'use.approve': { title: 'Approve', past: '{actor} decided: {verdict}, {copies} copies. {reason}' },
    'seal.use': { title: 'Stamp and register', past: '{actor} stamped {copies} copies, taken by {receivedBy}' },
    'use.check': { title: 'Spot check', past: '{actor} checked the use: {verdict}. {finding}' },
    'irregularity.settle': { title: 'Settle', past: '{actor} settled what was found: {measure}. {result}' },
    'application.withdraw': { title: 'Withdraw', past: '{actor} withdrew it: {reason}' },
    'loss.receive': { title: 'Receive the report of loss', past: '{actor} received the report: {verdict}. {remark}' },
    'newSeal.register': {
      title: 'Register the new seal',
      past: '{actor} registered the seal made on {madeOn}, filed: {policeFiling}',
    },
    'handOver.give': { title: 'Hand over', past: '{actor} handed over the seal and {registerVolumes} registers' },
    'handOver.witness': { title: 'Witness', past: '{actor} witnessed: {finding}' },
  },
  fields: {
    'seal.apply': {
      kind: {
        label: 'What is it',
        options: {
          certificate: 'A certificate',
          document: 'A paper of the committee',
          loss: 'Loss of the seal',
          handOver: 'Hand-over after an election',
        },
      },
      certificateType: {
        label: 'Type of certificate',
        help: 'Most of these must not be issued; you are told at once where to go.',
        options: { ...certificateTitles('en'), other: 'Other (give its name)' },
      },
      typeName: { label: 'Name of the certificate', help: 'For “other”: as the requesting body calls it.' },
      purpose: { label: 'Purpose', help: 'One certificate, one stated purpose.' },
      requestingBody: { label: 'Requesting body', help: 'Its full name.' },
      matter,
      copies: 'Copies',
      applicant: {
        label: 'Applicant',
        fields: {
          personId: { label: 'Account', help: 'Empty where the resident has none and a community worker enters it.' },
          name: 'Name',
          phone: 'Telephone',
          address: 'Address',
        },
      },
      content: { label: 'Text', help: 'The whole text to be stamped; blank paper is never stamped.' },
      loss: { label: 'Loss', fields: { discoveredOn: 'Noticed on', circumstances: 'What happened' } },
      handOver: {
        label: 'Hand-over',
        fields: {
          electedOn: { label: 'Day of the election', help: 'The time runs from the next day.' },
          outgoing: { label: 'Former keeper', fields: personFields },
          incoming: { label: 'New keeper', fields: personFields },
        },
      },
    },
    'type.judge': {
      verdict: {
        label: 'Judgement',
        options: {
          issuable: 'Has a basis in law, may be issued',
          noBasis: 'No basis in law, not issued',
          listedType: 'In truth a listed type, not issued',
        },
      },
      listedType: { label: 'Which listed type', options: forbiddenTitles('en') },
      basis: { label: 'Basis', help: "Name and article of the law, or the State Council's list." },
      reason: 'Reason',
    },
    'application.verify': {
      verdict: { label: 'Result', options: { confirmed: 'True', notTrue: 'Not true, or cannot be verified' } },
      matter,
      way: {
        label: 'How',
        options: { visit: 'Visit', records: 'Records', phone: 'Telephone', known: 'Known from the work' },
      },
      finding: 'Finding',
    },
    'decision.record': {
      verdict: { label: 'Decision', options: { passed: 'Passed', rejected: 'Not passed' } },
      heldOn: 'Day of the meeting',
      entitled: 'Representatives entitled',
      present: 'Representatives present',
      agreed: 'In favour',
      minutes: 'Minutes',
    },
    'use.approve': {
      verdict: { label: 'Decision', options: { approved: 'Approved', declined: 'Declined' } },
      copies: 'Copies approved',
      reason: 'Reason',
    },
    'seal.use': {
      copies: 'Copies stamped',
      sameAsApproved: { label: 'Same text as approved', help: 'Each copy compared; never on blank or altered paper.' },
      receivedBy: 'Taken by',
    },
    'use.check': {
      verdict: { label: 'Verdict', options: { regular: 'Regular', irregular: 'Irregular' } },
      irregularities: {
        label: 'What was irregular',
        options: {
          blankPaper: 'Blank paper stamped',
          contentDiffers: 'Other text than approved',
          noApproval: 'Not approved',
          tooManyCopies: 'Too many copies',
          forbiddenType: 'A type that must not be issued',
          takenOut: 'Seal taken out without permission',
          notRegistered: 'Not registered',
        },
      },
      finding: 'Finding',
    },
    'irregularity.settle': {
      measure: {
        label: 'Measure',
        options: {
          paperRecalled: 'Paper recalled or declared void',
          instructed: 'Told to put it right',
          responsibilityPursued: 'Responsibility pursued',
          unfounded: 'Unfounded',
        },
      },
      result: 'Result',
    },
    'application.withdraw': { reason: 'Reason' },
    'loss.receive': {
      verdict: { label: 'Result', options: { confirmed: 'Lost', found: 'Found again' } },
      noticePlace: { label: 'Where it is published', help: 'A loss is published for 30 days at least.' },
      noticeText: 'Text of the notice',
      remark: 'Remark',
    },
    'newSeal.register': {
      madeOn: 'Made on',
      policeFiling: 'Police filing',
      imprint: 'Picture of the imprint',
      keeper: { label: 'Keeper', fields: personFields },
    },
    'handOver.give': {
      items: { label: 'Items', help: 'Each seal by its name.' },
      registerVolumes: 'Volumes of the register',
      lastUseNumber: 'Number of the last use',
    },
    'handOver.witness': { complete: 'Complete', finding: 'Finding' },
  },
  events: {
    'publicity.expire': { past: 'Publicity ended; it went to approval' },
    'checkWindow.expire': { past: 'Time for spot checks ended; archived' },
    'lossNotice.expire': { past: 'The notice of loss ended; a new seal may be made' },
  },
  relations: {
    applicant: 'Applicant',
    submitter: 'Who handed it in',
    judge: 'Who judged',
    verifier: 'Who verified',
    approver: 'Who approved',
    keeper: 'Who stamped',
    outgoingKeeper: 'Former keeper',
    incomingKeeper: 'New keeper',
  },
  deadlines: {
    judging: 'Time to judge',
    verification: 'Time to verify',
    publicity: 'Publicity',
    approval: 'Time to approve',
    use: 'Time to stamp',
    checkWindow: 'Time for spot checks',
    settlement: 'Time to settle what was found',
    lossReceipt: 'Time to receive the report of loss',
    lossNotice: 'Notice of loss',
    newSeal: 'Time to make a new seal',
    handOver: 'Time to hand over',
  },
  settings: {
    judgingDays: 'Time to judge',
    verificationDays: 'Time to verify',
    publicityDays: 'Publicity',
    approvalDays: 'Time to approve',
    useDays: 'Time to stamp',
    checkWindowDays: 'Time for spot checks',
    settlementDays: 'Time to settle what was found',
    lossReceiptDays: 'Time to receive the report of loss',
    lossNoticeDays: 'Notice of loss',
    newSealDays: 'Time to make a new seal',
    handOverDays: 'Time to hand over',
    warnDays: 'How early a deadline warns',
  },
  problems: {
    'kind.staffOnly': {
      title: 'A resident may ask for a certificate only',
      next: 'Let the staff of the community bring it in.',
    },
    'type.missing': { title: 'The type of certificate is missing', next: 'Choose it; what is on no list is “other”.' },
    'type.nameMissing': {
      title: 'The name of the certificate is missing',
      next: 'Write it as the requesting body does.',
    },
    'type.nameUseless': {
      title: '“Certificate” or “statement” alone does not say what is certified',
      next: 'Say what it certifies, such as “proof of residence”.',
    },
    'purpose.missing': { title: 'The purpose is missing', next: 'Say what it is for; one certificate, one purpose.' },
    'body.missing': { title: 'The requesting body is missing', next: 'Say who asks for it, by its full name.' },
    'copies.missing': { title: 'The number of copies is missing', next: 'Say how many are needed.' },
    'content.blank': {
      title: 'There is no text; blank paper is never stamped',
      next: 'Write the whole text that is to be stamped, then ask.',
    },
    'loss.missing': { title: 'Nothing is said of the loss', next: 'Say when it was noticed and what happened.' },
    'handOver.missing': {
      title: 'The two keepers are missing',
      next: 'Give the day of the election and both keepers.',
    },
    'handOver.samePerson': {
      title: 'Former and new keeper are the same person',
      next: 'Nothing is handed over then; otherwise correct it.',
    },
    'date.future': { title: '{day} has not come yet', next: 'Give a date that has already come.' },
    'judgement.basisMissing': {
      title: 'What may be issued needs its basis in law',
      next: 'Give law and article; without a basis it is not issued.',
    },
    'judgement.typeMissing': { title: 'Which listed type is missing', next: 'Choose it from the list.' },
    'judgement.listed': {
      title: 'A listed type is chosen, but the judgement says otherwise',
      next: 'Change the judgement, or leave the type out.',
    },
    'verification.lowered': {
      title: 'A major matter cannot be made an ordinary one',
      next: 'Treat it as major; if that was a slip, have it withdrawn and asked anew.',
    },
    'decision.figures': {
      title: 'The figures of the meeting do not fit',
      next: 'No more present than entitled, no more in favour than present.',
    },
    'decision.quorum': {
      title: '{present} of {entitled} were present; {needed} are needed',
      next: 'The decision is void; call the meeting again.',
    },
    'decision.majority': {
      title: '{agreed} of {present} agreed; {needed} are needed',
      next: 'Record it as not passed, or check the figures.',
    },
    'approval.tooManyCopies': {
      title: '{copies} copies are more than the {asked} asked for',
      next: 'Approve no more than were asked for.',
    },
    'use.tooManyCopies': {
      title: '{copies} copies are more than the {approved} approved',
      next: 'Stamp what was approved; for more, ask anew.',
    },
    'use.contentDiffers': {
      title: 'The text is not the approved one; it must not be stamped',
      next: 'Have it written as approved, or withdraw and ask anew.',
    },
    'use.sealLost': {
      title: 'The seal is reported lost; nothing is stamped',
      next: 'Wait until the notice has ended and the new seal is registered.',
    },
    'check.findingMissing': {
      title: 'Verdict and findings do not fit',
      next: 'Irregular needs at least one finding, regular none.',
    },
    'receipt.noticeMissing': {
      title: 'A loss needs place and text of its notice',
      next: 'Say where it is published and what it says.',
    },
    'handsOff.applicant': {
      title: 'Nobody judges, verifies, approves, stamps or checks his own application',
      next: 'Let somebody else do it.',
    },
    'handsOff.submitter': {
      title: 'Who handed it in neither approves, stamps nor checks',
      next: 'Let somebody else do it.',
    },
    'handsOff.verifier': {
      title: 'Who judged or verified neither approves nor checks',
      next: 'Let somebody else do it.',
    },
    'handsOff.approver': { title: 'Who approved neither stamps nor checks', next: 'Let another keeper stamp.' },
    'handsOff.keeper': {
      title: 'Who stamped neither checks it nor settles what was found',
      next: 'Let somebody else do it.',
    },
    'handsOff.handOver': {
      title: 'Neither side witnesses the hand-over, and the new keeper does not give',
      next: 'Let the sub-district or the supervision committee witness it.',
    },
  },
  notices: {
    notIssued:
      "A residents' committee must not issue “{title}”; take the notice of non-issuance to the office that it names.",
    toVerify: '“{title}” may be issued and is being verified.',
    approved: '“{title}” was approved and will be stamped.',
    declined: '“{title}” was declined; the reason is on record.',
    used: '“{title}” was stamped and registered.',
    irregular: 'A spot check of “{title}” found something; it was reported to the sub-district.',
    settled: 'What was found about “{title}” is settled.',
    withdrawn: '“{title}” was withdrawn.',
    custodySettled: '“{title}” is settled.',
  },
  registers: {
    sealUses: {
      title: 'Uses of the seal',
      columns: {
        certificateType: {
          label: 'Type of certificate',
          options: { ...certificateTitles('en'), other: 'Other', document: 'Not a certificate' },
        },
        requestingBody: 'Requesting body',
        copies: 'Copies',
        usedAt: 'Stamped at',
      },
    },
    sealCustody: {
      title: 'Loss of the seal',
      columns: {
        standing: { label: 'Standing', options: { lost: 'Lost' } },
        discoveredOn: 'Discovered on',
        noticePlace: 'Where notice was given',
      },
    },
  },
};
