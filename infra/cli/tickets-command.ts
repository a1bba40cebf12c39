/** `gs tickets`: requests about public pages with their days, and one by the code that its asker reads out. */
import { formatDate } from '../../functions/domain/date.ts';
import { localDate } from '../../functions/domain/deadline.ts';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { viDateTime } from '../../functions/domain/format.vi.ts';
import { cleanPublicText } from '../../functions/domain/public-row.ts';
import { askerWords, endingWords, type Ticket } from '../../functions/domain/ticket.ts';
import { endWords, stepWords, wishTitles } from '../../functions/domain/ticket-course.ts';
import { inTurn, type RunningClock, runningClocks } from '../../functions/domain/ticket-order.ts';
import { daysUntil } from '../../functions/domain/working-days.ts';
import { storyUrl } from '../../functions/listing/address.ts';
import type { DocumentStore } from '../../functions/ports.ts';
import { type LoadedPlan, paths, readAll, readPlan, readWaitingTickets } from '../../functions/records.ts';
import { parseFlags, UsageError } from './usage.ts';
import { openGoogle, withKept } from './worlds.ts';

export const help = `Cách dùng: npm run gs -- tickets [MÃ_ĐỀ_NGHỊ] [--plan KẾ_HOẠCH] [--data THƯ_MỤC | --google]

  không có gì  xem các đề nghị sửa, gỡ trang công khai còn chờ xử lý hoặc chờ trả lời, đề nghị cần xem trước đứng trước
  MÃ_ĐỀ_NGHỊ   xem một đề nghị, kể cả đã kết thúc, ví dụ DN-4F1C9A7E2B
  --plan       chỉ các đề nghị của một kế hoạch
  --data       thư mục của bản chạy thử trên máy này (mặc định .data)
  --google     trên Google thật: cần các biến môi trường của bản triển khai

Lời và cách liên hệ của người đề nghị không in ra ở đây; đơn vị phụ trách đọc ở trang của đề nghị.`;

const flags = {
  plan: { type: 'string' },
  data: { type: 'string', default: '.data' },
  google: { type: 'boolean', default: false },
} as const;

interface TicketsView {
  store: DocumentStore;
  now: Date;
  listingUrl: string;
}

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseFlags(args, flags, help);
  const [code, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`Mỗi lần chỉ xem một mã; thừa “${rest.join(' ')}”.\n\n${help}`);
  const work = async (view: TicketsView): Promise<void> => {
    process.stdout.write(code === undefined ? await toList(view, values.plan) : await toOne(view, code));
  };
  if (values.google) {
    const { store, config } = openGoogle();
    await work({ store, now: new Date(), listingUrl: config.LISTING_URL });
  } else
    await withKept(values.data, ({ services: { store, clock, settings } }) =>
      work({ store, now: clock.now(), listingUrl: settings.listingUrl }),
    );
}

const dayWords = { answer: 'trả lời', settle: 'xử lý xong' } as const;

function clockWords({ of, lastDay }: RunningClock, today: string): string {
  const late = -daysUntil(today, lastDay);
  return `${dayWords[of]} chậm nhất ngày ${formatDate(lastDay)}${late > 0 ? ` (quá hạn ${late} ngày)` : ''}`;
}

function headOf(ticket: Ticket, dossier: Dossier | undefined, { tree }: LoadedPlan): string {
  const unit = tree.get(ticket.unitId)?.name ?? ticket.unitId;
  const asker = askerWords[ticket.asker].toLocaleLowerCase('vi');
  return `${ticket.code}  ${wishTitles[ticket.wish]}: ${nameOf(dossier)}\n  ${unit}; người đề nghị: ${asker}`;
}

const nameOf = (dossier: Dossier | undefined): string =>
  cleanPublicText(String(dossier?.row.values.name ?? ''));

function courseOf(ticket: Ticket, { plan }: LoadedPlan, now: Date): string {
  const today = localDate(now, plan.timeZone);
  const ended = endWords(ticket);
  return [
    `nhận lúc ${viDateTime(new Date(ticket.receivedAt), plan.timeZone)}`,
    ...(ended === '' ? [] : [`đã kết thúc: ${ended}`]),
    ...runningClocks(ticket).map((clock) => clockWords(clock, today)),
  ].join('; ');
}

async function toList(view: TicketsView, planId: string | undefined): Promise<string> {
  const tickets = await readWaitingTickets(view.store, planId === undefined ? {} : { planId });
  if (tickets.length === 0) return 'Không có đề nghị nào đang chờ.\n';
  const parts: string[] = [];
  for (const [id, own] of Map.groupBy(tickets, (ticket) => ticket.planId)) {
    const loaded = await readPlan(view.store, id);
    const sorted = own.map((one) => ({ ...one, clocks: runningClocks(one) })).toSorted(inTurn);
    const dossiers = await readAll<Dossier>(
      view.store,
      sorted.map(({ dossierId }) => paths.dossier(id, dossierId)),
    );
    const lines = sorted.map(
      (one, index) => `${headOf(one, dossiers[index]?.data, loaded)}\n  ${courseOf(one, loaded, view.now)}\n`,
    );
    parts.push(`${loaded.plan.number} (${own.length})\n${lines.join('')}`);
  }
  return parts.join('\n');
}

/** As it is read out over the telephone. */
const toCode = (typed: string): string =>
  `DN-${typed
    .trim()
    .toUpperCase()
    .replace(/^DN[\s-]*/, '')}`;

async function toOne(view: TicketsView, typed: string): Promise<string> {
  const code = toCode(typed);
  const stored = /^[\w-]+$/.test(code) ? await view.store.read<Ticket>(paths.ticket(code)) : undefined;
  if (!stored)
    throw new Error(
      `Không có đề nghị mã “${typed}”. Hãy ghi đúng mã trên giấy nhận, ví dụ DN-4F1C9A7E2B; không nhớ mã thì chạy không kèm mã để xem các đề nghị đang chờ.`,
    );
  const { data } = stored;
  const loaded = await readPlan(view.store, data.planId);
  const { timeZone } = loaded.plan;
  const dossier = await view.store.read<Dossier>(paths.dossier(data.planId, data.dossierId));
  const page = dossier?.data.public
    ? storyUrl(view.listingUrl, { ...dossier.data, name: nameOf(dossier.data) })
    : 'hiện không công khai';
  const steps = data.history.map(
    ({ at, action, by, ending, words = '' }) =>
      `  ${viDateTime(new Date(at), timeZone)}  ${stepWords[action]}${ending ? `: ${endingWords[ending]}` : ''}${by === '' ? '' : ` (${by})`}${words === '' ? '' : `\n    ${cleanPublicText(words)}`}\n`,
  );
  return `${headOf(data, dossier?.data, loaded)}\n  ${courseOf(data, loaded, view.now)}\n  Trang: ${page}\n${steps.join('')}`;
}
