/** Contrast of every pair is at least 4.5 to 1; lines 1.6 high (GB/T 37668, domain.md §5.7). */
export const style = `:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1rem/1.6 system-ui,"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1f1f1f;background:#f5f5f5}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;padding:.75rem 1.25rem;background:#fff;border-bottom:1px solid #d9d9d9}
.brand{font-size:1.25rem;font-weight:700;text-decoration:none;color:#1f1f1f}
nav{display:flex;flex-wrap:wrap;gap:1rem;flex:1}
a{color:#0958d9}
a:focus-visible,button:focus-visible,select:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #0958d9;outline-offset:2px}
main{max-width:72rem;margin:0 auto;padding:1rem 1.25rem 3rem}
main:focus{outline:none}
h1{font-size:1.5rem;margin:.75rem 0}
h2{font-size:1.15rem;margin:1.75rem 0 .5rem}
section,.card{background:#fff;border:1px solid #e0e0e0;border-radius:.5rem;padding:.25rem 1.25rem 1.25rem;margin:1rem 0}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem}
.who form{display:inline}
.people form{margin-top:.4rem}
.ask{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:center}
select,input{font:inherit;padding:.3rem .5rem;border:1px solid #595959;border-radius:.35rem;background:#fff;color:#1f1f1f;min-height:2.25rem;max-width:100%}
button{font:inherit;padding:.35rem .8rem;border:1px solid #0958d9;border-radius:.35rem;background:#fff;color:#0958d9;cursor:pointer;min-height:2.25rem}
button:hover{background:#e6f4ff}
.demo{margin:0;padding:.5rem 1.25rem;background:#fffbe6;border-bottom:1px solid #d4b106;color:#614700}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;background:#fff}
caption{text-align:start;color:#595959;padding:.25rem 0}
th,td{text-align:start;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid #e8e8e8}
thead th{background:#fafafa;white-space:nowrap}
table{min-width:36rem}
.whole{white-space:nowrap;display:inline-block}
.fixed{white-space:nowrap}
.text{min-width:9rem}
.light{white-space:nowrap;font-weight:600;padding:.1rem .45rem;border-radius:.3rem;border:1px solid currentColor}
.green{color:#135200;background:#f6ffed}.yellow{color:#613400;background:#fffbe6}.red{color:#a8071a;background:#fff1f0}.grey{color:#434343;background:#f5f5f5}
.ok{color:#135200}.missing{color:#a8071a}
.note{color:#595959}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{color:#595959}dd{margin:0}
code{overflow-wrap:anywhere}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:.75rem;list-style:none;padding:0}
.people li{border:1px solid #e0e0e0;border-radius:.4rem;padding:.6rem .8rem;background:#fafafa}
.diagram svg{max-width:100%;height:auto}.diagram svg.wide{min-width:56rem}
.diagram{overflow:auto;border:1px solid #e8e8e8;background:#fff;max-height:80vh}
.void{text-decoration:line-through;color:#595959}
@media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
`;

export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="11" fill="none" stroke="#0958d9" stroke-width="5" stroke-dasharray="58 12"/><path d="M22 3l5 6-8 1z" fill="#0958d9"/></svg>';
