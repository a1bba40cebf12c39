/** The frame of every page of the hub: title, navigation, and the sentence that all this is a trial. */
import { type Html, html } from './html.ts';

const style: Html = {
  html: `
:root { color-scheme: light; --ink: #1d2733; --soft: #55616e; --line: #d5dbe1; --accent: #9c1c1c; --paper: #fff; --ground: #f5f3ee; }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; }
header strong { font-size: 1.25rem; color: var(--accent); }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; margin: 0; padding: 0; }
a { color: #14508c; } a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #14508c; outline-offset: 2px; }
.trial { background: #fff6d6; border: 1px solid #d9b94a; border-radius: .5rem; padding: .5rem 1rem; margin: 0; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1.25rem 1rem; margin: 1rem 0; }
h1 { font-size: 1.5rem; margin: 1rem 0 .25rem; } h2 { font-size: 1.15rem; margin: .25rem 0 .5rem; }
.scroll { overflow-x: auto; max-height: 75vh; }
.books { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .75rem 1.5rem; }
.books h3 { font-size: 1rem; margin: 0 0 .15rem; } .books > li { border-top: 1px solid var(--line); padding: .6rem 0 .2rem; }
.tabs { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem .9rem; font-size: .9rem; } summary { cursor: pointer; color: var(--soft); font-size: .9rem; }
table { border-collapse: collapse; font-size: .9rem; width: max-content; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; white-space: pre-wrap; max-width: 24rem; overflow-wrap: break-word; }
th { background: #eef1f4; font-weight: 600; } caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; } label { display: grid; gap: .2rem; }
input, button { font: inherit; padding: .4rem .7rem; border: 1px solid #7b8794; border-radius: .35rem; }
button { background: var(--accent); color: #fff; border-color: var(--accent); cursor: pointer; }
iframe { width: 100%; height: 32rem; border: 1px solid var(--line); background: #fff; }
.told { border-left: .35rem solid var(--accent); } .told ul { padding-left: 1.2rem; margin: .25rem 0; } summary { min-height: 1.6rem; }
.muted { color: var(--soft); } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
`,
};

export function renderPage(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Gương Sáng (chạy thử)</title>
<style>${style}</style>
</head>
<body>
<header>
<strong>Gương Sáng</strong>
<nav aria-label="Trang chính"><ul>
<li><a href="/">Sổ và đồng hồ</a></li>
<li><a href="/people">Ai là ai</a></li>
<li><a href="/inbox">Hộp thư</a></li>
<li><a href="/guide">Hướng dẫn</a></li>
</ul></nav>
</header>
<main>
<p class="trial">Đây là bản chạy thử trên máy này. Người, đơn vị gửi thư và nội dung đều là giả định; không có thư nào ra ngoài.</p>
<h1>${title}</h1>
${content}
</main>
<footer class="muted">Sổ, thư và đồng hồ ở đây thay cho Google trong lúc chạy thử.</footer>
</body>
</html>
`.html;
}
