import { namedValues } from './common/values.ts';
import type { AnyTexts } from './define-process.ts';
import type { Problem } from './problem.ts';
import { fill, type Locale, say, type Words } from './text.ts';

interface ProblemText {
  status: number;
  title: Words;
  next: Words;
}

/** Problems that any process may meet: HTTP status and words in one table. Those of one process live in its texts. */
export const problemTexts = {
  'auth.required': {
    status: 401,
    title: { zh: '请先登录', en: 'Please sign in first' },
    next: { zh: '登录后重试', en: 'Sign in and try again' },
  },
  'auth.invalid': {
    status: 401,
    title: { zh: '登录凭证无效或已过期', en: 'The sign-in is not valid or has expired' },
    next: { zh: '重新登录', en: 'Sign in again' },
  },
  'permission.denied': {
    status: 403,
    title: { zh: '您没有办理“{command}”的权限', en: 'You may not give the command “{command}”' },
    next: {
      zh: '请由有权限的人员办理,或联系社区工作人员',
      en: 'Ask somebody who may, or contact the community office',
    },
  },
  'command.unknown': {
    status: 404,
    title: { zh: '没有名为“{command}”的操作', en: 'There is no command “{command}”' },
    next: { zh: '在流程页查看可用操作', en: 'See the page of the process for its commands' },
  },
  'command.notNow': {
    status: 409,
    title: { zh: '当前环节不能办理“{command}”', en: '“{command}” is not possible in the present state' },
    next: { zh: '刷新事项,查看当前可办理的操作', en: 'Reload the case and see what can be done now' },
  },
  'case.closed': {
    status: 409,
    title: { zh: '事项已终结,不能再办理', en: 'The case is finished; nothing more can be done to it' },
    next: { zh: '如有新情况,请另行提出', en: 'If there is something new, open a new case' },
  },
  'case.openedBefore': {
    status: 409,
    title: { zh: '该操作编号早已开过一件事项', en: 'This key opened a case long ago' },
    next: {
      zh: '按编号查找原事项;另行提出请换新的操作编号',
      en: 'Look for that case; use a new key to open another',
    },
  },
  'record.ahead': {
    status: 503,
    title: { zh: '该事项的记录比流程引擎新,暂不能办理', en: 'The record of this case is ahead of the engine' },
    next: {
      zh: '请告知运维人员运行 npm run ledger:check;在此之前该事项不会写入任何内容',
      en: 'Tell the operators to run npm run ledger:check; until then nothing is written to this case',
    },
  },
  'record.differs': {
    status: 503,
    title: { zh: '该事项的记录与流程引擎不一致,暂不能办理', en: 'The record of this case differs from the engine' },
    next: {
      zh: '请告知运维人员运行 npm run ledger:check;在此之前该事项不会写入任何内容',
      en: 'Tell the operators to run npm run ledger:check; until then nothing is written to this case',
    },
  },
  'case.notFound': {
    status: 404,
    title: { zh: '没有找到该事项,或您无权查看', en: 'The case was not found, or it is not yours to see' },
    next: { zh: '核对编号,或从列表进入', en: 'Check the address, or come from the list' },
  },
  'process.unknown': {
    status: 404,
    title: { zh: '没有名为“{process}”的流程', en: 'There is no process “{process}”' },
    next: { zh: '在流程列表中选择', en: 'Choose from the list of processes' },
  },
  'org.unknown': {
    status: 422,
    title: {
      zh: '“{org}”不能发起本事项:没有这个单位,或层级不符',
      en: 'This cannot be opened at “{org}”: no such organisation, or another level',
    },
    next: {
      zh: '选择流程所属层级的社区、街道或区后再提交',
      en: 'Choose an organisation of the level that the process belongs to',
    },
  },
  'relay.elsewhere': {
    status: 409,
    title: { zh: '另一事项不属于本辖区或其上下级', en: 'The other case belongs to another line of the hierarchy' },
    next: { zh: '核对事项编号', en: 'Check the number of the case' },
  },
  'relay.fromDrill': {
    status: 409,
    title: { zh: '演练事项不能办理真实事项', en: 'A drill cannot act on a real case' },
    next: { zh: '另开一件演练事项,再与之关联', en: 'Open another drill and refer to that one' },
  },
  'relay.intoDrill': {
    status: 409,
    title: { zh: '真实事项不能办理演练事项', en: 'A real case cannot act on a drill' },
    next: { zh: '核对编号,改选真实事项', en: 'Check the number and choose a real case' },
  },
  'receipt.unknown': {
    status: 404,
    title: { zh: '没有找到该回执', en: 'The receipt was not found' },
    next: { zh: '核对回执号的全部64位', en: 'Check all 64 characters of the receipt' },
  },
  'route.unknown': {
    status: 404,
    title: { zh: '没有这个地址', en: 'There is nothing at this address' },
    next: { zh: '从首页或接口文档进入', en: 'Start from the first page or the documentation' },
  },
  'sequence.stale': {
    status: 412,
    title: { zh: '事项已被他人更新', en: 'Somebody else has changed the case meanwhile' },
    next: { zh: '查看最新情况后再决定是否继续', en: 'Look at its present state and decide again' },
  },
  'sequence.malformed': {
    status: 400,
    title: { zh: 'If-Match 请求头格式不对', en: 'The If-Match header is malformed' },
    next: { zh: '使用事项返回的 ETag,例如 "3"', en: 'Send the ETag of the case, such as "3"' },
  },
  'form.invalid': {
    status: 422,
    title: { zh: '表单有{count}处需要修改', en: 'The form has {count} fields to correct' },
    next: {
      zh: '按提示修改后重新提交,已填内容不会丢失',
      en: 'Correct the named fields and send again; nothing was lost',
    },
  },
  'query.invalid': {
    status: 400,
    title: { zh: '查询条件有误', en: 'The query is not valid' },
    next: { zh: '修改后重试', en: 'Correct it and try again' },
  },
  'body.tooLarge': {
    status: 413,
    title: { zh: '提交内容过大', en: 'The content is too large' },
    next: { zh: '精简到{limitKib} KiB以内', en: 'Keep it within {limitKib} KiB' },
  },
  'body.malformed': {
    status: 400,
    title: { zh: '提交内容不是有效的JSON', en: 'The content is not valid JSON' },
    next: { zh: '检查内容格式后重试', en: 'Check the format and try again' },
  },
  'media.unsupported': {
    status: 415,
    title: { zh: '只接受JSON格式', en: 'Only JSON is accepted' },
    next: { zh: '使用 Content-Type: application/json', en: 'Send Content-Type: application/json' },
  },
  'url.malformed': {
    status: 400,
    title: { zh: '网址格式不对', en: 'The address is malformed' },
    next: { zh: '核对网址', en: 'Check the address' },
  },
  'idempotency.reused': {
    status: 422,
    title: { zh: '同一操作编号已用于另一内容', en: 'The key was already used for another content' },
    next: { zh: '换一个新的 Idempotency-Key', en: 'Use a new Idempotency-Key' },
  },
  'idempotency.malformed': {
    status: 400,
    title: { zh: 'Idempotency-Key 格式不对', en: 'The Idempotency-Key is malformed' },
    next: { zh: '使用1到128个可见ASCII字符', en: 'Use 1 to 128 visible ASCII characters' },
  },
  'setting.invalid': {
    status: 409,
    title: { zh: '参数“{setting}”的数值{value}不能使用', en: 'The figure {value} of “{setting}” cannot be used' },
    next: { zh: '请运维人员更正该参数后再办理', en: 'Ask the operator to correct it, then try again' },
  },
  'clock.drillOnly': {
    status: 409,
    title: { zh: '只有演练事项的时钟可以快进', en: 'Only the clock of a drill can be moved' },
    next: { zh: '新建演练事项后再试', en: 'Open a drill case and try there' },
  },
  'clock.unsupported': {
    status: 501,
    title: { zh: '所连的 Temporal 服务不支持快进时钟', en: 'This Temporal server cannot move the clock of a case' },
    next: {
      zh: '演练请用 npm start 的内置服务，或请运维人员升级到 1.32 以上',
      en: 'Use the embedded server of npm start for drills, or ask the operator for server 1.32 or later',
    },
  },
  'clock.malformed': {
    status: 422,
    title: { zh: '快进时长无效', en: 'The duration is not valid' },
    next: {
      zh: '使用 P3D 或 PT2H 这样的时长,不可倒退',
      en: 'Use a duration such as P3D or PT2H; a clock cannot go back',
    },
  },
  'engine.unavailable': {
    status: 503,
    title: { zh: '系统暂时繁忙,操作结果未知', en: 'The system is busy; what became of the act is not known yet' },
    next: { zh: '稍后用同一操作编号重试,不会重复办理', en: 'Try again with the same key: it will not be done twice' },
  },
  'store.unavailable': {
    status: 503,
    title: { zh: '数据库暂时不可用', en: 'The database is not available for the moment' },
    next: { zh: '稍后重试', en: 'Try again shortly' },
  },
  'demo.only': {
    status: 404,
    title: { zh: '仅演示模式可用', en: 'Only available in demo mode' },
    next: { zh: '以演示模式启动后再试', en: 'Start in demo mode' },
  },
  'person.unknown': {
    status: 422,
    title: { zh: '没有这位人员“{person}”', en: 'There is no such person “{person}”' },
    next: { zh: '从人员列表中选择', en: 'Choose from the list of people' },
  },
  'internal.error': {
    status: 500,
    title: { zh: '系统出错,已记录', en: 'Something went wrong and was recorded' },
    next: { zh: '稍后重试;如仍出现请告知运维人员', en: 'Try again; if it happens again tell the operator' },
  },
} as const satisfies Record<string, ProblemText>;

/**
 * What a problem says to a person: HTTP status, what is wrong, and the next step. Codes `handsOff.…` are separations of hands
 * (403); every other problem of a process is a conflict with the state of its case (409).
 */
export function tellProblem(
  trouble: Problem,
  locale: Locale,
  texts: AnyTexts | null,
): { status: number; title: string; next: string } {
  const values = { ...trouble.values, ...namedValues(trouble.values ?? {}, locale, texts) };
  const own = texts?.problems[trouble.code];
  if (own)
    return {
      status: trouble.code.startsWith('handsOff.') ? 403 : 409,
      title: fill(own.title, values),
      next: fill(own.next, values),
    };
  const known: ProblemText =
    (problemTexts as Record<string, ProblemText>)[trouble.code] ?? problemTexts['internal.error'];
  return {
    status: known.status,
    title: fill(say(known.title, locale), values),
    next: fill(say(known.next, locale), values),
  };
}
