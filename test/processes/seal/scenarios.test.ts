import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../processes/kernel/clock.ts';
import { forms } from '../../../processes/seal/forms.ts';
import { papers } from '../../../processes/seal/papers.ts';
import { rules } from '../../../processes/seal/rules.ts';
import { kinds, sampleForms } from './sample-forms.ts';
import {
  act,
  acts,
  approved,
  begin,
  beginRefusal,
  beijing,
  cast,
  dataOf,
  deadline,
  linesAfter,
  ORG,
  person,
  refusal,
  type Walk,
  wait,
} from './walk.ts';

const number = '朝阳-安贞-安贞西里-2026-0042';
const noticeOf = (walk: Walk) => {
  const { calendars: _, relays: __, number: ___, ...state } = walk.state;
  return papers.nonIssuanceNotice.of({ number, state, orgName: '朝阳区安贞西里社区' });
};

describe('a certificate that Beijing keeps', () => {
  const used = act(approved(begin()), { command: 'seal.use', by: cast.keeper });

  it('is verified, approved, stamped and put on the register, each by another hand', () => {
    expect(used.entries.map(({ type, to }) => `${type} > ${to}`)).toEqual([
      'seal.apply > verifying',
      'application.verify > approving',
      'use.approve > approved',
      'seal.use > registered',
    ]);
    expect(dataOf(used).judgement).toMatchObject({ verdict: 'kept', type: 'kinshipForRealEstate', by: null });
    expect(used.notices.map(({ to, notice }) => `${notice} ${to}`)).toEqual(['approved resident', 'used resident']);
  });

  it('stands on the register with number and copies, and with no person', () => {
    const [line] = linesAfter([used], 'sealUses');
    expect(line).toMatchObject({
      key: '2026-0001',
      value: { certificateType: 'kinshipForRealEstate', requestingBody: '朝阳区不动产登记中心', copies: 2 },
    });
    for (const secret of ['王建国', '13800000000', '12号楼3单元501']) {
      expect(JSON.stringify(line)).not.toContain(secret);
      expect(JSON.stringify(rules.present(dataOf(used), { kind: 'public', id: 'x' }))).not.toContain(secret);
    }
    expect(rules.titleOf(dataOf(used))).toBe('开具继承不动产登记亲属关系证明');
  });

  it('takes the next number of the community, and begins anew with the year', () => {
    const second = act(approved(begin({ id: 'seal-2' })), {
      command: 'seal.use',
      by: cast.keeper,
      registers: linesAfter([used], 'sealUses'),
    });
    expect(dataOf(second).use?.number).toBe('2026-0002');
    const nextYear = act(approved(begin({ id: 'seal-3' })), {
      command: 'seal.use',
      by: cast.keeper,
      at: beijing('2027-01-04'),
      registers: linesAfter([used, second], 'sealUses'),
    });
    expect(dataOf(nextYear).use?.number).toBe('2027-0001');
    const query = { form: sampleForms['seal.use'](0), data: null, org: ORG, at: beijing('2026-12-31') };
    expect(rules.lookups?.['seal.use']?.(query)).toContainEqual({
      register: 'sealUses',
      scope: 'own',
      keyPrefix: '2026-',
    });
    expect(rules.oneByOne).toEqual(['seal.use']);
  });

  it('is done in a few working days: each step has one', () => {
    const friday = begin({ at: beijing('2026-10-09') });
    expect(deadline(friday, 'verification').dueDate).toBe('2026-10-10');
    expect(deadline(approved(begin({ at: beijing('2026-11-20') })), 'use').dueDate).toBe('2026-11-23');
  });

  it('may be taken back by whoever asked until it is stamped', () => {
    expect(act(begin(), { command: 'application.withdraw', by: cast.resident }).state.state).toBe('withdrawn');
    expect(refusal(used, { command: 'application.withdraw', by: cast.resident }).code).toBe('command.notNow');
    expect(refusal(begin(), { command: 'application.withdraw', by: person('somebody', 'resident') }).code).toBe(
      'permission.denied',
    );
  });
});

describe('what must not be issued', () => {
  const byName = (typeName: string, change = {}) =>
    begin({ form: { certificateType: 'other', typeName, purpose: '入职', requestingBody: '某公司', ...change } });

  it('ends at once with a notice that names list and competent office', () => {
    const walk = begin({ form: { certificateType: 'noCriminalRecord', purpose: '入职', requestingBody: '某公司' } });
    expect(walk.state.state).toBe('notIssued');
    expect(walk.notices).toMatchObject([{ to: 'resident', notice: 'notIssued' }]);
    const paper = noticeOf(walk);
    expect(paper).toMatchObject({
      title: '不予出具告知单',
      number,
      addressee: '王建国',
      issuer: '朝阳区安贞西里社区居民委员会',
      date: '2026-11-23',
    });
    expect(JSON.stringify(paper)).toContain('民发〔2020〕20号');
    expect(JSON.stringify(paper)).toContain('公安派出所');
    expect(refusal(walk, { command: 'application.verify', by: cast.worker }).code).toBe('case.closed');
  });

  it.each(['无犯罪证明', '單身證明', '亲 属 关 系 证 明', '关于本人无犯罪记录的情况说明', '身份证遗失证明'])(
    'is refused under the name %s as well',
    (typeName) => {
      const walk = byName(typeName);
      expect(walk.state.state).toBe('notIssued');
      expect(noticeOf(walk)).toBeDefined();
      expect(linesAfter([walk], 'sealUses')).toEqual([]);
    },
  );

  it('is refused to the community worker who enters it for somebody, too', () => {
    const walk = begin({ by: cast.worker, form: { certificateType: 'other', typeName: '无犯罪证明' } });
    expect(walk.state.state).toBe('notIssued');
  });

  it('a kept type for another purpose is refused, and the notice says for which it is kept', () => {
    const walk = begin({
      form: { certificateType: 'kinshipForRealEstate', purpose: '出国探亲', requestingBody: '某使馆' },
    });
    expect(walk.state.state).toBe('notIssued');
    expect(dataOf(walk).judgement.verdict).toBe('keptForOther');
    expect(JSON.stringify(noticeOf(walk))).toContain('不能提交不动产继承权公证书');
  });

  it('whoever asks for kinship in general learns for which purposes it is still issued', () => {
    const kinship = noticeOf(
      begin({ form: { certificateType: 'kinship', purpose: '入学', requestingBody: '某小学' } }),
    );
    expect(kinship?.blocks.some((block) => block.kind === 'list' && block.items.length === 3)).toBe(true);
    const birth = noticeOf(begin({ form: { certificateType: 'birth', purpose: '入学', requestingBody: '某小学' } }));
    expect(birth?.blocks.some((block) => block.kind === 'list')).toBe(false);
  });

  it('before the national list a person had to judge', () => {
    const walk = begin({ form: { certificateType: 'noCriminalRecord' }, at: beijing('2019-12-31') });
    expect(walk.state.state).toBe('judging');
  });

  it('there is no notice for what may be issued', () => {
    expect(noticeOf(begin())).toBeUndefined();
  });
});

describe('what no list knows', () => {
  const residence = begin({ form: { certificateType: 'other', typeName: '居住情况证明' } });

  it('waits for a person, who must name the basis in law', () => {
    expect(residence.state.state).toBe('judging');
    expect(refusal(residence, { command: 'type.judge', by: cast.worker, form: { basis: undefined } })).toMatchObject({
      code: 'judgement.basisMissing',
      pointer: '/basis',
    });
    expect(act(residence, { command: 'type.judge', by: cast.worker }).state.state).toBe('verifying');
  });

  it('is not issued without a basis, and the notice gives the reason', () => {
    const walk = act(residence, {
      command: 'type.judge',
      by: cast.worker,
      form: { verdict: 'noBasis', basis: undefined, reason: '对方没有提出任何法律依据' },
    });
    expect(walk.state.state).toBe('notIssued');
    expect(JSON.stringify(noticeOf(walk))).toContain('对方没有提出任何法律依据。凡没有法律法规依据');
  });

  it('a harmless name over a text that certifies something else is pointed out', () => {
    const walk = begin({
      form: { certificateType: 'other', typeName: '品行说明函', content: '兹证明王建国在本社区居住期间无犯罪记录。' },
    });
    expect(dataOf(walk).judgement.suspects).toEqual(['noCriminalRecord']);
    const listed = { verdict: 'listedType', basis: undefined } as const;
    expect(refusal(walk, { command: 'type.judge', by: cast.worker, form: listed }).code).toBe('judgement.typeMissing');
    const judged = act(walk, {
      command: 'type.judge',
      by: cast.worker,
      form: { ...listed, listedType: 'noCriminalRecord' },
    });
    expect(judged.state.state).toBe('notIssued');
    expect(JSON.stringify(noticeOf(judged))).toContain('公安派出所');
  });

  it('the same holds for a paper of the committee itself; an honest one goes on', () => {
    expect(begin({ by: cast.clerk, form: kinds.document }).state.state).toBe('verifying');
    const hidden = begin({
      by: cast.clerk,
      form: { ...kinds.document, content: '兹证明王建国在本社区居住期间无犯罪记录。' },
    });
    expect(hidden.state.state).toBe('judging');
  });
});

describe('a form that leaves something out', () => {
  it.each([
    ['type.missing', '/certificateType', { certificateType: undefined }],
    ['type.nameMissing', '/typeName', { certificateType: 'other' }],
    ['type.nameUseless', '/typeName', { certificateType: 'other', typeName: '情况说明' }],
    ['purpose.missing', '/purpose', { purpose: undefined }],
    ['body.missing', '/requestingBody', { requestingBody: undefined }],
    ['copies.missing', '/copies', { copies: undefined }],
    ['content.blank', '/content', { content: undefined }],
    ['content.blank', '/content', { content: '________________(空白)________________' }],
    ['content.blank', '/content', { content: '兹证明……(略)' }],
  ] as const)('%s is told at %s', (code, pointer, form) => {
    expect(beginRefusal({ form })).toMatchObject({ code, pointer });
  });

  it('an empty purpose or body is a fault of the form', () => {
    for (const field of ['purpose', 'requestingBody'] as const) {
      for (const empty of ['', '   ', '\u3000']) {
        const result = forms['seal.apply'].safeParse({ ...sampleForms['seal.apply'](0), [field]: empty });
        expect(result.error?.issues.map(({ path }) => path.join('/'))).toEqual([field]);
      }
    }
  });

  it('a resident asks for certificates only; custody is the business of the staff', () => {
    for (const kind of [kinds.document, kinds.loss, kinds.handOver]) {
      expect(beginRefusal({ form: kind })).toMatchObject({ code: 'kind.staffOnly', pointer: '/kind' });
    }
    const elsewhere: typeof cast.keeper = {
      ...cast.resident,
      holdings: [...cast.resident.holdings, { role: 'sealKeeper', org: 'chaoyang.anzhen.elsewhere' }],
    };
    expect(beginRefusal({ by: elsewhere, form: kinds.loss }).code).toBe('kind.staffOnly');
  });

  it('loss and hand-over need their own particulars', () => {
    expect(beginRefusal({ by: cast.keeper, form: { ...kinds.loss, loss: undefined } }).code).toBe('loss.missing');
    expect(beginRefusal({ by: cast.keeper, form: { ...kinds.handOver, handOver: undefined } }).code).toBe(
      'handOver.missing',
    );
    const same = {
      electedOn: '2026-11-20',
      outgoing: { personId: 'k', name: '赵敏' },
      incoming: { personId: 'k', name: '赵敏' },
    };
    expect(beginRefusal({ by: cast.keeper, form: { ...kinds.handOver, handOver: same } }).code).toBe(
      'handOver.samePerson',
    );
    const later = { discoveredOn: '2026-11-24', circumstances: '明天会被盗' };
    expect(beginRefusal({ by: cast.keeper, form: { ...kinds.loss, loss: later } }).code).toBe('date.future');
  });
});

describe('hands that must not be one', () => {
  const holder = (id: string) => ({
    ...person(id),
    holdings: (['communityWorker', 'residentsCommitteeDirector', 'sealKeeper', 'residentsSupervisor'] as const).map(
      (role) => ({ role, org: ORG }),
    ),
  });
  const all = holder('all');
  const other = holder('other');

  it('who asks neither verifies, approves nor stamps', () => {
    const own = begin({
      by: other,
      form: { applicant: { personId: 'all', name: '赵敏', phone: '13800000000', address: '安贞西里' } },
    });
    expect(refusal(own, { command: 'application.verify', by: all }).code).toBe('handsOff.applicant');
    const verified = act(own, { command: 'application.verify', by: cast.worker });
    expect(refusal(verified, { command: 'use.approve', by: all }).code).toBe('handsOff.applicant');
    expect(refusal(verified, { command: 'use.approve', by: other }).code).toBe('handsOff.submitter');
    const ready = act(verified, { command: 'use.approve', by: cast.director });
    expect(refusal(ready, { command: 'seal.use', by: all }).code).toBe('handsOff.applicant');
    expect(refusal(ready, { command: 'seal.use', by: other }).code).toBe('handsOff.submitter');
  });

  it('who judged that it may be issued does not approve it', () => {
    const asked = begin({ form: { certificateType: 'other', typeName: '居住情况证明' } });
    const verified = acts(asked, [
      { command: 'type.judge', by: cast.director },
      { command: 'application.verify', by: cast.worker },
    ]);
    expect(refusal(verified, { command: 'use.approve', by: cast.director }).code).toBe('handsOff.verifier');
    expect(act(verified, { command: 'use.approve', by: cast.secretary }).state.state).toBe('approved');
  });

  it('who verified does not approve, who approved does not stamp, and none of them checks', () => {
    const verified = act(begin(), { command: 'application.verify', by: all });
    expect(refusal(verified, { command: 'use.approve', by: all }).code).toBe('handsOff.verifier');
    const ready = act(verified, { command: 'use.approve', by: other });
    expect(refusal(ready, { command: 'seal.use', by: other }).code).toBe('handsOff.approver');
    const used = act(ready, { command: 'seal.use', by: cast.keeper });
    const keeper = { ...cast.keeper, holdings: holder('keeper').holdings };
    expect(refusal(used, { command: 'use.check', by: all }).code).toBe('handsOff.verifier');
    expect(refusal(used, { command: 'use.check', by: other }).code).toBe('handsOff.approver');
    expect(refusal(used, { command: 'use.check', by: keeper }).code).toBe('handsOff.keeper');
  });
});

describe('approval and use', () => {
  it('never goes beyond the copies asked for, nor beyond those approved', () => {
    const verified = act(begin(), { command: 'application.verify', by: cast.worker });
    expect(refusal(verified, { command: 'use.approve', by: cast.director, form: { copies: 3 } })).toMatchObject({
      code: 'approval.tooManyCopies',
      values: { copies: 3, asked: 2 },
    });
    const one = act(verified, { command: 'use.approve', by: cast.director, form: { copies: 1 } });
    expect(refusal(one, { command: 'seal.use', by: cast.keeper, form: { copies: 2 } })).toMatchObject({
      code: 'use.tooManyCopies',
      values: { copies: 2, approved: 1 },
    });
  });

  it('stamps the approved text and no other', () => {
    const other = { sameAsApproved: false };
    expect(refusal(approved(begin()), { command: 'seal.use', by: cast.keeper, form: other }).code).toBe(
      'use.contentDiffers',
    );
  });

  it('what is not true, and what is not approved, ends with its reason', () => {
    const untrue = { verdict: 'notTrue' as const };
    expect(act(begin(), { command: 'application.verify', by: cast.worker, form: untrue }).state.state).toBe('declined');
    const verified = act(begin(), { command: 'application.verify', by: cast.worker });
    const no = { verdict: 'declined' as const, reason: '材料不全' };
    expect(act(verified, { command: 'use.approve', by: cast.secretary, form: no }).state.state).toBe('declined');
  });
});

describe('a major matter', () => {
  const contract = begin({
    by: cast.clerk,
    form: { ...kinds.document, matter: 'ordinary' },
    at: beijing('2026-09-21'),
  });
  const deliberating = act(contract, { command: 'application.verify', by: cast.worker, form: { matter: 'major' } });

  it('goes to the residents’ representatives although the applicant called it ordinary', () => {
    expect(deliberating.state.state).toBe('deliberating');
    expect(refusal(deliberating, { command: 'use.approve', by: cast.director }).code).toBe('command.notNow');
  });

  it('cannot be verified as an ordinary one', () => {
    const major = begin({ by: cast.clerk, form: { ...kinds.document, matter: 'major' } });
    expect(refusal(major, { command: 'application.verify', by: cast.worker })).toMatchObject({
      code: 'verification.lowered',
      pointer: '/matter',
    });
  });

  it('needs quorum and majority of the day of the meeting', () => {
    const record = (form: object) => refusal(deliberating, { command: 'decision.record', by: cast.worker, form });
    expect(record({ present: 29, agreed: 25 })).toMatchObject({
      code: 'decision.quorum',
      values: { needed: '≥2/3', entitled: 45 },
    });
    expect(record({ agreed: 19 })).toMatchObject({ code: 'decision.majority' });
    expect(record({ agreed: 39 })).toMatchObject({ code: 'decision.figures' });
    expect(record({ heldOn: '2026-09-30' })).toMatchObject({ code: 'date.future' });
  });

  it('is approved only once its publicity has ended, over National Day and its rest days', () => {
    const published = act(deliberating, { command: 'decision.record', by: cast.worker, at: beijing('2026-09-24') });
    expect(published.state.state).toBe('publicizing');
    expect(refusal(published, { command: 'use.approve', by: cast.director, at: beijing('2026-10-07') }).code).toBe(
      'command.notNow',
    );
    const { dueAt } = deadline(published, 'publicity');
    expect(isoOf(dueAt)).toBe('2026-10-09T00:00:00+08:00');
    const ended = act(wait(published, dueAt), { command: 'use.approve', by: cast.director });
    expect(ended.state.state).toBe('approved');
    expect(dataOf(ended).publicityEndedAt).toBe(dueAt);
  });

  it('ends where the representatives say no', () => {
    const no = { verdict: 'rejected' as const, agreed: 3 };
    expect(act(deliberating, { command: 'decision.record', by: cast.worker, form: no }).state.state).toBe('declined');
  });
});

describe('spot checks', () => {
  const used = act(approved(begin()), { command: 'seal.use', by: cast.keeper });
  const irregular = { verdict: 'irregular', irregularities: ['contentDiffers'] } as const;

  it('a regular one stays on record, an irregular one goes to the sub-district', () => {
    const regular = act(used, { command: 'use.check', by: cast.inspector });
    expect(regular.state.state).toBe('registered');
    const found = act(regular, {
      command: 'use.check',
      by: cast.inspector,
      form: { ...irregular, irregularities: ['contentDiffers'] },
    });
    expect(found.state.state).toBe('irregular');
    expect(found.notices.filter(({ notice }) => notice === 'irregular').map(({ to }) => to)).toEqual([
      'resident',
      'director',
      'keeper',
    ]);
    expect(rules.states.irregular.expects).toEqual({ 'irregularity.settle': 'subdistrictOfficer' });
    const settled = act(found, { command: 'irregularity.settle', by: cast.officer });
    expect(settled.state.state).toBe('registered');
    expect(dataOf(settled).checks).toHaveLength(2);
  });

  it('verdict and findings must fit', () => {
    for (const form of [{ verdict: 'irregular' as const }, { irregularities: ['takenOut' as const] }]) {
      expect(refusal(used, { command: 'use.check', by: cast.inspector, form }).code).toBe('check.findingMissing');
    }
  });

  it('the time for them ends by itself; the use stays on the register', () => {
    const march = act(approved(begin({ at: beijing('2026-03-02') })), { command: 'seal.use', by: cast.keeper });
    const archived = wait(march, deadline(march, 'checkWindow').dueAt);
    expect(archived.state.state).toBe('archived');
    expect(linesAfter([archived], 'sealUses')).toHaveLength(1);
  });
});

describe('loss of the seal', () => {
  const reported = begin({ by: cast.keeper, form: kinds.loss, at: beijing('2026-11-02'), id: 'loss-1' });
  const confirmed = act(reported, { command: 'loss.receive', by: cast.officer });

  it('is published for thirty days before a new seal can be registered', () => {
    expect(
      refusal(reported, { command: 'loss.receive', by: cast.officer, form: { noticePlace: undefined } }).code,
    ).toBe('receipt.noticeMissing');
    expect(deadline(confirmed, 'lossNotice')).toMatchObject({ dueDate: '2026-12-02', limit: { calendarDays: 30 } });
    expect(
      refusal(confirmed, { command: 'newSeal.register', by: cast.officer, at: beijing('2026-12-02T23:00') }).code,
    ).toBe('command.notNow');
    const ended = wait(confirmed, deadline(confirmed, 'lossNotice').dueAt);
    expect(act(ended, { command: 'newSeal.register', by: cast.officer }).state.state).toBe('custodySettled');
  });

  it('stops every use until the new seal is registered', () => {
    const lost = linesAfter([confirmed], 'sealCustody');
    expect(lost).toMatchObject([{ key: 'seal', value: { standing: 'lost' } }]);
    const ready = approved(begin());
    expect(refusal(ready, { command: 'seal.use', by: cast.keeper, registers: lost }).code).toBe('use.sealLost');
    const ended = wait(confirmed, deadline(confirmed, 'lossNotice').dueAt);
    const replaced = act(ended, { command: 'newSeal.register', by: cast.officer });
    const entries = rules.registers?.(dataOf(replaced), { caseId: 'loss-1', org: ORG }) ?? [];
    expect(entries.map(({ key, value }) => [key, value === null])).toEqual([
      ['seal', false],
      ['seal', true],
    ]);
  });

  it('a report alone stops nothing, and a seal that is found settles it', () => {
    expect(linesAfter([reported], 'sealCustody')).toEqual([]);
    const found = act(reported, {
      command: 'loss.receive',
      by: cast.officer,
      form: { verdict: 'found', noticePlace: undefined, noticeText: undefined },
    });
    expect(found.state.state).toBe('custodySettled');
    expect(linesAfter([found], 'sealCustody')).toEqual([]);
  });

  it('the public sees the notice and no person', () => {
    const seen = rules.present(dataOf(confirmed), { kind: 'public', id: 'x' });
    expect(seen).toMatchObject({ loss: { noticePlace: '社区公告栏和街道门户网站' } });
    expect(JSON.stringify(seen)).not.toContain('王建国');
  });
});

describe('hand-over after an election', () => {
  const electedOn = '2026-09-28';
  const parties = {
    outgoing: { personId: 'keeper', name: '赵敏' },
    incoming: { personId: 'new-keeper', name: '孙涛' },
  };
  const form = { ...kinds.handOver, handOver: { electedOn, ...parties } };

  it('has seven working days from the election, whenever it is registered', () => {
    const sameDay = begin({ by: cast.director, form, at: beijing('2026-09-28') });
    expect(deadline(sameDay, 'handOver').dueDate).toBe('2026-10-13');
    const later = begin({ by: cast.director, form, at: beijing('2026-10-09') });
    expect(deadline(later, 'handOver')).toMatchObject({ dueDate: '2026-10-13', limit: { workingDays: 3 } });
    const over = begin({ by: cast.director, form, at: beijing('2026-10-20') });
    expect(dataOf(over).handOver).toMatchObject({ workingDaysLeft: 1, lateFromTheStart: true });
    expect(dataOf(later).handOver?.lateFromTheStart).toBe(false);
  });

  it('is given by the old keeper, counted by a witness, and given again where something is missing', () => {
    const begun = begin({ by: cast.director, form, at: beijing('2026-09-28') });
    expect(refusal(begun, { command: 'handOver.give', by: cast.newKeeper }).code).toBe('handsOff.handOver');
    const given = act(begun, { command: 'handOver.give', by: person('keeper') });
    const short = act(given, { command: 'handOver.witness', by: cast.officer, form: { complete: false } });
    expect(short.state.state).toBe('handingOver');
    expect(deadline(short, 'handOver')).toMatchObject({ dueDate: '2026-10-13', endedAt: null });
    const done = acts(short, [
      { command: 'handOver.give', by: cast.keeper },
      { command: 'handOver.witness', by: cast.inspector },
    ]);
    expect(done.state.state).toBe('custodySettled');
    expect(dataOf(done).handOver?.witnesses.map(({ complete }) => complete)).toEqual([false, true]);
  });

  it('neither side witnesses its own hand-over', () => {
    const given = act(begin({ by: cast.director, form, at: beijing('2026-09-28') }), {
      command: 'handOver.give',
      by: cast.keeper,
    });
    for (const id of ['keeper', 'new-keeper']) {
      expect(refusal(given, { command: 'handOver.witness', by: person(id, 'residentsSupervisor') }).code).toBe(
        'handsOff.handOver',
      );
    }
  });
});
