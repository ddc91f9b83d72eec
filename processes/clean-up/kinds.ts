/** The five kinds that the pilots count: 组织机构(牌子)、工作台账、考核评比创建、专项调查、报刊征订. Apart from the forms, so that rules stay free of zod. */
export const kinds = ['board', 'workRegister', 'appraisal', 'survey', 'subscription'] as const;

export const kindTitles: Record<(typeof kinds)[number], string> = {
  board: '组织机构(牌子)',
  workRegister: '工作台账',
  appraisal: '考核评比创建',
  survey: '专项调查',
  subscription: '报刊征订',
};
