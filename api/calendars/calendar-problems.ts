/** Problems of entering and confirming holiday tables. */
export const calendarProblems = {
  'calendar.denied': {
    status: 403,
    title: {
      zh: '只有区级经办人和系统运维可以录入或放行放假安排',
      en: 'Only district officers and operators may change calendars',
    },
    next: { zh: '请由区级经办人或系统运维办理', en: 'Ask a district officer or an operator' },
  },
  'calendar.yearUnknown': {
    status: 404,
    title: { zh: '没有可以办理的年份“{year}”', en: 'There is no calendar for the year “{year}”' },
    next: { zh: '可用年份为{from}至{to}', en: 'Choose a year from {from} to {to}' },
  },
  'calendar.invalid': {
    status: 422,
    title: { zh: '放假安排有{count}处自相矛盾或缺漏', en: 'The holiday table has {count} contradictions or holes' },
    next: { zh: '对照通知原文逐项更正后重新录入', en: 'Compare it with the notice, correct it and send again' },
  },
  'calendar.unchanged': {
    status: 409,
    title: { zh: '与现行第{version}版内容相同', en: 'It is the same as version {version}, which is in force' },
    next: { zh: '无需录入', en: 'There is nothing to enter' },
  },
  'calendar.versionUnknown': {
    status: 404,
    title: { zh: '{year}年没有第{version}版', en: 'The year {year} has no version {version}' },
    next: { zh: '查看该年现有版本', en: 'Look at the versions of that year' },
  },
  'calendar.samePerson': {
    status: 403,
    title: { zh: '录入人不能放行自己录入的放假安排', en: 'Who entered a table cannot confirm it' },
    next: {
      zh: '请另一位区级经办人或系统运维核对原文后放行',
      en: 'Ask another officer to compare it with the notice and confirm',
    },
  },
  'calendar.replaced': {
    status: 409,
    title: { zh: '第{version}版已被新的录入取代', en: 'Version {version} was replaced by a newer draft' },
    next: { zh: '查看最新草稿后再决定', en: 'Look at the newest draft and decide again' },
  },
  'calendar.confirmedBefore': {
    status: 409,
    title: { zh: '第{version}版已由他人放行', en: 'Version {version} was confirmed by somebody else' },
    next: { zh: '无需再放行', en: 'There is nothing left to confirm' },
  },
} as const;
