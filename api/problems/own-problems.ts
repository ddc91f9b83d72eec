import type { Words } from '../../processes/kernel/text.ts';
import { calendarProblems } from '../calendars/calendar-problems.ts';
import { listProblems } from '../cases/list-problems.ts';
import { importProblems } from '../importing/import-problems.ts';
import { paperProblems } from '../papers/paper-problems.ts';
import { registerProblems } from '../registers/register-problems.ts';

interface ProblemText {
  status: number;
  title: Words;
  next: Words;
}

/** Problems that only HTTP knows; those that workflows share live in `processes/kernel/problem-texts.ts`. */
export const ownProblems: Readonly<Record<string, ProblemText>> = {
  ...calendarProblems,
  ...registerProblems,
  ...importProblems,
  ...paperProblems,
  ...listProblems,
  'origin.foreign': {
    status: 403,
    title: { zh: '请求不是从本系统页面发出的', en: 'The request does not come from a page of this system' },
    next: {
      zh: '从本系统页面操作,或改用 Authorization 请求头',
      en: 'Use the pages of this system, or an Authorization header',
    },
  },
  'host.unknown': {
    status: 421,
    title: { zh: '本服务不以这个域名提供', en: 'This server does not answer under that name' },
    next: {
      zh: '用 PUBLIC_URL 或 ALLOWED_HOSTS 中的域名访问;运维可在那里加上它',
      en: 'Use a name of PUBLIC_URL or ALLOWED_HOSTS; an operator can add it there',
    },
  },
  'form.ofSomebodyElse': {
    status: 403,
    title: { zh: '这张表单是另一位人员填写的', en: 'Somebody else filled in this form' },
    next: {
      zh: '请由填写人登录后提交,或重新打开页面以自己的身份填写',
      en: 'Let that person sign in and send it, or open the page anew and fill it in yourself',
    },
  },
  'request.malformed': {
    status: 400,
    title: { zh: '请求格式不对', en: 'The request is malformed' },
    next: { zh: '对照接口文档 /docs 修改后重试', en: 'Compare it with the documentation at /docs and try again' },
  },
  'request.tooSlow': {
    status: 408,
    title: { zh: '请求内容未能及时送达', en: 'The request did not arrive in time' },
    next: { zh: '检查网络后重试', en: 'Check the network and try again' },
  },
  'limit.invalid': {
    status: 422,
    title: { zh: '期限参数有{count}处需要修改', en: 'The limit has {count} fields to correct' },
    next: {
      zh: '例如 {"workingDays": 10},数值为正整数',
      en: 'Send for example {"workingDays": 10}, a positive whole number',
    },
  },
  'setting.unknown': {
    status: 422,
    title: { zh: '没有名为“{setting}”的参数', en: 'There is no setting “{setting}”' },
    next: { zh: '在流程的参数表中选择', en: 'Choose from the settings of the process' },
  },
  'notice.notFound': {
    status: 404,
    title: { zh: '没有找到这条通知', en: 'The notice was not found' },
    next: { zh: '从通知列表进入', en: 'Come from the list of notices' },
  },
  'letter.notFound': {
    status: 404,
    title: { zh: '没有这条未送达的通知', en: 'There is no such dead letter' },
    next: { zh: '刷新未送达列表', en: 'Reload the list of dead letters' },
  },
  'letter.notDead': {
    status: 409,
    title: { zh: '该通知正在发送或已经发送', en: 'The message is on its way or was sent' },
    next: { zh: '刷新未送达列表,查看最新情况', en: 'Reload the list of dead letters' },
  },
  'server.stopping': {
    status: 503,
    title: { zh: '服务正在重启', en: 'The service is restarting' },
    next: { zh: '稍后用同一操作编号重试', en: 'Try again shortly with the same key' },
  },
};
