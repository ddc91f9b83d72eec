/** Head, foot and the places of a page. */
export const frame = `header.site{display:flex;flex-wrap:wrap;align-items:center;gap:var(--space-2) var(--space-3);padding:.5rem max(1rem,calc((100vw - 78rem)/2));background:var(--surface);border-bottom:1px solid var(--line)}
.brand{display:inline-flex;gap:.5rem;align-items:center;font-size:1.2rem;font-weight:700;text-decoration:none;color:var(--accent)}
.menu{display:flex;flex:1;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:space-between;position:static;inset:auto;width:auto;height:auto;margin:0;padding:0;border:0;background:none;color:inherit;overflow:visible}
.menu ul{display:flex;flex-wrap:wrap;gap:.15rem .25rem;list-style:none;margin:0;padding:0}
.menu nav a{display:block;padding:.4rem .65rem;text-decoration:none;color:var(--text);border-radius:var(--radius)}
.menu nav a:hover{background:var(--raised)}
.menu nav a[aria-current]{background:var(--accent-soft);color:var(--accent-strong);font-weight:600}
.menu-button{display:none}
.who{display:flex;gap:.6rem;align-items:center}
.who form{margin:0}
.badge{display:inline-block;min-width:1.4em;margin-inline-start:.4rem;padding:0 .35em;border-radius:1em;background:var(--accent);color:var(--on-accent);font-size:.85em;text-align:center}
@media (max-width:52rem){
.menu-button{display:inline-flex;margin-inline-start:auto}
.menu[popover]:not(:popover-open){display:none}
.menu{flex-basis:100%;flex-direction:column;align-items:stretch;position:fixed;inset:3.7rem 0 auto 0;width:100%;padding:var(--space-3);background:var(--surface);border-bottom:1px solid var(--line);box-shadow:0 .5rem 1rem #0003;max-height:calc(100vh - 4rem);overflow:auto}
.menu ul{flex-direction:column}
.menu nav a{padding:.65rem .75rem}
.who{justify-content:space-between;padding:.5rem .75rem;border-top:1px solid var(--line)}
}
@supports not selector(:popover-open){@media (max-width:52rem){.menu[popover]{display:flex;position:static}.menu-button{display:none}}}
.demo-note{margin:0;padding:.35rem max(1rem,calc((100vw - 78rem)/2));background:var(--warn-soft);color:var(--warn);border-bottom:1px solid var(--line);font-size:.92rem}
main{max-width:56rem;margin:0 auto;padding:var(--space-3) 1rem 4rem;min-height:60vh}
main.wide{max-width:80rem}
.back{margin:0;font-size:.95rem}
.lead{color:var(--muted);font-size:1.05rem;margin-bottom:var(--space-3)}
footer.site{border-top:1px solid var(--line);padding:1rem max(1rem,calc((100vw - 78rem)/2)) 2rem;background:var(--surface)}
footer.site ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
footer.site a{display:inline-block;padding:.35rem 0}
`;
