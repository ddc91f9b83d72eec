import type { ProposingRule } from '../kernel/proposing.ts';

/** 我要提案: what and where, why and how, who. */
export const proposing: ProposingRule = {
  title: { zh: '我要提案', en: 'Make a proposal' },
  steps: [
    {
      title: { zh: '什么事、在哪里', en: 'What and where' },
      help: {
        zh: '涉及人身安全的急事请直接拨打110、119或120。',
        en: 'If somebody is in danger, call 110, 119 or 120 at once.',
      },
      fields: ['title', 'category', 'place'],
    },
    {
      title: { zh: '为什么、怎么办', en: 'Why and how' },
      help: {
        zh: '这些内容会公开征集附议,请勿写入电话、证件号和他人姓名。',
        en: 'This text is public while co-signers are sought: no telephone, identity number or name of others.',
      },
      fields: ['problem', 'suggestion', 'expectedEffect', 'beneficiaries', 'funding', 'touches'],
    },
    {
      title: { zh: '谁提出', en: 'Who proposes' },
      help: {
        zh: '姓名、电话只给办理的工作人员看;是否公开姓名由您决定。',
        en: 'Only the staff who work on it see name and telephone; whether your name is shown is your choice.',
      },
      fields: ['enteredOnBehalf', 'proposer', 'jointProposers', 'willingToImplement', 'consentToName'],
    },
  ],
  similarBy: 'title',
  onBehalf: ['enteredOnBehalf'],
  ownOnly: ['jointProposers'],
  without: ['place.coordinates'],
  given: { privacyNoticeVersion: '2026-01' },
  leftToStaff: { 'proposer.addressVerification': 'notVerified' },
  notice: {
    zh: '提交即表示:所填内容用于办理本提案;公开页面不出现您的电话、门牌号;姓名仅在您同意时公开。',
    en: 'By sending it you agree that what you filled in is used for this proposal. Public pages never show your telephone or door number, and your name only if you agreed.',
  },
};
