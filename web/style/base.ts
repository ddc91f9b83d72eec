/** Letters, links, headings, and what only some readers need. */
export const base = `*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;font:1rem/1.65 var(--sans);color:var(--text);background:var(--ground);overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.18em}
a:hover{color:var(--accent-strong)}
:is(a,button,select,input,textarea,summary,[tabindex]):focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.2rem}
main:focus,[tabindex="-1"]:focus{outline:none}
h1{font-size:1.6rem;line-height:1.35;margin:var(--space-2) 0;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.4;margin:0 0 var(--space-2)}
h3{font-size:1.03rem;margin:var(--space-3) 0 var(--space-1)}
p,ul,ol,dl{margin:0 0 var(--space-2)}
ul,ol{padding-inline-start:1.4rem}
small,.note{color:var(--muted);font-size:.92em;font-weight:400}
code{overflow-wrap:anywhere;font-size:.9em}
hr{border:0;border-top:1px solid var(--line)}
img,svg{max-width:100%}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{inset-inline-start:1rem;top:.5rem;background:var(--surface);padding:var(--space-2);z-index:10}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.whole{white-space:nowrap;display:inline-block}
.fixed{white-space:nowrap}
:is(span,li).fixed{display:inline-block;max-width:100%;white-space:normal;overflow-wrap:anywhere}
.unit{display:inline-block}
.void{text-decoration:line-through;color:var(--muted)}
.long{white-space:pre-line}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
