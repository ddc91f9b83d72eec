import type { ProofView } from '../../api/proof/ledger-proof.ts';
import type { ReceiptView } from '../../api/proof/receipts.ts';
import type { Words } from '../../processes/kernel/text.ts';
import { deskCase } from '../frame/address.ts';
import { type PageContext, sayIn, wordsOf } from '../frame/context.ts';
import { page } from '../frame/page.tsx';
import { DrillTag, Notice } from '../parts/marks.tsx';
import { Table } from '../parts/table.tsx';
import { instantWords } from '../parts/when.ts';
import { Zh } from './board-parts.tsx';
import { ReceiptBox } from './receipt-box.tsx';

export interface CheckContent {
  /** Chain of one case. */
  proof?: { view: ProofView; number: string; title: string };
  /** A receipt that was typed: what it stands for, or that nothing here has it. */
  receipt?: { typed: string; found: ReceiptView | null };
}

/** What a check has found: the chain of a case, or what a receipt stands for. */
export function checkPage(context: PageContext, { proof, receipt }: CheckContent): string {
  const t = wordsOf(context);
  return page(
    context,
    {
      title: t('核验办理记录', 'Verify records'),
      lead: t(
        '每条记录含前一条的指纹:任何一条被改动、抽走或插入,从那条起都对不上。',
        'Each record holds the fingerprint of the one before: whoever changes, removes or inserts one breaks all that follow.',
      ),
      back: { href: '/board/records', text: t('办理记录', 'Records') },
    },
    <>
      {proof && <Chain context={context} proof={proof} />}
      {receipt && <Receipt context={context} receipt={receipt} />}
      <ReceiptBox context={context} receipt={receipt?.typed ?? ''} />
    </>,
  );
}

function Chain({ context, proof }: { context: PageContext; proof: NonNullable<CheckContent['proof']> }) {
  const t = wordsOf(context);
  const say = sayIn(context);
  const { view, number, title } = proof;
  return (
    <>
      <p>
        <a href={deskCase(number)}>
          <Zh context={context}>
            {number} {title}
          </Zh>
        </a>
      </p>
      {view.whole ? (
        <Notice role="status">
          <p>
            <strong>{t('✓ 记录完整', '✓ The records are whole')}</strong>{' '}
            {t(`已逐条重算${view.rows}条,全部相符。`, `All ${view.rows} were recomputed and fit.`)}
          </p>
          {view.voided > 0 && (
            <p>
              {t(
                `其中${view.voided}条由后一条记录宣告未生效,原文仍在。`,
                `${view.voided} of them were declared void by a later one; their text still stands.`,
              )}
            </p>
          )}
        </Notice>
      ) : (
        <>
          <Notice kind="bad" role="alert">
            <p>
              <strong>{t('× 记录不完整', '× The records are not whole')}</strong>{' '}
              {t('请保留现场并通知系统运维。', 'Keep everything as it is and tell the operator.')}
            </p>
          </Notice>
          <Table
            caption={t('对不上的地方', 'What does not fit')}
            columns={[{ title: t('第几条', 'Record') }, { title: t('问题', 'Finding'), kind: 'text' }]}
            rows={view.findings.map(({ position, code }) => [position ?? '—', say(findings[code] ?? unnamed)])}
          />
        </>
      )}
    </>
  );
}

const unnamed: Words = { zh: '与登记时不同', en: 'not as it was written' };
const findings: Readonly<Record<string, Words>> = {
  'row.missing': { zh: '缺少一条记录', en: 'a record is missing' },
  'content.changed': { zh: '内容被改动', en: 'the content was changed' },
  'chain.broken': { zh: '与前一条对不上', en: 'it does not fit the one before' },
  'force.wrong': { zh: '是否生效的标记不对', en: 'whether it is in force is marked wrongly' },
  'void.wrong': { zh: '宣告未生效的记录不对', en: 'the record that voids another is wrong' },
  'sequence.wrong': { zh: '序号不连续', en: 'the sequence has a gap' },
  'view.differs': { zh: '事项现状与记录不符', en: 'the case as it stands differs from its records' },
  'chain.missing': { zh: '没有任何记录', en: 'there is no record at all' },
};

function Receipt({ context, receipt }: { context: PageContext; receipt: NonNullable<CheckContent['receipt']> }) {
  const t = wordsOf(context);
  const { found } = receipt;
  if (found === null) {
    return (
      <Notice kind="warn" role="alert">
        <p>
          <strong>{t('× 没有这张回执对应的记录', '× No record has this receipt')}</strong>{' '}
          {t(
            '请核对全部64位;确实无误的,这张回执不是本系统出具的。',
            'Check all 64 characters; if they are right, the receipt is not from here.',
          )}
        </p>
      </Notice>
    );
  }
  return (
    <section class="card" aria-labelledby="receipt">
      <h2 id="receipt">{t('回执所指的记录', 'What the receipt stands for')}</h2>
      <p>
        {found.chainWhole && found.inForce && <strong class="ok">{t('✓ 与记录一致', '✓ It fits the records')}</strong>}
        {!found.inForce && (
          <strong class="missing">{t('× 这条记录后来被宣告未生效', '× The record was later declared void')}</strong>
        )}
        {!found.chainWhole && (
          <strong class="missing">{t('× 该事项的记录不完整', '× The records of the case are not whole')}</strong>
        )}
      </p>
      <dl class="facts">
        <dt>{t('事项', 'Case')}</dt>
        <dd>
          <a href={deskCase(found.number)} lang="zh-CN">
            {found.number}
          </a>{' '}
          {found.processText} {found.drill && <DrillTag context={context} />}
        </dd>
        <dt>{t('做了什么', 'What')}</dt>
        <dd>{found.text}</dd>
        <dt>{t('时间', 'When')}</dt>
        <dd>{instantWords(found.at, context.locale)}</dd>
        <dt>{t('位置', 'Place')}</dt>
        <dd>{t(`第${found.position}条`, `record ${found.position}`)}</dd>
      </dl>
    </section>
  );
}
