import type { Words } from '../../processes/kernel/text.ts';
import type { AddressFault } from '../../worker/sender/webhook-address.ts';

export const channelWords: Record<'email' | 'webhook', Words> = {
  email: { zh: '邮件', en: 'E-mail' },
  webhook: { zh: '推送接口', en: 'Webhook' },
};

export const stateWords: Readonly<Record<string, Words>> = {
  waiting: { zh: '等待发送', en: 'waiting' },
  sending: { zh: '正在发送', en: 'being sent' },
  sent: { zh: '已发送', en: 'sent' },
  dropped: { zh: '已取消:本人已停用该方式', en: 'dropped: the channel was taken away' },
  dead: { zh: '未能送达,不再重试', en: 'not delivered, given up' },
  unknown: { zh: '是否送达不明', en: 'not known whether it arrived' },
};

/** What is wrong with an endpoint, at its field. */
export const addressFaultWords: Record<AddressFault, Words> = {
  malformed: {
    zh: '须为完整网址,例如 https://example.cn/hook',
    en: 'Must be a whole address, such as https://example.cn/hook',
  },
  notHttps: { zh: '须以 https:// 开头', en: 'Must begin with https://' },
  holdsCredentials: { zh: '网址中不能带用户名或密码', en: 'Must not hold a user or password' },
  addressRefused: {
    zh: '不能是本机或内部网络的地址;确需使用请联系运维人员',
    en: 'Must not be an address of this machine or a private network; ask the operator if it is needed',
  },
  nameUnknown: { zh: '找不到该域名', en: 'The name is not known' },
};

const troubles: Readonly<Record<string, Words>> = {
  interrupted: {
    zh: '发送进程在交出邮件后、记录结果前中断',
    en: 'The sender ended between handing the message over and storing the answer',
  },
  letter: { zh: '通知内容无法生成', en: 'The message could not be written' },
  'email.noAnswer': { zh: '邮件服务器收到内容后没有答复', en: 'The mail server took the message and gave no answer' },
  'email.refused': { zh: '邮件服务器拒收', en: 'The mail server refused the message' },
  'email.server': { zh: '邮件服务器不可用', en: 'The mail server is not available' },
  'webhook.timeout': { zh: '对方接口超时', en: 'The endpoint did not answer in time' },
  'webhook.connection': { zh: '无法连接对方接口', en: 'The endpoint could not be reached' },
  'webhook.status': { zh: '对方接口返回错误', en: 'The endpoint answered with an error' },
  'webhook.redirect': { zh: '对方接口要求跳转,系统不跟随', en: 'The endpoint redirects, which is not followed' },
  'webhook.gone': { zh: '对方接口已停用', en: 'The endpoint is gone' },
  'webhook.nameUnknown': { zh: '对方域名无法解析', en: 'The name of the endpoint is not known' },
  'webhook.addressRefused': {
    zh: '对方地址属于内部网络,已拒绝',
    en: 'The endpoint is in a private network and was refused',
  },
  'webhook.notHttps': { zh: '对方接口不是 https', en: 'The endpoint is not https' },
};

/** Why a message did not arrive. */
export function troubleWords(trouble: string | null): Words {
  return troubles[trouble ?? ''] ?? { zh: trouble ?? '', en: trouble ?? '' };
}
