import type { DemoCard } from '../../db/queries/people.ts';

/** Five people by whom a visitor gets to know the whole, and what to try as each of them; by the id of the person. */
export const demoCards: Readonly<Record<string, DemoCard>> = {
  'liu-guilan': {
    order: 1,
    role: 'resident',
    tryThis: [
      {
        text: {
          zh: '附议邻居的《3号楼门口加装无障碍坡道》:已有4户,再加1户就够了',
          en: 'Co-sign your neighbour’s proposal for a ramp at building 3: four households have, the fifth is enough',
        },
        path: '/items?stage=1',
      },
      { text: { zh: '写一件新的提案', en: 'Write a proposal of your own' }, path: '/propose' },
      {
        text: { zh: '看看自己提的事走到了哪一步', en: 'See how far your own matters have come' },
        path: '/me',
      },
    ],
  },
  'li-xiaoming': {
    order: 2,
    role: 'communityWorker',
    tryThis: [
      {
        text: {
          zh: '看今天该办什么,受理《地下通道照明灯更换》',
          en: 'See what is due today and accept “地下通道照明灯更换” (lights in the underpass)',
        },
        path: '/desk',
      },
      {
        text: {
          zh: '给纸质提案打确认电话:《5号楼前旧衣回收箱挪位》由楼门长代录',
          en: 'Make the confirmation call for a paper proposal that a building leader entered',
        },
        path: '/desk',
      },
      {
        text: { zh: '替不上网的居民代录一件提案', en: 'Enter a proposal for a resident who is not online' },
        path: '/propose/on-behalf',
      },
    ],
  },
  'xu-jing': {
    order: 3,
    role: 'subdistrictOfficer',
    tryThis: [
      {
        text: {
          zh: '签收督办单:《儿童活动场地围栏加固》转来后没有回音',
          en: 'Sign for a supervision order: a matter that was transferred to you had no answer',
        },
        path: '/desk',
      },
      {
        text: {
          zh: '在演练中审核资金申请《楼道声控灯更换》',
          en: 'In a drill, review the request for money for lights in the stairwells',
        },
        path: '/desk?drill=true',
      },
      {
        text: { zh: '查本街道各社区的事项', en: 'Search the matters of all your communities' },
        path: '/desk/search',
      },
    ],
  },
  'shen-yan': {
    order: 4,
    role: 'supervisor',
    tryThis: [
      {
        text: {
          zh: '在看板上点红灯,给超期的《晾衣杆统一更换》开督办单',
          en: 'Click the red light on the board and issue an order for a matter that is overdue',
        },
        path: '/board?drill=true',
      },
      {
        text: {
          zh: '看哪张督办单逾期才答复,由谁核查',
          en: 'See which order was answered late, and who verified the answer',
        },
        path: '/board?drill=true',
      },
      {
        text: {
          zh: '在演练里把验收过、后来又坏了的事项重启一轮',
          en: 'In a drill, reopen a matter that was closed and broke again',
        },
        path: '/desk/search',
      },
    ],
  },
  'tang-rui': {
    order: 5,
    role: 'departmentOfficer',
    tryThis: [
      {
        text: {
          zh: '看《安华里冬季燃气安全入户提示》为什么没能下派:经费那道关没开',
          en: 'See why a task was not handed out: the gate of the money is closed',
        },
        path: '/desk',
      },
      {
        text: {
          zh: '按清单下派一件任务,或申请一件新事项',
          en: 'Hand out a task that is on the list, or apply for a new item',
        },
        path: '/desk/new',
      },
      {
        text: { zh: '比较《公共服务事项清单》的两个版本', en: 'Compare two versions of the list of community tasks' },
        path: '/registers',
      },
    ],
  },
};
