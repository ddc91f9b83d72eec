import type { Actor } from '../../processes/kernel/actor.ts';
import { holdsRole, isAbove, isStaffMember } from '../frame/roles.ts';
import type { AdminDoor } from './admin-page.tsx';

/** The doors that are open to a person. */
export function doorsFor(actor: Actor): AdminDoor[] {
  const doors: (AdminDoor | false)[] = [
    isStaffMember(actor) && {
      href: '/admin/settings',
      title: { zh: '参数与依据', en: 'Settings and their sources' },
      about: {
        zh: '每个期限、人数、比例现在是多少,依据是什么,谁改过。',
        en: 'Every limit, number and share: what it is now, where it comes from, who has set another.',
      },
    },
    isAbove(actor) && {
      href: '/admin/policy',
      title: { zh: '试算参数调整', en: 'Try another figure' },
      about: {
        zh: '把期限改成另一个数,在办事项里哪些会变灯。只试算,不写入。',
        en: 'Which open cases would show another light, had another figure held. Nothing is written.',
      },
    },
    isStaffMember(actor) && {
      href: '/calendars',
      title: { zh: '放假安排', en: 'Holiday tables' },
      about: {
        zh: '逐年的放假与调休,工作日由此计算。',
        en: 'Days off and worked weekends, by which working days are counted.',
      },
    },
    isAbove(actor) && {
      href: '/admin/import',
      title: { zh: '表格导入', en: 'Import a table' },
      about: {
        zh: '把已有的清单从 xlsx 或 CSV 导入,先检查每一行。',
        en: 'Take over an existing list from xlsx or CSV; every row is checked first.',
      },
    },
    holdsRole(actor, 'operator') && {
      href: '/admin/operation',
      title: { zh: '系统运行', en: 'Operation' },
      about: {
        zh: '各部分是否就绪,时钟和待发通知,未能送达的重新发送。',
        en: 'Whether every part runs, the clock and what waits to be sent; what did not arrive can be sent again.',
      },
    },
  ];
  return doors.filter((door) => door !== false);
}
