/** What pages are made of: cards, buttons, lights, tables, lists of facts, the bar of stages. */
export const parts = `.card,section.card{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius);padding:var(--space-3) 1.25rem;margin:0 0 var(--space-3)}
.card-title{font-size:1.08rem;font-weight:700;line-height:1.4;margin:0 0 .35rem}
.steps{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;color:var(--muted)}
.steps li[aria-current]{color:var(--accent-strong);font-weight:700}.steps li.done{color:var(--text)}
h3.stage{border-inline-start:.35rem solid var(--accent);padding-inline-start:.6rem}
#keys{border:1px solid var(--line);border-radius:var(--radius);background:var(--surface);color:var(--text);padding:1rem 1.5rem;max-width:30rem}
.grid{display:grid;gap:var(--space-3);grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));list-style:none;padding:0;margin:0 0 var(--space-3)}
.grid.people{grid-template-columns:repeat(auto-fill,minmax(min(100%,13.5rem),1fr))}
.grid.people .card{display:flex}.grid.people form{display:flex;flex-direction:column;flex:1}.grid.people button{margin-top:auto}
.split{display:grid;gap:0 var(--space-4);grid-template-columns:minmax(0,1fr)}
@media (min-width:64rem){.split{grid-template-columns:minmax(0,1fr) minmax(20rem,26rem)}.split>aside{grid-column:2;grid-row:1;align-self:start}.split>div{grid-column:1;grid-row:1}}
main>section+section,main>details+section{margin-top:var(--space-4)}
.bar{display:flex;flex-wrap:wrap;gap:var(--space-2);align-items:center;margin:0 0 var(--space-3)}
button,.button{display:inline-flex;align-items:center;justify-content:center;gap:.4rem;font:inherit;font-weight:600;line-height:1.3;min-height:2.75rem;padding:.4rem 1rem;border:1px solid var(--accent);border-radius:var(--radius);background:var(--surface);color:var(--accent);text-decoration:none;cursor:pointer}
button:hover,.button:hover{background:var(--accent-soft);color:var(--accent-strong)}
button.main,.button.main{background:var(--accent);color:var(--on-accent)}
button.main:hover,.button.main:hover{background:var(--accent-strong);color:var(--on-accent)}
button.small,.button.small{min-height:2rem;padding:.2rem .7rem;font-weight:500}
button.quiet{border-color:transparent;background:none;min-height:2.25rem;font-weight:500;text-decoration:underline;padding:.2rem .4rem}
.light{display:inline-block;white-space:nowrap;font-weight:600;font-size:.92em;padding:.05rem .5rem;border-radius:1rem;border:1px solid currentColor}
.light.green{color:var(--ok);background:var(--ok-soft)}.light.yellow{color:var(--warn);background:var(--warn-soft)}.light.red{color:var(--danger);background:var(--danger-soft)}.light.grey{color:var(--grey);background:var(--grey-soft)}
.tag{display:inline-block;font-size:.88em;padding:.02rem .5rem;border-radius:.3rem;background:var(--grey-soft);color:var(--grey);border:1px solid var(--line)}
.tag.drill{background:var(--warn-soft);color:var(--warn);border-style:dashed;border-color:currentColor}
.ok{color:var(--ok)}.missing{color:var(--danger)}
.notice{border-inline-start:.35rem solid var(--accent);background:var(--accent-soft);padding:.75rem 1rem;border-radius:var(--radius);margin:0 0 var(--space-3)}
.notice.bad{border-color:var(--danger);background:var(--danger-soft)}
.notice.warn{border-color:var(--warn);background:var(--warn-soft)}
.notice p:last-child,.card>:last-child{margin-bottom:0}
.scroll{overflow-x:auto;position:relative;margin:0 0 var(--space-3)}
table{border-collapse:collapse;width:100%}
caption{text-align:start;color:var(--muted);padding:var(--space-1) 0}
th,td{text-align:start;vertical-align:top;padding:.55rem .7rem;border-bottom:1px solid var(--line)}
thead th{color:var(--muted);font-weight:600;white-space:nowrap}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums}
td.text,th.text{min-width:11rem}
dl.facts{display:grid;grid-template-columns:minmax(6rem,max-content) minmax(0,1fr);gap:.35rem 1.25rem}
dl.facts dt{color:var(--muted)}dl.facts dd{margin:0}
@media (max-width:36rem){dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.5rem}}
.stages{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,5.5em),1fr));overflow-wrap:anywhere;gap:.3rem;list-style:none;padding:0;margin:0 0 var(--space-3)}
.stages li{padding:.3rem .35rem;border-top:.35rem solid var(--line);font-size:.92rem;color:var(--muted)}
.stages li.done{border-color:var(--accent);color:var(--text)}
.stages li[aria-current]{border-color:var(--accent);color:var(--accent-strong);font-weight:700}
progress{accent-color:var(--accent);width:min(100%,14rem);height:.9rem}
.timeline{list-style:none;padding:0 0 0 1.1rem;margin:0;border-inline-start:2px solid var(--line)}
.timeline>li{position:relative;padding:0 0 var(--space-3)}
.timeline>li::before{content:"";position:absolute;inset-inline-start:-1.55rem;top:.45rem;width:.75rem;height:.75rem;border-radius:50%;background:var(--surface);border:2px solid var(--accent)}
.timeline>li.auto::before{border-style:dashed}
.more-filters{flex-basis:100%}.more-filters .filters{margin-top:.5rem}
.filters{display:flex;flex-wrap:wrap;gap:.6rem .9rem;align-items:end;margin:0 0 var(--space-3)}
.filter{display:inline-flex;flex-direction:column;gap:.15rem;font-size:.92rem;color:var(--muted)}
.filter.tick{flex-direction:row;align-items:center;min-height:2.75rem;gap:.4rem}
.filter :is(input,select){font:inherit;font-size:1rem;min-height:2.5rem;padding:.25rem .5rem;border:1px solid var(--edge);border-radius:var(--radius);background:var(--surface);color:var(--text);max-width:100%}
input[type=checkbox],input[type=radio]{width:1.2rem;height:1.2rem;accent-color:var(--accent)}
.bucket{margin-bottom:var(--space-4)}
.tasks{list-style:none;padding:0;margin:0;background:var(--surface);border:1px solid var(--line);border-radius:var(--radius)}
.task{display:grid;grid-template-columns:auto minmax(0,1fr) 17.5rem 10rem;gap:.25rem 1rem;align-items:center;padding:.75rem 1rem;border-bottom:1px solid var(--line)}
.task:last-child{border-bottom:0}
.task.here{background:var(--accent-soft)}
.task-title{font-weight:600;font-size:1.05rem}
@media (max-width:52rem){.task{grid-template-columns:auto minmax(0,1fr)}.task-due,.task-act{grid-column:2}.task-act{justify-self:start}}
.views{margin:0 0 var(--space-2)}
details>summary{cursor:pointer;padding:.35rem 0;color:var(--accent)}
.diagram{overflow:auto;border:1px solid var(--line);border-radius:var(--radius);background:#fff;max-height:80vh}
.diagram svg{max-width:none;height:auto}
.empty{padding:var(--space-4) 1rem;text-align:center;color:var(--muted);border:1px dashed var(--line);border-radius:var(--radius)}
.act-list{list-style:none;padding:0;display:flex;flex-direction:column;gap:.5rem;margin:0}
.act-list .button{width:100%;justify-content:flex-start;text-align:start}
.tabs{display:flex;overflow-x:auto;white-space:nowrap;gap:.25rem;border-bottom:1px solid var(--line);margin:0 0 var(--space-3);padding:0;list-style:none}
.tabs a{display:block;padding:.55rem .9rem;text-decoration:none;color:var(--text);border-bottom:3px solid transparent}
.tabs a[aria-current]{border-color:var(--accent);font-weight:700;color:var(--accent-strong)}
`;
