/** Problems of lists, and of what people keep of them. */
export const listProblems = {
  'export.tooMany': {
    status: 422,
    title: { zh: '一次最多导出{limit}行', en: 'At most {limit} rows can be exported at once' },
    next: { zh: '增加筛选条件,分次导出', en: 'Narrow the search and export in parts' },
  },
  'follow.tooMany': {
    status: 409,
    title: { zh: '最多关注{limit}件事项', en: 'At most {limit} cases can be followed' },
    next: { zh: '先取消一些关注', en: 'Stop following some first' },
  },
  'view.tooMany': {
    status: 409,
    title: { zh: '最多保存{limit}个筛选', en: 'At most {limit} views can be saved' },
    next: { zh: '先删除不用的筛选', en: 'Delete some that are not used first' },
  },
  'view.notFound': {
    status: 404,
    title: { zh: '没有找到这个筛选', en: 'The view was not found' },
    next: { zh: '刷新页面,查看现有筛选', en: 'Reload the page to see the views there are' },
  },
  'people.staffOnly': {
    status: 403,
    title: { zh: '只有工作人员可以查找人员', en: 'Only staff may look for people' },
    next: { zh: '请社区工作人员代为查找', en: 'Ask the community office to look' },
  },
} as const;
