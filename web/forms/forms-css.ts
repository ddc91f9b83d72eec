/** How forms look; colours and spaces are those of the frame. */
export const formsCss = `
.field{margin:0 0 var(--space-3);padding:0;border:0;min-inline-size:0}
.field>label:not(.option),.field>legend,.field.group>label{display:block;font-weight:600;padding:0;margin:0 0 var(--space-1)}
.field.boxed{border:1px solid var(--line);border-radius:var(--radius);padding:var(--space-2) var(--space-3) var(--space-1)}
.field.boxed>legend{padding:0 var(--space-1)}
.field:focus-visible,.fault-summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.must{font-size:.85em;font-weight:400;color:var(--danger);margin-inline-start:var(--space-1)}
.help,.count{color:var(--muted);font-size:.9em;margin:0 0 var(--space-1)}
.count:empty{display:none}
.field :is(textarea,input)+.count{margin:var(--space-1) 0 0}
.count.over{color:var(--danger);font-weight:600}
.fault{color:var(--danger);font-weight:600;margin:0 0 var(--space-1)}
.field.at-fault{border-inline-start:4px solid var(--danger);padding-inline-start:var(--space-2)}
.field input:is([type=text],[type=tel],[type=email],[type=date],[type=time]),.field select,.field textarea{box-sizing:border-box;max-width:100%;min-height:2.75rem;padding:var(--space-1) var(--space-2);font:inherit;color:var(--text);background:var(--surface);border:1px solid var(--edge,var(--muted));border-radius:var(--radius)}
.field input.size-full,.field textarea{width:100%}
.field input.size-short{width:12rem}
.field textarea{display:block;line-height:1.6;field-sizing:content;max-height:40rem;resize:vertical}
.field textarea[rows="3"]{min-height:6rem}
.field textarea[rows="6"]{min-height:11rem}
.field :is(input,select,textarea)[aria-invalid=true]{border-color:var(--danger);border-width:2px}
.options{display:grid;grid-template-columns:minmax(0,1fr);gap:0}
.option{display:flex;gap:var(--space-2);align-items:baseline;padding:.45rem 0;min-height:1.75rem;font-weight:400;cursor:pointer}
.option>*{min-width:0;overflow-wrap:anywhere}
.option input{flex:none;width:1.25rem;height:1.25rem;margin:0;translate:0 .2rem;accent-color:var(--accent)}
.with-unit,.with-button{display:flex;gap:var(--space-2);align-items:center;flex-wrap:wrap}
.with-button input{flex:1 1 14rem;width:auto}
.found{border:0;margin:var(--space-1) 0 0;padding:0 0 0 var(--space-2);border-inline-start:3px solid var(--line)}
.found>legend{padding:0;color:var(--muted)}
.row{border-bottom:1px solid var(--line);margin:0 0 var(--space-2);padding:0 0 var(--space-2)}
.row>.field{margin-bottom:var(--space-1)}
.list[aria-busy=true]{opacity:.6}
.enter-sends{position:absolute;width:1px;height:1px;min-height:0;padding:0;margin:-1px;border:0;overflow:hidden;clip-path:inset(50%)}
@supports selector(:has(*)){
.one-of>.branch{display:none}
${[0, 1, 2, 3, 4, 5, 6, 7].map((n) => `.one-of:has(>.options input[value=b${n}]:checked)>.branch-b${n}`).join(',')}{display:block}
}
.fault-summary{border:2px solid var(--danger);border-radius:var(--radius);padding:var(--space-3);margin:0 0 var(--space-3);background:var(--surface)}
.fault-summary h2{margin:0 0 var(--space-1);color:var(--danger);font-size:1.1rem}
.fault-summary a{color:var(--danger)}
.reference{position:relative}
.hits{position:absolute;z-index:5;inset-inline:0;top:100%;margin:0;padding:0;list-style:none;max-height:18rem;overflow:auto;background:var(--surface);border:1px solid var(--line);border-radius:var(--radius);box-shadow:0 4px 12px #0003}
.hits [role=option]{padding:var(--space-2) var(--space-3);min-height:1.75rem;cursor:pointer}
.hits [aria-selected=true]{background:var(--accent);color:var(--on-accent,var(--surface))}
.hits-told{position:absolute;margin:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.draft-note{border:1px solid var(--line);border-radius:var(--radius);padding:var(--space-2) var(--space-3);margin:0 0 var(--space-3);display:flex;gap:var(--space-2);align-items:center;flex-wrap:wrap}
`;
