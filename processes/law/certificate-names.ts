/** Recognises a certificate by what people call it: blanks, width, script and the usual wrapping words do not matter. */

/** Traditional characters of the names on the lists; a form filled in abroad or by an older hand has them. */
const TRADITIONAL = '親屬關係證記錄無戶項內變請養區復況蹤狀業檔財產遺繼權場體單離喪與貓員為養殘獨經營註冊';
const SIMPLIFIED = '亲属关系证记录无户项内变请养区复况踪状业档财产遗继权场体单离丧与猫员为养残独经营注册';
const simplified = new Map(
  [...TRADITIONAL].map((character, index) => [character, [...SIMPLIFIED][index] ?? character]),
);

const OPENING_WORDS = /^(?:关于|申请|请求|开具|出具|本人|个人|居民|兹)+/;
const CLOSING_WORDS = /(?:的|证明书|证明信|证明函|证明材料|证明|情况说明|情况|说明)+$/;

/**
 * What is left of a name when everything that tells nothing is taken away.
 *
 * @example nameCore('关于 无犯罪记录 的證明') // '无犯罪记录'
 */
export function nameCore(name: string): string {
  const letters = lettersOf(name);
  const core = letters.replace(OPENING_WORDS, '').replace(CLOSING_WORDS, '');
  // 证明 alone is a name too, though one that says nothing.
  return core === '' ? letters : core;
}

/** Letters and digits alone, in one width and one script. */
export function lettersOf(text: string): string {
  const plain = text.normalize('NFKC').replace(/[^\p{Letter}\p{Number}]/gu, '');
  return [...plain].map((character) => simplified.get(character) ?? character).join('');
}

/**
 * Whose alias a name contains; where several do, the longest says most: 身份证遗失 is a lost document, not an identity.
 */
export function longestMatch<Named extends { aliases: readonly string[] }>(
  name: string,
  candidates: readonly Named[],
): Named | undefined {
  const core = nameCore(name);
  let best: { of: Named; length: number } | undefined;
  for (const of of candidates) {
    for (const alias of of.aliases) {
      if (core.includes(alias) && alias.length > (best?.length ?? 0)) best = { of, length: alias.length };
    }
  }
  return best?.of;
}
