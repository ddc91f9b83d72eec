/** What the pages for everybody add: tables of many columns, a line to ask with, long texts to read. */
export const publicPages = `.ask{display:flex;flex-wrap:wrap;gap:.6rem .9rem;align-items:end;margin:0 0 var(--space-3)}
.ask label{display:inline-flex;flex-direction:column;gap:.15rem;font-size:.92rem;color:var(--muted);max-width:100%}
.ask label.grow{flex:1 1 18rem}
.ask :is(input,select){font:inherit;font-size:1rem;min-height:2.75rem;padding:.25rem .6rem;border:1px solid var(--edge);border-radius:var(--radius);background:var(--surface);color:var(--text);max-width:100%}
.ask label.grow input{width:100%}
table.stack{font-size:.96rem}
table.stack thead th{white-space:normal;vertical-align:bottom}
table.stack :is(td,th).text{min-width:9rem}
table.stack th[scope=row]{font-weight:600}
.pairs{margin:0;display:flex;flex-wrap:wrap;gap:.1rem 1rem}
.pairs>span{min-width:0}
@media (max-width:44rem){
table.stack,table.stack tbody,table.stack tr,table.stack td,table.stack th[scope=row]{display:block}
table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.stack tr{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius);padding:.5rem .85rem;margin:0 0 .75rem}
table.stack :is(td,th[scope=row]){border:0;padding-block:.15rem;padding-inline-end:0;white-space:normal;text-align:start}
table.stack td{display:flow-root;padding-inline-start:min(7rem,36vw)}
table.stack td::before{content:attr(data-title);color:var(--muted);float:inline-start;width:min(6.6rem,34vw);margin-inline-start:calc(-1*min(7rem,36vw));overflow-wrap:anywhere}
table.stack td:has(>.none){display:none}
table.stack th[scope=row]{font-size:1.05rem;padding-inline-start:0}
}
.fold{background:var(--surface);border:1px solid var(--line);border-radius:var(--radius);margin:0 0 .75rem}
.fold>summary{padding:.75rem 1rem;font-weight:600;min-height:2.75rem}
.fold>div{padding:0 1rem .5rem}
.diagram{margin-bottom:var(--space-3)}
.say{font-size:1.08rem;margin:0 0 .6rem;padding-inline-start:0;list-style:none}
.say li{display:grid;grid-template-columns:1.8rem minmax(0,1fr);margin:0 0 .6rem}
.prose h2{margin-top:var(--space-4)}
.prose :is(p,li){max-width:42rem}
kbd{font:inherit;font-size:.9em;border:1px solid var(--edge);border-bottom-width:2px;border-radius:.3rem;padding:.02rem .4rem;background:var(--surface)}
.verb{display:inline-block;min-width:4.2rem;text-align:center;font-weight:700;font-size:.85rem;padding:.05rem .4rem;border-radius:.3rem;border:1px solid currentColor;color:var(--accent-strong);background:var(--accent-soft)}
.fold.op{margin-bottom:.4rem}
.op>summary{display:flex;flex-wrap:wrap;gap:.2rem .7rem;align-items:baseline;font-weight:400}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--raised);border:1px solid var(--line);border-radius:var(--radius);padding:.75rem;font-size:.9rem;max-height:32rem;overflow:auto}
.try textarea{font:inherit;font-family:ui-monospace,monospace;font-size:.92rem;width:100%;min-height:8rem;padding:.5rem;border:1px solid var(--edge);border-radius:var(--radius);background:var(--surface);color:var(--text)}
`;
