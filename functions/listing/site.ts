/** What all public pages share: where they are, the menu, the foot, what other sites are told of them. */
import { type Html, html } from './html.ts';
import { type PageFrame, renderPage } from './page.ts';
import { noPublisher, type Publisher, renderPublisher } from './publisher.ts';
import { listCss, listingCss } from './style.ts';

export interface Site {
  /** "https://guong-sang.example", without a slash at the end. */
  url: string;
  publisher?: Publisher;
  /** Whoever issued the plans. */
  organisers?: readonly string[];
}

export const siteName = 'Gương Sáng';

/** As feed readers show it, and pages that lead to it. */
export const feedName = 'Gương mới công khai, mới sửa';

export interface PublicPage extends Pick<PageFrame, 'title' | 'heading' | 'lead' | 'main' | 'after'> {
  description: string;
  /** The page's fixed address, "/…"; null for pages that are no place, such as a fault. */
  path: string | null;
  head?: Html;
  isIndexed?: boolean;
  /** The address search engines are to remember instead of this one; null for none, as for what a reader typed. */
  canonical?: string | null;
  isArticle?: boolean;
  /** A page of the list: it makes do with less style. */
  isList?: boolean;
}

export function renderPublicPage(site: Site, page: PublicPage): string {
  const { title, heading, lead, main, after, description, path, isIndexed = true } = page;
  return renderPage({
    heading,
    lead,
    main,
    description,
    ...(title === undefined ? {} : { title }),
    ...(after ? { after } : {}),
    head: renderHead(site, page),
    menu: renderMenu(path),
    foot: html`${path !== null && html`<p class="paper">Địa chỉ trang: ${site.url}${path} · Gửi đề nghị sửa, gỡ: ${site.url}/de-nghi</p>`}${renderPublisher(site.publisher ?? noPublisher, site.organisers ?? [])}${renderFoot(path)}`,
    css: page.isList ? listCss : listingCss,
    indexed: isIndexed && path !== null,
  });
}

/** A page other than the first of a list points to itself: every page has people of its own. */
function renderHead({ url }: Site, page: PublicPage): Html {
  const { title, heading, description, path, head, isArticle, canonical = path } = page;
  if (path === null) return html`${head ?? null}`;
  const name = title ?? (typeof heading === 'string' ? heading : siteName);
  return html`${
    canonical !== null &&
    html`
<link rel="canonical" href="${url}${canonical}">`
  }
<meta property="og:type" content="${isArticle ? 'article' : 'website'}">
<meta property="og:site_name" content="${siteName}">
<meta property="og:locale" content="vi_VN">
<meta property="og:title" content="${name}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${url}${canonical ?? '/'}">${head ?? null}`;
}

const places = [
  ['/', 'Danh sách'],
  ['/don-vi', 'Đơn vị'],
  ['/ke-hoach', 'Kế hoạch'],
  ['/du-lieu', 'Dữ liệu mở'],
] as const;

const renderMenu = (path: string | null): Html => html`<nav class="menu" aria-label="Trang chính">
<p class="brand"><a href="/">${siteName}</a></p>
<ul>${places.map(([href, label]) => html`<li>${path === href ? html`<a href="${href}" aria-current="page">${label}</a>` : html`<a href="${href}">${label}</a>`}</li>`)}</ul>
</nav>`;

/** The form does not lead to itself. */
const renderFoot = (path: string | null): Html => html`
<p>Chỉ đăng những gương mà người, tập thể được nêu tên đã đồng ý công khai.</p>
<p>Người được nêu tên có quyền rút lại sự đồng ý hoặc đề nghị sửa bất cứ lúc nào${path === '/de-nghi' ? ' bằng biểu mẫu ở trang này' : html`: <a href="/de-nghi">gửi đề nghị sửa hoặc gỡ</a>`}.</p>`;
