/** Words by which a message threatens with an assessment: what to look for is data, what it amounts to is found by a person. */

interface ThreatWord {
  /** How the word is called in the finding. */
  name: string;
  pattern: string;
}

/** 136号 and 街道办事处条例 art. 43 speak of assessment, ranking and veto; the other words are how messages put it. */
const threatWords: readonly ThreatWord[] = [
  { name: '扣分', pattern: '[扣减](?:除|掉)?\\s*[0-9一二两三四五六七八九十百半几若干.]*\\s*分' },
  { name: '考核', pattern: '考核' },
  { name: '排名', pattern: '排名|排序末位|排(?:在)?末位|末位' },
  { name: '评优', pattern: '评优|评先|评星' },
  { name: '一票否决', pattern: '一票否决' },
  // 通报 also means no more than to inform.
  { name: '通报', pattern: '通报(?!如下|有关情况|情况|会)' },
  { name: '绩效', pattern: '绩效' },
];

/** “不纳入考核”, “不扣分”, “不得排名” are the opposite of a threat. */
const NOT =
  '(?<!不|不得|不得因此|不得据此|不得以此|不再|不予|不会|不与|不纳入|不列入|不计入|不作为|不作|不进行|不搞|不参与|禁止|严禁)';

/** The threatening words that a text holds, each once, in the order of the list. */
export function threatsIn(...texts: readonly (string | undefined)[]): string[] {
  // Full-width digits and letters count as what they are.
  const whole = texts.join('\n').normalize('NFKC');
  return threatWords
    .filter(({ pattern }) => new RegExp(`${NOT}(?:${pattern})`, 'u').test(whole))
    .map(({ name }) => name);
}
