/** Notices, the own page, calendars and the taking over of tables. */
export const office = `.notices{list-style:none;padding:0;margin:0 0 var(--space-3)}
.notices>li{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-3);justify-content:space-between;align-items:start;background:var(--surface);border:1px solid var(--line);border-radius:var(--radius);padding:.75rem 1rem;margin:0 0 var(--space-2);scroll-margin-top:1rem}
.notices>li>div{flex:1 1 18rem}
.notices>li.unread{border-inline-start:.35rem solid var(--accent)}
.notices>li:is(:target,:focus){outline:2px solid var(--accent);outline-offset:1px}
.notices p{margin:0 0 var(--space-1)}
.unread .notice-text{font-weight:600}
.tag.new{background:var(--accent-soft);color:var(--accent-strong);border-color:currentColor}
.matters{list-style:none;padding:0;margin:0 0 var(--space-3)}
.matters>li{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius);padding:.75rem 1rem;margin:0 0 var(--space-2)}
.matters>li>p:last-child{margin:0}
.matters .act{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-3);justify-content:space-between;align-items:center}
.head-row{display:flex;flex-wrap:wrap;gap:0 var(--space-3);justify-content:space-between;align-items:baseline}
.months{display:grid;gap:var(--space-3) var(--space-4);grid-template-columns:repeat(auto-fill,minmax(min(100%,18.5rem),1fr));list-style:none;padding:0;margin:0 0 var(--space-3)}
.month{table-layout:fixed;background:var(--surface);border-radius:var(--radius)}
.month caption{color:var(--text);font-weight:600;font-size:1.05rem}
.month :is(th,td){text-align:center;padding:.2rem 0;border:0;height:2.9rem;line-height:1.2;white-space:nowrap;font-size:min(1rem,7.5vw)}
.month thead th{height:auto;font-size:min(.85rem,4.2vw)}
.month td.rest{color:var(--muted)}
.day-mark{display:block;width:max-content;min-width:1.5em;margin:.1rem auto 0;padding:0 .2em;font-size:min(.75rem,4.2vw);font-weight:600;line-height:1.4;border:1px solid currentColor}
.day-mark.off{color:var(--ok);background:var(--ok-soft);border-radius:1em}
.day-mark.work{color:var(--danger);background:var(--danger-soft);border-radius:0}
.month td.today>.num{display:inline-block;min-width:1.6em;border-radius:1em;background:var(--accent);color:var(--on-accent)}
.legend{display:flex;flex-wrap:wrap;gap:var(--space-1) var(--space-3);list-style:none;padding:0}
.legend .day-mark{display:inline-block;margin:0 .3rem 0 0}
.day-list{list-style:none;padding:0;margin:0}
.year-form .row>.field.boxed{display:grid;gap:0 var(--space-3);grid-template-columns:repeat(auto-fit,minmax(min(100%,9.5rem),1fr));align-items:end}
.year-form .row .boxed .boxed{border:0;padding:0;margin:0}
.year-form .row .boxed .boxed>legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (min-width:52rem){.year-form .row>.field.boxed{grid-template-columns:1fr 1.6fr 1fr 1fr}.year-form .row .boxed .boxed{display:grid;grid-column:span 2;gap:0 var(--space-3);grid-template-columns:1fr 1.6fr}}
.year-form .row>.field.boxed>.field{margin-bottom:var(--space-2)}
.year-form .row>.field.boxed input.size-short{width:100%}
.paste textarea{width:100%;min-height:9rem;font:inherit;font-family:ui-monospace,monospace;padding:var(--space-2);border:1px solid var(--edge);border-radius:var(--radius);background:var(--surface);color:var(--text)}
.import-file{margin:0 0 var(--space-3)}.import-file label,.paste label{display:block;font-weight:600;margin:0 0 var(--space-1)}.import-file input{display:block;width:100%;font:inherit;font-weight:400;margin:0 0 var(--space-2)}
.columns{columns:3 12rem;padding-inline-start:1.2rem}
`;
