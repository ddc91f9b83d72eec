/** Problems of printing papers. */
export const paperProblems = {
  'paper.unknown': {
    status: 404,
    title: { zh: '该流程没有文书“{paper}”', en: 'This process has no paper “{paper}”' },
    next: {
      zh: '从事项页面选择文书,或查看 /api/cases/{case}/papers',
      en: 'Choose one on the page of the case, or look at /api/cases/{case}/papers',
    },
  },
  'paper.notIssued': {
    status: 404,
    title: { zh: '本事项目前没有《{paper}》', en: 'The case has no “{paper}” now' },
    next: {
      zh: '办理到相应环节后自动生成,请先在事项页面查看进度',
      en: 'It is made when the case comes to that point; see on its page how far it is',
    },
  },
  'paper.denied': {
    status: 403,
    title: {
      zh: '文书含有您无权查看的内容,只能由当事人和工作人员打印',
      en: 'The paper holds what you may not see: only those concerned and staff may print it',
    },
    next: { zh: '需要文书的,请向社区居民委员会索取', en: 'Ask the residents’ committee if you need it' },
  },
} as const;
