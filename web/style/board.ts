/** Boards: counts by light, and forms that narrow a list. */
export const board = `.counts,.plain{list-style:none;margin:0;padding:0}
.counts{display:flex;flex-wrap:wrap;gap:.3rem}
main>.counts{margin-bottom:var(--space-3)}
.counts a{text-decoration:none;padding:.25rem .6rem}
.counts a:hover{text-decoration:underline}
td .counts{flex-direction:column;align-items:start}
.filters{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-3);align-items:end}
.filters h2{flex-basis:100%}
.filters label{display:grid;grid-template-columns:minmax(0,1fr);gap:.2rem;min-width:0;max-width:100%}
.filters :is(input,select){font:inherit;min-height:2.75rem;max-width:100%;padding:.3rem .6rem;color:var(--text);background:var(--surface);border:1px solid var(--edge);border-radius:var(--radius)}
.filters>a{padding:.6rem .2rem}
`;
