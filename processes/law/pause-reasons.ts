/** For what a limit may stand still: a closed list, each reason with its source. */
import type { DateString } from '../kernel/clock.ts';
import type { Source } from '../kernel/define-rules.ts';
import type { Words } from '../kernel/text.ts';

export interface PauseReason {
  readonly title: Words;
  readonly inForceFrom: DateString;
  readonly source: Source;
}

const licensing = (zh: string, en: string): PauseReason => ({
  title: { zh, en },
  // 行政许可法 was last amended on 2019-04-23; article 45 is unchanged since 2004-07-01.
  inForceFrom: '2004-07-01',
  source: {
    title: {
      zh: '行政许可法:所需时间不计算在期限内,应书面告知',
      en: 'Administrative Licensing Law: not counted, told in writing',
    },
    at: '45',
    standing: 'analogue',
  },
});

export const pauseReasons = {
  hearing: licensing('听证', 'Hearing'),
  bidding: licensing('招标', 'Bidding'),
  auction: licensing('拍卖', 'Auction'),
  inspection: licensing('检验', 'Inspection'),
  test: licensing('检测', 'Test'),
  quarantine: licensing('检疫', 'Quarantine'),
  appraisal: licensing('鉴定', 'Appraisal'),
  expertReview: licensing('专家评审', 'Expert review'),
  otherBodies: {
    title: { zh: '征求第三方或其他机关意见', en: 'Asking third parties or other bodies' },
    inForceFrom: '2019-05-15',
    source: {
      title: { zh: '政府信息公开条例', en: 'Regulation on Open Government Information' },
      at: '33',
      standing: 'analogue',
    },
  },
  reviewHearing: {
    title: { zh: '复核听证', en: 'Hearing in a review' },
    inForceFrom: '2022-05-01',
    source: { title: { zh: '信访工作条例', en: 'Regulation on petition work' }, at: '36', standing: 'analogue' },
  },
  applicantDelay: {
    title: { zh: '等待申请人补充', en: 'Waiting for the applicant' },
    inForceFrom: '2026-01-01',
    source: {
      title: {
        zh: '某部门办理规定:申请人原因不计入办理时间',
        en: "Rule of a department: the applicant's own delay is not the office's",
      },
      at: '13',
      standing: 'practice',
    },
  },
  parked: {
    title: { zh: '挂账(待季节或条件具备)', en: 'Parked until season or conditions allow' },
    inForceFrom: '2014-01-01',
    source: {
      title: {
        zh: '数字化城市管理延期、回退、挂账的做法',
        en: 'Practice of digital city management: parking of works',
      },
      standing: 'practice',
    },
  },
} as const satisfies Record<string, PauseReason>;

export type PauseReasonName = keyof typeof pauseReasons;

/** What counts as not counted in the work on proposals: everything but quarantine and the review of a petition. */
export const workReasons = [
  'hearing',
  'bidding',
  'auction',
  'inspection',
  'test',
  'appraisal',
  'expertReview',
  'otherBodies',
  'applicantDelay',
  'parked',
] as const satisfies readonly PauseReasonName[];
