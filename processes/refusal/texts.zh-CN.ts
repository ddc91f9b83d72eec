import type { FieldText, Texts } from '../kernel/define-process.ts';
import type { RefusalNames } from './names.ts';

const evidence: FieldText = {
  label: '证据',
  help: '至少一项,写明内容和保存地点;涉及他人个人信息的先遮盖。',
  fields: {
    kind: {
      label: '种类',
      options: {
        screenshot: '聊天截图',
        recording: '录音录像',
        document: '书面文件',
        callNote: '通话记录',
        meetingMinutes: '会议记录',
        other: '其他',
      },
    },
    note: '说明',
  },
};
const channels: Record<string, string> = {
  wechat: '微信',
  phone: '电话',
  meeting: '会议',
  paper: '书面',
  system: '信息系统',
  dispatch: '下派流程',
};
const itemCode = '清单事项编码';
const answer: Record<'result' | 'explanation' | 'answeredOn', FieldText> = {
  result: {
    label: '答复',
    options: {
      withdrawn: '撤回该任务',
      changed: '改为自行办理,不再要求社区承担',
      willApply: '将申请准入,准入前不再要求',
      denied: '认为无需纠正',
    },
  },
  explanation: '说明',
  answeredOn: '答复日期',
};

export const zh: Texts<RefusalNames> = {
  title: '拒绝办理',
  summary:
    '任务绕过公共服务事项清单下到社区的,社区一次登记即拒绝并出具告知书;社区减负工作组核查,要求纠正、补办准入或者驳回。',
  states: {
    reported: { title: '已拒绝,待减负工作组受理', next: '社区减负工作组受理并核查。' },
    checking: { title: '核查中', next: '减负工作组核对清单和证据,要求责任单位纠正,或者写明理由驳回。' },
    correctionAsked: { title: '已要求纠正', next: '责任单位在期限内纠正并答复。' },
    answered: { title: '已答复,待确认', next: '减负工作组确认是否纠正到位。' },
    notCorrected: { title: '逾期未纠正', next: '减负工作组通报责任单位;责任单位仍可纠正并答复。' },
    named: { title: '已通报', next: '责任单位纠正并答复,减负工作组继续跟进。' },
    corrected: { title: '已纠正', next: '本事项结束。' },
    admittedLater: { title: '已补办准入', next: '本事项结束,该任务按下派流程办理。' },
    dismissed: { title: '已驳回', next: '社区不同意的,可在期限内提出一次异议;期满驳回生效。' },
    reviewing: { title: '驳回复核中', next: '由未参与办理的区级经办人复核。' },
    dismissalStands: { title: '驳回生效', next: '本事项结束。' },
  },
  // The ledger sentences of the community name nobody: who spoke up is protected.
  commands: {
    'task.refuse': { title: '拒绝办理', past: '社区登记清单外任务并出具拒绝办理告知书:{title}' },
    'threat.add': { title: '登记考核施压', past: '社区登记一项考核施压' },
    'relief.accept': { title: '受理', past: '社区减负工作组受理' },
    'assessment.find': { title: '认定考核问题', past: '{actor}认定考核问题:{verdict}。{reason}' },
    'correction.ask': { title: '要求纠正', past: '{actor}要求责任单位纠正:{requirement}' },
    'correction.answer': { title: '答复纠正要求', past: '责任单位答复:{result}。{explanation}' },
    'answer.record': { title: '代录责任单位答复', past: '{actor}代录责任单位答复:{result}。{explanation}' },
    'unit.name': { title: '通报责任单位', past: '{actor}通报责任单位:{statement}' },
    'outcome.decide': { title: '作出结论', past: '{actor}作出结论:{verdict}。{reasons}' },
    'objection.raise': { title: '对驳回提出异议', past: '社区对驳回提出异议:{reason}' },
    'review.decide': { title: '复核驳回', past: '{actor}复核驳回:{verdict}。{reason}' },
  },
  fields: {
    'task.refuse': {
      title: { label: '任务名称', help: '写任务本身,不写人名。' },
      unit: {
        label: '要求单位',
        fields: {
          name: '单位名称',
          level: { label: '层级', options: { city: '市级', district: '区级', subdistrict: '街道' } },
          person: { label: '联系人', help: '只供核查使用,不公开。' },
        },
      },
      channel: {
        label: '提出方式',
        options: channels,
      },
      receivedOn: '收到日期',
      receivedAtTime: { label: '收到时间', help: '24小时制,例如17:10。' },
      wording: { label: '任务原话', help: '照原文抄录,不改写。' },
      dueInHours: '要求几小时内完成',
      dueText: { label: '要求的完成时间', help: '照原话,例如“今晚8点前”。' },
      itemCode: { label: itemCode, help: '对方称在清单内的,填其编码;不填按名称比对。' },
      asksForForm: {
        label: '要求填报的表格',
        help: '照表上所见填写,没有的不填;缺任一标志或者超过有效期限的,有权拒绝填报。',
        fields: {
          name: '表名',
          tableNumber: '表号',
          authority: '制定机关',
          approvalNumber: '批准或者备案文号',
          validUntil: '有效期至',
        },
      },
      moneyMissing: '没有提供人员、经费或者条件',
      evidence,
      threat: { label: '口头或者另行提出的考核施压', help: '任务原话里已有的不必重复。' },
    },
    'threat.add': { wording: '施压原话', receivedOn: '收到日期', evidence },
    'relief.accept': { remark: '备注' },
    'assessment.find': {
      verdict: { label: '认定', options: { confirmed: '属实,违反考核规定', notConfirmed: '不属实' } },
      reason: '理由',
      consequence: {
        label: '处理要求',
        help: '属实的必填,例如撤回扣分要求并书面说明。本系统不记分、不改分。本市未查到罚则;上海市居民委员会工作条例第38条(责令改正、通报,情节严重的警告或者记过)只供参照。',
      },
    },
    'correction.ask': {
      requirement: '纠正要求',
      limitWorkingDays: { label: '纠正期限(工作日)', help: '不填按默认期限。' },
    },
    'correction.answer': answer,
    'answer.record': answer,
    'unit.name': { statement: { label: '通报内容', help: '只写单位,不写人名。' } },
    'outcome.decide': {
      verdict: { label: '结论', options: { corrected: '已纠正', admittedLater: '已补办准入', dismissed: '驳回' } },
      reasons: '理由',
      itemCode: { label: itemCode, help: '补办准入的必填,须为现行清单事项。' },
      admissionNumber: { label: '准入事项编号', help: '补办准入的必填。' },
    },
    'objection.raise': { reason: '理由' },
    'review.decide': {
      verdict: { label: '复核决定', options: { upheld: '维持驳回', overturned: '撤销驳回,继续核查' } },
      reason: '理由',
    },
  },
  events: {
    'correction.expire': { past: '纠正期限届满,责任单位没有答复' },
    'window.expire': { past: '异议期满,驳回生效' },
  },
  relations: { registrant: '登记人', unit: '责任单位', unitSide: '责任单位答复人', reliefHand: '减负工作组经办人' },
  deadlines: {
    acceptance: '受理期限',
    check: '核查期限',
    correction: '纠正期限',
    confirmation: '确认期限',
    naming: '通报期限',
    followUp: '通报后跟进期限',
    objectionWindow: '异议期',
    review: '复核期限',
  },
  settings: {
    acceptanceDays: '受理期限',
    checkDays: '核查期限',
    correctionDays: '纠正期限',
    correctionDaysMax: '最长纠正期限',
    correctionsMax: '最多要求纠正次数',
    confirmationDays: '确认期限',
    namingDays: '通报期限',
    followUpDays: '通报后跟进期限',
    objectionWindowDays: '异议期',
    reviewDays: '复核期限',
    extensionsMax: '最多延期次数',
    extensionDaysMax: '每次最长延期',
    warnDays: '提前提醒天数',
  },
  problems: {
    'date.future': { title: '{day}还没有到', next: '请填写已经发生的日期和时间。' },
    'task.listed': {
      title: '“{name}”({code})在当日有效的公共服务事项清单内,没有拒绝的理由',
      next: '请通过下派流程接收;认为条件不具备的,在下派事项中拒绝或者退回并写明理由。',
    },
    'correction.tooOften': { title: '已要求纠正{max}次', next: '请作出结论;责任单位拒不纠正的,予以通报。' },
    'correction.limitTooLong': { title: '纠正期限不得超过{max}个工作日', next: '请缩短期限。' },
    'naming.notRefused': { title: '责任单位已经答复并且没有拒绝纠正', next: '请确认纠正情况并作出结论。' },
    'naming.person': { title: '通报内容里有受保护的人名', next: '请只写单位,删去人名。' },
    'assessment.none': { title: '没有待认定的考核问题', next: '有新的施压时由社区登记。' },
    'assessment.open': { title: '考核问题还没有认定', next: '请先认定考核问题,再作出结论。' },
    'assessment.consequenceMissing': { title: '认定属实的须写明处理要求', next: '请填写处理要求。' },
    'outcome.notCorrected': {
      title: '责任单位没有撤回或者改由自行办理,不能认定已纠正',
      next: '请先要求纠正并取得答复。',
    },
    'outcome.admissionMissing': {
      title: '补办准入须写明清单事项编码和准入事项编号',
      next: '请填写编码和编号。',
    },
    'outcome.notOnList': {
      title: '现行公共服务事项清单内没有编码为“{code}”的事项',
      next: '准入公布生效后再作此结论。',
    },
    'dismissal.overturned': { title: '驳回已被复核撤销,不能再次驳回', next: '请要求纠正,或者等待补办准入。' },
    'objection.already': { title: '社区已提出过异议', next: '异议只能提出一次,请等待或者查看复核决定。' },
    'handsOff.registrant': { title: '登记人不能处理自己登记的事项', next: '请由另一人办理。' },
    'handsOff.unitSide': { title: '代表责任单位答复的人不能核查、认定或者复核', next: '请由另一人办理。' },
    'handsOff.reliefHand': { title: '参与核查或者驳回的人不能复核', next: '请由未参与办理的区级经办人复核。' },
  },
  notices: {
    registered: '《{title}》已登记并拒绝,告知书可以打印送达“{unit}”。',
    accepted: '社区减负工作组已受理关于《{title}》的拒绝登记。',
    threatAdded: '关于《{title}》登记了新的考核施压,请认定。',
    correctionAsked: '减负工作组已就《{title}》要求“{unit}”纠正。',
    answered: '“{unit}”已就《{title}》答复。',
    notCorrected: '“{unit}”未在期限内就《{title}》纠正,待通报。',
    named: '“{unit}”因《{title}》被通报。',
    assessmentFound: '《{title}》所附考核问题已作出认定。',
    corrected: '《{title}》已纠正,本事项结束。',
    admittedLater: '《{title}》已补办准入,本事项结束。',
    dismissed: '关于《{title}》的拒绝登记被驳回;社区可在期限内提出一次异议。',
    objected: '社区对《{title}》的驳回提出异议,由区级经办人复核。',
    reviewed: '《{title}》的驳回已作出复核决定。',
  },
  registers: {
    aroundTheList: {
      title: '清单外派任务登记',
      columns: {
        title: '任务',
        unit: '要求单位',
        channel: { label: '提出方式', options: channels },
        grounds: {
          label: '拒绝理由',
          options: {
            notListed: '不在清单内',
            statisticalForm: '统计表缺标志或者过期',
            moneyMissing: '没有提供人员经费',
            assessmentThreat: '以考核施压',
          },
        },
        assessmentBreach: '涉嫌违规考核',
        outcome: {
          label: '结果',
          options: { open: '办理中', corrected: '已纠正', admittedLater: '已补办准入', dismissed: '已驳回' },
        },
      },
    },
  },
};
