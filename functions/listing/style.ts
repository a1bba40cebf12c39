/** The stylesheet of all pages, of which the list has a part, and the headers that allow these and nothing else. */
import { hash } from 'node:crypto';

/**
 * A printed roll of honour: paper, ink, one lacquer red, a thread of gold; entries parted by hairlines, set apart by
 * their names. Only fonts of the system that carry stacked Vietnamese marks; rem everywhere, so that 200 % text reflows.
 */
const source = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#26221c;--soft:#5f574b;--line:#d9d1c1;--red:#8a1c1a;--gold:#b48a3c}
@media(prefers-color-scheme:dark){:root{--paper:#191714;--ink:#ebe5d9;--soft:#b3a996;--line:#3d382f;--red:#f0a08c;--gold:#c9a257}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
body>*{max-width:43.5rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,.deed,.brand{font-family:"Noto Serif","Source Serif 4",Cambria,"Times New Roman",serif;line-height:1.35;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.5rem);font-weight:600;margin:.25rem 0 .75rem}
h2{font-size:1.4rem;font-weight:600;margin:2.25rem 0 .5rem}
h3{font-size:1.15rem;font-weight:600;margin:0}
p{margin:.5rem 0 0}
a{color:var(--red);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--red);outline-offset:3px}
main:focus{outline:0}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static;display:block;padding:.75rem 1.25rem}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.menu,.menu ul,.row{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.5rem}
.menu{justify-content:space-between;padding-bottom:1.75rem}
ul{list-style:none;margin:0;padding:0}
main>ul:not([class]){list-style:disc;padding-left:1.25rem}
ul+form{margin-top:1.5rem}
.menu li a,.menu .brand a{display:inline-block;padding:.6rem 0;text-decoration:none}
.menu li a:hover,h3 a:hover{text-decoration:underline}
.menu [aria-current]{color:inherit;border-bottom:2px solid var(--gold)}
.top{padding-top:1rem;padding-bottom:1.5rem}
.top::after{content:"";display:block;margin-top:1.5rem;border:solid var(--gold);border-width:3px 0 1px;height:6px}
.brand{margin:0;color:var(--red);font-size:1.2rem;font-weight:600;letter-spacing:.02em}
.soft{color:var(--soft);font-size:1rem}
article{padding:1.5rem 0;border-bottom:1px solid var(--line)}
article h3{font-size:1.3rem}
article h3 a,li>a.name{text-decoration:none}
article p{margin-top:.2rem}
.deed{font-size:1.125rem;font-style:italic}
details{margin-top:1rem}
summary{color:var(--red);cursor:pointer;width:fit-content;padding:.5rem 0;font-weight:600}
.pages{padding-top:1rem}
.pages a,.chips a,.button{display:inline-block;padding:.6rem .9rem;min-height:2.75rem;border:1px solid var(--line);text-decoration:none}
.chips{display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0}
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:1.25rem 2rem}
.filters li{padding:.2rem 0}
.wide{grid-column:1/-1}
.wide ul{columns:14rem;column-gap:2rem}
.wide li{break-inside:avoid}
.filters h3{font-size:1rem;margin-bottom:.25rem}
label{display:block;font-weight:600;margin-top:1rem}
input,textarea,select{font:inherit;color:inherit;background:transparent;border:1px solid var(--soft);padding:.6rem .75rem;width:100%;max-width:40rem;min-height:2.75rem}
.find{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}
.find p{flex:1 1 16rem;margin:0;max-width:40rem}
.find label{margin:0 0 .25rem}
button{font:inherit;font-weight:600;padding:calc(.6rem - 1px) 1.4rem;min-height:2.75rem;border:2px solid var(--red);color:var(--red);background:transparent;cursor:pointer}
button.main{color:var(--paper);background:var(--red)}
@media(max-width:34rem){.menu ul{gap:0 .5rem;font-size:.9375rem}.find p{flex-basis:9rem}}
.foot{margin-top:2.5rem;padding-top:1.5rem;padding-bottom:3rem}
.paper{display:none}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#999;--red:#000;--gold:#666;font-size:10.35pt}.paper{display:block}.skip,.menu ul,.pages,.find,.loc,.chips,.no-print{display:none}article{break-inside:avoid-page}article{padding:.6rem 0}a{text-decoration:none}}
`;

/** What a page of the list has none of: stories, figures, tables, choices, faults of a form. */
const moreSource = `
dt,td,th,figcaption{color:var(--soft);font-size:1rem}
h1+.deed{font-size:1.3rem;margin:0 0 .5rem}
.long{white-space:pre-line}
.story>p:first-child{font-size:1.125rem}
p+h3,dl+h3{margin-top:1.25rem}
dl{margin:.75rem 0 0}
dd{margin:0 0 .75rem}
ol{padding-left:1.5rem}
.way{list-style:none;padding:0;border-left:2px solid var(--gold)}
.way li{padding:.15rem 0 .6rem 1.25rem}
[type=radio]{flex:none;width:1.4rem;height:1.4rem;min-height:0;margin:.15rem .6rem 0 0;accent-color:var(--red)}
.pick label{display:flex;font-weight:400;margin:.35rem 0;padding:.25rem 0}
fieldset{border:0;padding:0;margin:1rem 0 0}
legend{font-weight:600;padding:0}
.fault{color:var(--red);font-weight:600}
[aria-invalid]:not(fieldset){border:2px solid var(--red)}
.box ul{list-style:disc;padding-left:1.25rem}
.box h2{margin-top:.5rem}
.box+form{margin-top:1.5rem}
p+input,p+textarea{margin-top:.4rem}
.box{border-left:4px solid var(--red);padding:.1rem 0 .4rem 1rem;margin-top:1.25rem}
figure{margin:1rem 0}
.photo img{display:block;max-width:min(100%,40rem);height:auto}
table{border-collapse:collapse;width:100%;max-width:44rem;margin:.5rem 0}
.bar{display:grid;grid-template-columns:3fr 2fr;gap:1rem}
.bar svg{display:block;width:100%;height:.75rem;margin-top:.45rem}
figure table{table-layout:fixed}
th{font-weight:600}
figure th:nth-child(2){text-align:right;white-space:nowrap;width:6rem}
@media(max-width:34rem){.bar{display:block}.bar svg{height:.5rem;margin:.25rem 0}}
rect{fill:var(--red)}
th,td{text-align:left;padding:.4rem 1rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td.n,figure th:nth-child(2){padding-right:0}
td.n{text-align:right;font-variant-numeric:tabular-nums}
@media print{figure{break-inside:avoid-page}.photo img{max-width:8cm}}
`;

/** Of pages behind a link in a mail: sign-off, scores. On a phone a label stands over its value. */
const formSource = `
body>*{max-width:62rem}
p,dd,li{max-width:66ch}
main{padding-bottom:2rem}
.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1.25rem}
.facts dd{margin:0}
@media(max-width:34rem){.facts{grid-template-columns:1fr;gap:0}.facts dd+dt{margin-top:.6rem}}
li{padding:.4rem 0}
fieldset+button{margin-top:.75rem}
form{margin-top:1.5rem;padding-top:1.5rem;border-top:1px solid var(--line);max-width:40rem}
textarea{display:block;min-height:7rem;margin:.4rem 0 .9rem}
`;

const squeeze = (css: string): string => css.replace(/\n/g, '');

/** Of the list itself, which has to be light. */
export const listCss = squeeze(source);
export const listingCss = squeeze(source + moreSource);
export const formCss = squeeze(source + moreSource + formSource);

const policy = (styles: readonly string[], images: string, ...more: string[]): string =>
  [
    "default-src 'none'",
    `style-src ${styles.map((css) => `'sha256-${hash('sha256', css, 'base64')}'`).join(' ')}`,
    `img-src ${images}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...more,
  ].join('; ');

const common = {
  'Content-Type': 'text/html; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** For the public pages: photos come from here, the search and the request for taking down are forms. Caching is the handler's business. */
export const listingHeaders: Readonly<Record<string, string>> = {
  ...common,
  // Nothing here fetches; checkers of the page read robots.txt from within it.
  'Content-Security-Policy': policy([listCss, listingCss], "'self' data:", "connect-src 'self'"),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

/** For the page behind the head's link: its address is a secret, so it is neither stored nor told to anybody. */
export const signOffHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Security-Policy': policy([formCss], 'data:'),
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
};
