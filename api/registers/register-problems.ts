/** Problems of reading registers. */
export const registerProblems = {
  'register.unknown': {
    status: 404,
    title: { zh: '没有名为“{register}”的登记簿', en: 'There is no register “{register}”' },
    next: { zh: '在登记簿列表中选择', en: 'Choose from the list of registers' },
  },
  'register.orgUnknown': {
    status: 404,
    title: { zh: '没有单位“{org}”', en: 'There is no organisation “{org}”' },
    next: { zh: '在单位列表中选择', en: 'Choose from the list of organisations' },
  },
  'register.versionUnknown': {
    status: 404,
    title: { zh: '该登记簿没有第{version}版', en: 'The register has no version {version}' },
    next: { zh: '现有第1版至第{last}版,请另选', en: 'Choose a version from 1 to {last}' },
  },
  'register.noVersion': {
    status: 404,
    title: { zh: '该登记簿在此单位尚无记载', en: 'Nothing was put on this register there yet' },
    next: { zh: '不填版本号即可查询某日情况', en: 'Ask for a day instead of a version' },
  },
  'register.withinCommunity': {
    status: 403,
    title: { zh: '该登记簿只在本社区范围内公开', en: 'This register is public within its community only' },
    next: { zh: '以本社区居民或其上级工作人员的身份登录后查看', en: 'Sign in as one who lives or holds office there' },
  },
  'register.datesReversed': {
    status: 400,
    title: { zh: '起始时间{from}晚于截止时间{to}', en: 'The beginning {from} is after the end {to}' },
    next: { zh: '对调后重试', en: 'Exchange them and try again' },
  },
  'register.spanTooLong': {
    status: 400,
    title: { zh: '一次最多查询{limit}个月', en: 'At most {limit} months can be asked at once' },
    next: { zh: '缩短时间范围,分次查询', en: 'Ask for a shorter span, one after the other' },
  },
} as const;
