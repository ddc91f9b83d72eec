import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameCore } from '../../../processes/law/certificate-names.ts';
import { forbidden2020, forbiddenKeys } from '../../../processes/law/seal-lists/forbidden-2020.ts';
import { kept2019, keptKeys } from '../../../processes/law/seal-lists/kept-beijing-2019.ts';
import {
  type CertificateQuestion,
  certificateRule,
  judgeCertificate,
  sealListOf,
  sealLists,
  sealListsOn,
  suspectsIn,
} from '../../../processes/law/seal-lists.ts';

function ask(change: Partial<CertificateQuestion>) {
  return judgeCertificate({
    certificateType: 'other',
    typeName: undefined,
    purpose: '入职',
    requestingBody: '某公司',
    district: 'chaoyang',
    on: '2026-11-23',
    ...change,
  });
}

const named = (typeName: string) => ask({ typeName });

describe('the lists', () => {
  it('are twenty that must not be issued and four that Beijing keeps', () => {
    expect(forbidden2020.map(({ key }) => key)).toEqual(forbiddenKeys);
    expect(forbiddenKeys).toHaveLength(20);
    expect(kept2019.map(({ key }) => key)).toEqual(keptKeys);
    expect(keptKeys).toHaveLength(4);
    expect(sealLists.every(({ source }) => source.title.zh !== '' && source.title.en !== '')).toBe(true);
    expect(sealListOf('national@2020-04-28')?.forbidden).toHaveLength(20);
  });

  it('hold by day and by district', () => {
    const ids = (district: string, on: string) => sealListsOn({ district, on }).map(({ id }) => id);
    expect(ids('chaoyang', '2019-08-01')).toEqual([]);
    expect(ids('chaoyang', '2019-08-02')).toEqual(['beijing@2019-08-02']);
    expect(ids('chaoyang', '2020-04-28')).toEqual(['national@2020-04-28', 'beijing@2019-08-02']);
    expect(ids('wuhou', '2026-01-01')).toEqual(['national@2020-04-28']);
  });

  it('say for each type who is competent', () => {
    for (const key of [...forbiddenKeys, ...keptKeys]) expect(certificateRule(key).competent.zh, key).not.toBe('');
  });

  it('each name of the national list, written as it stands there, is recognised as itself', () => {
    for (const { key, title } of forbidden2020) {
      expect(named(title.zh), title.zh).toEqual({ verdict: 'forbidden', type: key, listId: 'national@2020-04-28' });
    }
  });

  it('every alias leads to its own type and to no other', () => {
    for (const { key, aliases } of forbidden2020) {
      for (const alias of aliases) expect(named(alias).type, alias).toBe(key);
    }
    for (const { key, aliases } of kept2019) {
      for (const alias of aliases) expect(named(alias), alias).toMatchObject({ verdict: 'keptForOther', type: key });
    }
  });
});

describe('a forbidden type under another name', () => {
  it.each([
    ['无犯罪证明', 'noCriminalRecord'],
    ['无犯罪记录', 'noCriminalRecord'],
    ['关于本人无违法犯罪记录的情况说明', 'noCriminalRecord'],
    ['無犯罪記錄證明', 'noCriminalRecord'],
    ['无 犯 罪 记 录 证 明', 'noCriminalRecord'],
    ['无-犯-罪·记录(证明)', 'noCriminalRecord'],
    ['无\u200b犯\u200b罪证明', 'noCriminalRecord'],
    ['没有案底证明', 'noCriminalRecord'],
    ['单身证明', 'maritalStatus'],
    ['未婚证明信', 'maritalStatus'],
    ['親屬關係證明', 'kinship'],
    ['证明我妈是我妈', 'kinship'],
    ['母子关系证明', 'kinship'],
    ['身份证丢失证明', 'lostDocument'],
    ['户口本遗失证明', 'lostDocument'],
    ['同一人证明', 'identity'],
    ['活着的证明', 'beingAlive'],
    ['养狗证明', 'dogKeeping'],
    ['住改商经营场所证明', 'businessAddress'],
    ['无业证明', 'employment'],
  ])('%s is %s', (name, type) => {
    expect(named(name)).toMatchObject({ verdict: 'forbidden', type });
  });

  it('stays recognised however it is spaced and wrapped', () => {
    const names = fc.constantFrom(...forbidden2020.map(({ key, title }) => ({ key, name: title.zh })));
    const noise = fc.constantFrom('', ' ', '\u3000', '-', '·', '\u200b', '(', ')');
    const wrap = fc.constantFrom(['', ''], ['关于', '的证明'], ['开具', '证明信'], ['申请', '情况说明']);
    fc.assert(
      fc.property(
        names,
        fc.array(noise, { minLength: 20, maxLength: 20 }),
        wrap,
        ({ key, name }, noises, [before, after]) => {
          const spaced = [...name]
            .map((character, index) => character + (noises[index % noises.length] ?? ''))
            .join('');
          expect(named(`${before}${spaced}${after}`).type).toBe(key);
        },
      ),
    );
  });

  it('what nobody has listed is left to a person', () => {
    for (const name of ['居住证明', '楼道堆物清理完成证明', '社区志愿服务证明']) {
      expect(named(name), name).toEqual({ verdict: 'unlisted', type: null, listId: null });
    }
  });

  it('only what tells something is left of a name', () => {
    expect(nameCore('关于 无犯罪记录 的證明')).toBe('无犯罪记录');
    expect(nameCore('证明')).toBe('证明');
  });

  it('hints at what a text certifies, by names long enough to mean it', () => {
    const place = { district: 'chaoyang', on: '2026-11-23' };
    expect(suspectsIn('兹证明张三无犯罪记录,特此说明。', place)).toEqual(['noCriminalRecord']);
    expect(suspectsIn('张三出生于1950年,居住在12号楼。', place)).toEqual([]);
    expect(suspectsIn('兹证明张三无犯罪记录', { ...place, on: '2019-12-31' })).toEqual([]);
  });
});

describe('the key is type, purpose and requesting body', () => {
  const estate = { purpose: '继承父亲名下房屋,办理不动产登记', requestingBody: '朝阳区不动产登记中心' };

  it('kinship is forbidden in general and kept for inheriting real estate', () => {
    expect(ask({ certificateType: 'kinship' })).toMatchObject({ verdict: 'forbidden', type: 'kinship' });
    expect(ask({ certificateType: 'kinship', ...estate })).toMatchObject({
      verdict: 'kept',
      type: 'kinshipForRealEstate',
      listId: 'beijing@2019-08-02',
    });
    expect(ask({ typeName: '父子关系证明', ...estate })).toMatchObject({
      verdict: 'kept',
      type: 'kinshipForRealEstate',
    });
  });

  it('not outside Beijing, nor before the list', () => {
    expect(ask({ certificateType: 'kinship', ...estate, district: 'wuhou' }).verdict).toBe('forbidden');
    expect(ask({ certificateType: 'kinship', ...estate, on: '2019-08-01' }).verdict).toBe('unlisted');
  });

  it.each([
    ['landContractIdentity', '以农民身份办理入社登记', '朝阳区市场监督管理局'],
    ['relationToDeceasedInsured', '领取丧葬补助等待遇', '朝阳区社会保险基金管理中心'],
    ['kinshipForRealEstate', estate.purpose, estate.requestingBody],
    ['guardianForRealEstate', '代未成年人办理不动产登记', '北京市规划和自然资源委员会朝阳分局'],
  ] as const)('%s is kept for its own purpose and body only', (certificateType, purpose, requestingBody) => {
    expect(ask({ certificateType, purpose, requestingBody })).toMatchObject({ verdict: 'kept', type: certificateType });
    expect(ask({ certificateType, purpose: '子女入学', requestingBody }).verdict).toBe('keptForOther');
    expect(ask({ certificateType, purpose, requestingBody: '某银行' }).verdict).toBe('keptForOther');
    expect(ask({ certificateType, purpose: '', requestingBody: '' }).verdict).toBe('keptForOther');
  });

  it('what no purpose can save stays forbidden', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forbiddenKeys),
        fc.string(),
        fc.string(),
        (certificateType, purpose, requestingBody) => {
          const exempt = kept2019.some(({ insteadOf }) => insteadOf.includes(certificateType));
          fc.pre(!exempt);
          expect(ask({ certificateType, purpose, requestingBody }).verdict).toBe('forbidden');
        },
      ),
    );
  });
});
