/** The page of one exemplar: the whole story, the way to recognition, a model's recipe, whom to ask, what else there is. */
import { kindLabels } from '../domain/form.ts';
import { periodLabel } from '../domain/period.ts';
import type { PublicPhoto, PublicRow, PublicStep } from '../domain/public-row.ts';
import { toSlug } from '../domain/public-row.ts';
import { compareKey } from '../domain/text.ts';
import { photoPath, planPath, storyPath, toKey, unitPath } from './address.ts';
import { type Filter, listHref, noFilter } from './filter.ts';
import { formatDate, type Html, html } from './html.ts';
import { type Lead, oneLine } from './lead.ts';
import { renderShortLead } from './lead-item.ts';
import { renderPublicPage, type Site } from './site.ts';
import { renderStoryData } from './story-data.ts';

export interface Office {
  name: string;
  /** "Ấp 3, xã Ninh Hòa; điện thoại 0291 3 000 000"; '' when the plan does not say. */
  contact: string;
}

export interface StoryPage {
  row: PublicRow;
  planTitle: string;
  /** Who answers for its unit today; none when nobody is known. */
  offices?: readonly Office[];
  /** Others of the same unit. */
  others: readonly Lead[];
}

export function renderStory(site: Site, { row, planTitle, offices = [], others }: StoryPage): string {
  const key = toKey(row.planId, row.id);
  const path = storyPath({ key, name: row.name });
  const full = [row.honorific, row.name].filter(Boolean).join(' ');
  return renderPublicPage(site, {
    title: `${full}: ${row.title}`,
    heading: html`${row.honorific !== '' && `${row.honorific} `}<bdi>${row.name}</bdi>`,
    description: oneLine(row.keyResults || row.summary, 200),
    path,
    isArticle: true,
    head: html`${row.photo && renderPhotoHead(site, row.photo)}${renderStoryData(site, row, path)}`,
    lead: html`<p class="deed"><bdi>${row.title}</bdi></p><p class="soft">${whoWords(row)}</p>`,
    main: html`<div class="story">${paragraphs(row.summary)}${row.isCut && html`<p class="soft">Bài dài đã được rút gọn khi đăng; phần bị cắt kết thúc bằng dấu “…”.</p>`}</div>${row.photo && renderPhoto(row.photo)}
${row.keyResults !== '' && html`<h2>Kết quả nổi bật</h2>${paragraphs(row.keyResults)}`}${renderRecipe(row)}${(row.more ?? []).map(({ header, text }) => html`<h2>${header}</h2>${paragraphs(text)}`)}
<h2>Con đường đến công nhận</h2>
<ol class="way">${row.steps.map(renderStep)}</ol>
${renderFacts(row, planTitle)}
${renderContact(row, offices)}
${others.length > 0 && html`<h2>Gương khác của ${row.unit}</h2><ul>${others.map(renderShortLead)}</ul>`}
<p class="no-print"><a href="/de-nghi?guong=${key}">Đề nghị sửa hoặc gỡ trang này</a></p>`,
  });
}

/** Whom to ask: the unit that found it, or whoever took over from that. */
function renderContact({ unit, unitPath }: PublicRow, offices: readonly Office[]): Html {
  const place = unitPath.length > 0 && ` (${unitPath.join(', ')})`;
  const heirs = offices.filter(({ name }) => name !== unit);
  const whom =
    heirs.length === 0
      ? html`<b>${unit}</b>${place}, nơi giới thiệu gương này`
      : html`<b>${offices.map(({ name }) => name).join(' hoặc ')}</b>, đơn vị kế thừa ${unit}${place}, nơi giới thiệu gương này`;
  const told = offices.filter(({ contact }) => contact !== '');
  return html`<h2>Xin học tập</h2>
<p>Đơn vị muốn đến tham quan, học tập xin gửi công văn hoặc liên hệ trực tiếp ${whom}${told.length === 0 && ', tại trụ sở đơn vị'}.</p>${told.map(({ name, contact }) => html`<p>${name}: <bdi>${contact}</bdi></p>`)}`;
}

const paragraphs = (text: string): Html[] => text.split('\n').map((line) => html`<p><bdi>${line}</bdi></p>`);

function whoWords({ kind, birthYear, position, affiliation, unit, unitPath: above }: PublicRow): string {
  const year = birthYear === null ? '' : `Sinh năm ${birthYear}`;
  const place = [unit, ...above].filter(Boolean).join(', ');
  // Who works in the unit that found him would be told the same place twice.
  const work = [...new Set([position, affiliation])].filter(
    (words) => compareKey(words) !== compareKey(unit),
  );
  return [kindLabels[kind] ?? '', year, ...work, place].filter(Boolean).join(' · ');
}

/** What another place needs to do the same. */
function renderRecipe(row: PublicRow): Html | null {
  const steps = [
    ['Vấn đề cần giải quyết', row.need],
    ['Cách làm', row.method],
    ['Điều kiện áp dụng', row.preconditions],
    ['Nguồn lực, kinh phí', row.resources],
    ['Nơi đã nhân rộng', row.replicatedIn],
  ].filter(([, text]) => text !== '');
  if (steps.length === 0) return null;
  return html`<h2>Công thức của mô hình</h2>${steps.map(([label = '', text = '']) => html`<h3>${label}</h3>${paragraphs(text)}`)}`;
}

const renderStep = ({ step, unit, on }: PublicStep): Html =>
  html`<li><b>${unit}</b> ${step === 'found' ? 'phát hiện, giới thiệu' : 'công nhận'}${on !== '' && html` <span class="soft">ngày <time datetime="${on}">${formatDate(on)}</time></span>`}</li>`;

function renderFacts(row: PublicRow, planTitle: string): Html {
  const listOf = (values: Filter['values']): string => listHref({ ...noFilter, values });
  const linked = (name: string, text: string): Html | string =>
    toSlug(text) === '' ? text : html`<a href="${listOf({ [name]: toSlug(text) })}">${text}</a>`;
  const facts: [string, Html | string][] = [
    ['Khâu', linked('khau', row.stage)],
    ['Lĩnh vực', linked('linh-vuc', row.sector)],
    ['Phong trào', linked('phong-trao', row.movement)],
    ['Loại thành tích', row.awardTrack],
    ['Phạm vi ảnh hưởng', row.impactScope],
    ['Khen thưởng đã nhận', row.priorAwards],
    ['Đơn vị giới thiệu', html`<a href="${unitPath({ name: row.unit, id: row.unitId })}">${row.unit}</a>`],
    [
      'Kế hoạch',
      html`<a href="${planPath(row.planId)}">${row.planNumber}</a>, ${periodLabel(row.period)}. ${planTitle}`,
    ],
    ['Mã hồ sơ', row.id],
  ];
  return html`<h2>Thông tin thêm</h2><dl>${facts.filter(([, value]) => value !== '').map(([label, value]) => html`<dt>${label}</dt><dd class="long">${value}</dd>`)}</dl>`;
}

/** Under the story, so that whoever reads on a dear line may stop before it loads. A caption would only say the same twice. */
const renderPhoto = (photo: PublicPhoto): Html =>
  html`
<figure class="photo"><img src="${photoPath(photo)}" width="${photo.width}" height="${photo.height}" alt="${photo.alt}" loading="lazy" decoding="async"></figure>`;

/** What other sites show of the page. */
const renderPhotoHead = ({ url }: Site, photo: PublicPhoto): Html => html`
<meta property="og:image" content="${url}${photoPath(photo)}">
<meta property="og:image:type" content="image/jpeg">
<meta property="og:image:width" content="${photo.width}">
<meta property="og:image:height" content="${photo.height}">
<meta property="og:image:alt" content="${photo.alt}">`;
