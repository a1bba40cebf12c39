/** A request with its dossier, as the page behind its link shows it: what happened, and which ends can be chosen now. */
import { type Dossier, isOffList } from '../domain/dossier.ts';
import { consentWords } from '../domain/forms/exemplar.ts';
import { cleanPublicText } from '../domain/public-row.ts';
import { askerWords, type Ending, endingWords, type Ticket, wishWords } from '../domain/ticket.ts';
import { correctedSince, endWords, isAnswered, stepWords, wishTitles } from '../domain/ticket-course.ts';
import { storyUrl } from '../listing/address.ts';
import type { TicketPage } from '../listing/ticket-page.ts';
import type { StoredDocument } from '../ports.ts';
import type { LoadedPlan, StaffRecord } from '../records.ts';
import type { Settings } from '../services.ts';
import type { ReachablePage } from './reachable-pages.ts';

export interface KnownTicket {
  ticket: StoredDocument<Ticket>;
  dossier: StoredDocument<Dossier> | undefined;
  loaded: LoadedPlan;
  staff: readonly StaffRecord[];
  reader: StaffRecord;
  otherPages: readonly ReachablePage[];
}

/** What the page shows of the request itself; the link's token is put in by whoever has it. */
export function toTicketPage(
  { ticket: { data }, dossier, loaded, staff, reader, otherPages }: KnownTicket,
  { listingUrl, functionsUrl }: Pick<Settings, 'listingUrl' | 'functionsUrl'>,
): Omit<TicketPage, 'token' | 'others' | 'at'> {
  const { plan, tree } = loaded;
  const nameOf = (email: string): string => staff.find((one) => one.email === email)?.name ?? email;
  const parent = tree.get(data.parentId);
  const unitName = tree.get(data.unitId)?.name ?? data.unitId;
  const deskName = parent?.reviewBody ?? parent?.name ?? 'cấp trên';
  const name = cleanPublicText(String(dossier?.data.row.values.name ?? ''));
  const isCorrected = dossier !== undefined && correctedSince(dossier.data, data.receivedAt);
  const isOpen = data.state === 'open';
  return {
    title: wishTitles[data.wish],
    code: data.code,
    planNumber: plan.number,
    timeZone: plan.timeZone,
    unitName,
    name,
    wish: wishWords[data.wish],
    asker: askerWords[data.asker],
    contact: data.contact,
    text: data.text,
    receivedAt: data.receivedAt,
    answerBy: data.answerBy,
    settleBy: data.settleBy,
    story: dossier?.data.public ? storyUrl(listingUrl, { ...dossier.data, name }) : '',
    off: offWords(dossier?.data),
    isAnswered: isAnswered(data),
    steps: data.history.map(({ at, action, by, ending, words = '' }) => ({
      at,
      who: by === '' ? '' : nameOf(by),
      what: stepWords[action] + (ending ? `: ${endingWords[ending]}` : ''),
      words,
    })),
    endings: isOpen ? endingsOf(data, dossier?.data) : [],
    howToCorrect: isOpen && !isCorrected && isMendable(dossier?.data) ? correcting(unitName, deskName) : '',
    ended: endWords(data),
    otherPages: otherPages.map(({ name, period, unitName, planNumber, url, role }) => ({
      label: `${name}, ${period}`,
      about: `${unitName} · ${planNumber}`,
      url,
      isWithin: role !== undefined,
    })),
    also: data.asker === 'other' ? 'no' : 'yes',
    isForgotten: data.state === 'closed',
    readerName: reader.name,
    action: `${functionsUrl}/ticket`,
  };
}

const isMendable = (dossier: Dossier | undefined): boolean =>
  dossier !== undefined && dossier.withdrawn === null && !isOffList(dossier);

const consents: readonly unknown[] = [consentWords.yes, consentWords.withoutPhoto];

/** Why there is no public page. */
function offWords(dossier: Dossier | undefined): string {
  if (dossier?.withdrawn) return 'Đã gỡ';
  const { consent } = dossier?.row.values ?? {};
  return dossier && !consents.includes(consent)
    ? `Hiện không công khai: cột “Đồng ý công khai” ${consent === undefined ? 'để trống' : `ghi “${consent}”`}`
    : 'Hiện không công khai';
}

/** Only what can be done now, or has been done. */
export function endingsOf({ wish, receivedAt }: Ticket, dossier: Dossier | undefined): TicketPage['endings'] {
  const hasPhoto = dossier?.row.values.consent === consentWords.yes && Boolean(dossier.row.values.photoUrl);
  const isOff = dossier?.public === false;
  const does: Record<Ending, string> = {
    photoRemoved: hasPhoto
      ? 'ảnh mất khỏi trang ngay khi bấm, hồ sơ ghi “Đồng ý, không ảnh”; bài giữ nguyên, không phải nộp lại.'
      : 'hiện không có ảnh nào được đăng; chỉ ghi lại kết quả.',
    pageRemoved: dossier?.withdrawn
      ? 'trang đã được gỡ từ trước; chỉ ghi lại kết quả.'
      : `${isOff ? 'trang hiện không công khai; bấm rồi thì cũng' : 'trang mất ngay khi bấm và'} không đăng lại được bằng hồ sơ này; đơn vị và người thẩm định được báo qua thư.`,
    corrected: 'dòng của gương đã sửa và được duyệt lại sau khi nhận đề nghị.',
    declined: `${isOff ? 'không làm gì thêm' : 'giữ nguyên trang'}, ghi rõ lý do.`,
  };
  const isOffered: Partial<Record<Ending, boolean>> = {
    photoRemoved: hasPhoto || wish === 'photo',
    corrected: dossier !== undefined && correctedSince(dossier, receivedAt),
  };
  const endings = Object.keys(endingWords) as Ending[];
  return endings
    .filter((ending) => isOffered[ending] ?? true)
    .map((ending) => ({ ending, does: does[ending] }));
}

const correcting = (unitName: string, deskName: string): string =>
  `Sửa nội dung của gương đã duyệt: người thẩm định của ${deskName} chọn “Trả lại” kèm lý do ở tab Thẩm định; ${unitName} sửa dòng đó rồi nộp lại; thủ trưởng ký, cấp trên duyệt lại. Trong lúc đó trang không hiện. Duyệt lại xong, ở đây có thêm kết quả “Đã sửa”.`;
