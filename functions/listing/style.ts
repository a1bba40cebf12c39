/** The one stylesheet of all pages and the headers that allow it and nothing else. */
import { createHash } from 'node:crypto';

/**
 * A printed roll of honour: paper, ink, one lacquer red; entries parted by hairlines, set apart by their names.
 * Only fonts of the system that carry stacked Vietnamese marks; rem everywhere, so that 200 % text reflows.
 */
const source = `
:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#26221c;--soft:#5f574b;--line:#d9d1c1;--red:#8f1d1a}
@media(prefers-color-scheme:dark){:root{--paper:#191714;--ink:#ebe5d9;--soft:#b3a996;--line:#3d382f;--red:#f0a08c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
body>*{max-width:60rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,.deed,.brand{font-family:"Noto Serif",ui-serif,Cambria,"Times New Roman",serif;line-height:1.3;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.6rem);font-weight:600;margin:.25rem 0 .75rem}
h2{font-size:1.45rem;font-weight:600;margin:0}
h3{font-size:1.15rem;font-weight:600;margin:0}
p{margin:.5rem 0 0}
a{color:var(--red);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--red);outline-offset:3px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static;display:block}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.top{padding-top:2.5rem;padding-bottom:1.5rem}
.top::after{content:"";display:block;margin-top:1.75rem;border:solid var(--ink);border-width:3px 0 1px;height:6px}
.brand{margin:0;color:var(--red);letter-spacing:.02em}
.soft,.kind,.seal,dt{color:var(--soft);font-size:.9375rem}
article{padding:2rem 0;border-bottom:1px solid var(--line)}
article>*{max-width:40rem}
article:last-of-type{border:0}
.kind{margin:0 0 .25rem}
.deed{font-size:1.15rem;font-style:italic;margin-top:.75rem}
.long{white-space:pre-line}
details{margin-top:.75rem}
summary{color:var(--red);cursor:pointer;width:fit-content;min-height:1.5rem}
dl{margin:.75rem 0 0}
dd{margin:0 0 .6rem}
.seal{margin-top:.75rem}
.pages{padding:1.5rem 1.25rem;border-top:1px solid var(--ink)}
.pages ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem;margin:.5rem 0 0;padding:0}
.pages a,.pages b{display:block;min-width:2.75rem;padding:.5rem .75rem;text-align:center}
.pages b{color:var(--paper);background:var(--red)}
.foot{padding-top:1.5rem;padding-bottom:3rem}
@media(min-width:48rem){article{display:grid;grid-template-columns:12rem 1fr;column-gap:2.5rem}article>*{grid-column:2}article>.kind{grid-column:1;grid-row:1/span 9;margin:.35rem 0 0}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#999;--red:#000}body{font-size:11pt}.skip,.pages,summary{display:none}article{break-inside:avoid-page;padding:.8rem 0}details::details-content{content-visibility:visible;height:auto}}
`;

/** Used by the sign-off page only. */
const formSource = `
main{padding-bottom:2rem}
main h2{margin-top:2.25rem}
.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1.25rem}
.facts dd{margin:0}
ol{padding-left:2rem}
li{padding:.4rem 0}
.box{border-left:4px solid var(--red);padding:.1rem 0 .4rem 1rem;margin-top:1.25rem}
form{margin-top:1.5rem;padding-top:1.5rem;border-top:1px solid var(--line);max-width:40rem}
label{display:block;font-weight:600}
textarea{display:block;width:100%;min-height:7rem;margin:.4rem 0 .9rem;padding:.6rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--soft)}
button{font:inherit;font-weight:600;padding:.7rem 1.4rem;min-height:3rem;border:2px solid var(--red);color:var(--red);background:transparent;cursor:pointer}
button.main{color:var(--paper);background:var(--red)}
`;

const squeeze = (css: string): string => css.replace(/\n/g, '');

export const listingCss = squeeze(source);
export const formCss = squeeze(source + formSource);

const policy = (css: string, formAction: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    'img-src data:',
    `form-action ${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const common = {
  'Content-Type': 'text/html; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** For the public pages. Caching is the handler's business. */
export const listingHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Security-Policy': policy(listingCss, "'none'"),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

/** For the page behind the head's link: its address is a secret, so it is neither stored nor told to anybody. */
export const signOffHeaders: Readonly<Record<string, string>> = {
  ...common,
  'Content-Security-Policy': policy(formCss, "'self'"),
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
};
