import { certificateRule } from '../law/seal-lists.ts';
import type { Application, SealData } from './data.ts';

/** Title of the case for lists; it names no person. */
export function titleOf({ application }: SealData): string {
  switch (application.kind) {
    case 'loss':
      return '印章遗失';
    case 'handOver':
      return '换届印章移交';
    case 'document':
      return `用印:${application.purpose ?? '本居委会文件'}`;
    case 'certificate':
      return `开具${typeTitle(application)}`;
  }
}

/** What the certificate is called, in Chinese as on the papers. */
export function typeTitle({ certificateType, typeName }: Application): string {
  return certificateType === null || certificateType === 'other'
    ? (typeName ?? '证明')
    : certificateRule(certificateType).title.zh;
}
