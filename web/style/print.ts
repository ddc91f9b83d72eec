/** On paper: the matter, without the house around it. */
export const print = `@page{margin:18mm}
@media print{:root{color-scheme:light}body{background:#fff}header.site,footer.site,.demo-note,.back,.bar,.acts,.no-print,form{display:none!important}main{max-width:none;padding:0}.card{border:0;padding:0;break-inside:avoid}.scroll,.diagram{overflow:visible;max-height:none}a{color:inherit;text-decoration:none}details::details-content{content-visibility:visible;height:auto}}
`;
