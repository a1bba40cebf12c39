/** The guide's few rules on top of the public pages' stylesheet, and the headers that allow them and the pictures only. */
import { createHash } from 'node:crypto';
import { listingCss, listingHeaders } from '../listing/style.ts';

/** rem and per cent only, so that 200 % text and a screen of 320 px reflow; what is wider scrolls within itself. */
const source = `
body>*{max-width:62rem}
p,dd,li{max-width:66ch}
section,.muc-luc{padding:2rem 0 0}
section>*,.muc-luc>*{max-width:44rem}
section>figure,section>.cuon{max-width:none}
section>h2{padding-top:1.5rem;border-top:1px solid var(--line)}
h3{margin:2rem 0 0}
ol,ul{margin:.75rem 0 0;padding-left:1.75rem}
li{padding:.25rem 0}
.muc-luc ul{list-style:none;padding:0}
.muc-luc a,.ve a{display:inline-block;padding:.35rem 0}
.nut{font-weight:600;padding:0 .3em;border:1px solid var(--soft);border-radius:.25em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.nho{margin:1rem 0 0;padding:.1rem 0 .1rem 1rem;border-left:4px solid var(--red)}
figure{margin:1.5rem 0}
img{display:block;max-width:100%;height:auto;border:1px solid var(--line);background:#fff}
figcaption,caption{color:var(--soft);font-size:.9375rem;text-align:left}
figcaption{margin-top:.5rem}
caption{padding-bottom:.5rem}
.cuon{overflow-x:auto;margin:1.25rem 0 0}
table{border-collapse:collapse;width:100%}
th,td{padding:.5rem .75rem;border:1px solid var(--line);text-align:left;vertical-align:top;min-width:7.5rem;overflow-wrap:break-word}
td:nth-child(2):not(:last-child){min-width:13rem}
th{font-weight:600}
tbody th{position:sticky;left:0;background:var(--paper)}
.ve{margin-top:1.5rem;font-size:.9375rem}
@media print{.ve,.muc-luc{display:none}section{padding:0}figure,tr,li,.nho{break-inside:avoid}h2,h3,caption{break-after:avoid}img{max-height:11cm;width:auto}.cuon{overflow:visible}table{font-size:8.5pt}th,td,td:nth-child(2):not(:last-child){min-width:0;padding:.2rem .3rem;overflow-wrap:anywhere}tbody th{position:static}thead{display:table-header-group}}
`;

export const guideCss = listingCss + source.replace(/\n/g, '');

export const guideHeaders: Readonly<Record<string, string>> = {
  ...listingHeaders,
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(guideCss).digest('base64')}'`,
    "img-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};
