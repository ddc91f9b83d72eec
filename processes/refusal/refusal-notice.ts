import { type DateString, dateOf } from '../kernel/clock.ts';
import type { Paper, PaperBlock, PaperMatter, PaperRule } from '../kernel/paper.ts';
import { statisticalMarks } from '../law/statistics.ts';
import { basesOf, protection, rightToRefuse } from './basis.ts';
import { basisWords, citation } from './citation.ts';
import type { RefusalData } from './data.ts';
import type { Ground } from './grounds.ts';
import { masked } from './protection.ts';
import { zh } from './texts.zh-CN.ts';

/** 拒绝办理告知书: what is refused and why. It names the unit and no person, and the community stands for it as a whole. */
export const refusalNotice: PaperRule = {
  title: '拒绝办理告知书',
  of: (matter) => noticeOf(matter, matter.state.data as unknown as RefusalData),
};

function noticeOf({ number, orgName }: PaperMatter, data: RefusalData): Paper {
  const { task, grounds, registeredAt, refuses } = data;
  const day = dateOf(registeredAt);
  const blocks: PaperBlock[] = [
    { kind: 'paragraph', text: openingWords(data) },
    { kind: 'table', rows: rowsOf(data) },
    { kind: 'heading', text: refuses === 'task' ? '一、不予办理的理由和依据' : '一、不予接受的内容和依据' },
    {
      kind: 'list',
      items: grounds.map(
        (ground) => `${groundWords(ground)}(依据:${basesOf(ground.kind, task.receivedOn).map(citation).join('、')})`,
      ),
    },
    { kind: 'heading', text: '二、拒绝的权利' },
    { kind: 'list', items: rightToRefuse(task.receivedOn).map(basisWords) },
    { kind: 'heading', text: '三、贵单位可以怎样办理' },
    { kind: 'list', items: whatToDo(grounds) },
    { kind: 'heading', text: '四、不得因本告知降低评价' },
    {
      kind: 'paragraph',
      text: '本社区依法拒绝,任何单位不得因此对本社区及其工作人员扣分、降低考核等次、影响排名或者评优,也不得以其他方式打击报复。',
    },
    { kind: 'list', items: protection(task.receivedOn).map(basisWords) },
    {
      kind: 'paragraph',
      text: `本告知已登记为第${number}号,并同时报区社区减负工作组核查;登记情况和处理结果公开。`,
    },
  ];
  return masked(data, {
    title: refusalNotice.title,
    number: `${number}-拒`,
    addressee: task.unit.name,
    blocks,
    issuer: orgName,
    date: day,
  });
}

function openingWords({ task, refuses }: RefusalData): string {
  const asked = `贵单位于${receivedWords(task)}以${optionOf('channel', task.channel)}方式要求本社区办理“${task.title}”。`;
  return refuses === 'task'
    ? `${asked}经与公共服务事项清单和有关规定核对,本社区不予办理,现将理由、依据和办理途径告知如下。`
    : `${asked}该事项在公共服务事项清单内,本社区依法协助;所附考核要求没有依据,本社区不予接受,现告知如下。`;
}

function rowsOf({ task }: RefusalData): [string, string][] {
  const due = [task.dueText, task.dueInHours === undefined ? undefined : `${task.dueInHours}小时内`];
  const dueWords = due.filter((words) => words !== undefined).join(',');
  return [
    ['事项', task.title],
    ['要求单位', task.unit.name],
    ['提出时间', receivedWords(task)],
    ['提出方式', optionOf('channel', task.channel)],
    ['要求内容', task.wording],
    ...(dueWords === '' ? [] : [['要求完成时间', dueWords] as [string, string]]),
    ...(task.asksForForm ? [['要求填报的表格', task.asksForForm.name] as [string, string]] : []),
    ['证据', [...new Set(task.evidence.map(({ kind }) => evidenceWords(kind)))].join('、')],
  ];
}

/** One ground in words, with what was found. */
function groundWords(ground: Ground): string {
  switch (ground.kind) {
    case 'notListed':
      return `${listWords(ground)},未经准入`;
    case 'statisticalForm': {
      const { form, missing, expiredOn, day } = ground;
      const lacking = missing.map((mark) => statisticalMarks[mark].zh).join('、');
      const faults = [
        ...(lacking === '' ? [] : [`未标明${lacking}`]),
        ...(expiredOn === null ? [] : [`有效期至${dayWords(expiredOn)},${dayWords(day)}提出时已超过有效期限`]),
      ];
      return `“${form}”${faults.join(';')},有权拒绝填报`;
    }
    case 'moneyMissing':
      return '未提供完成该事项所需的人员、经费和条件';
    case 'assessmentThreat':
      return ground.words.length > 0
        ? `以“${ground.words.join('、')}”相要求,涉嫌违反考核规定(是否属实由社区减负工作组认定)`
        : '以考核评价相要求,涉嫌违反考核规定(是否属实由社区减负工作组认定)';
  }
}

function listWords(ground: Extract<Ground, { kind: 'notListed' }>): string {
  const { day, itemCode, because, itemsOnList, listChangedOn } = ground;
  const changed = listChangedOn === null ? '' : `,最近变更于${dayWords(listChangedOn)}`;
  const list = itemsOnList === 0 ? '当日没有已公布生效的事项' : `当日生效事项共${itemsOnList}项${changed}`;
  const compared = `经与${dayWords(day)}有效的公共服务事项清单(${list})比对,`;
  switch (because) {
    case 'notYetInForce':
      return `${compared}编码“${itemCode}”的事项尚未生效`;
    case 'expired':
      return `${compared}编码“${itemCode}”的事项已经到期`;
    case 'noSuchCode':
      return `${compared}没有编码为“${itemCode}”的事项`;
    default:
      return `${compared}没有该事项`;
  }
}

function whatToDo(grounds: readonly Ground[]): string[] {
  const kinds = grounds.map(({ kind }) => kind);
  return [
    ...(kinds.includes('notListed')
      ? ['确需社区协助的,请向区社区减负工作组申请公共服务事项准入;经批准公布、签订协议、经费到位后下派。']
      : []),
    ...(kinds.includes('statisticalForm')
      ? ['确需统计调查的,请依法报批或者备案,使用标明表号、制定机关、文号和有效期限的调查表。']
      : []),
    ...(kinds.includes('moneyMissing') ? ['请落实人员、经费和条件后再行下派。'] : []),
    ...(kinds.includes('assessmentThreat') ? ['请撤回所附考核要求;对社区的考核由区统一组织。'] : []),
    '对本告知有异议的,请向区社区减负工作组提出。',
  ];
}

function receivedWords({ receivedOn, receivedAtTime }: RefusalData['task']): string {
  return receivedAtTime === undefined ? dayWords(receivedOn) : `${dayWords(receivedOn)}${receivedAtTime}`;
}

/** 2026年11月23日 */
function dayWords(day: DateString): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function optionOf(field: 'channel', value: string): string {
  const text = zh.fields['task.refuse'][field];
  return (typeof text === 'object' ? text.options?.[value] : undefined) ?? value;
}

function evidenceWords(kind: string): string {
  const text = zh.fields['task.refuse'].evidence;
  const inner = typeof text === 'object' ? text.fields?.['kind'] : undefined;
  return (typeof inner === 'object' ? inner.options?.[kind] : undefined) ?? kind;
}
