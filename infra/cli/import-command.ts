/** `gs import`: takes a unit's filled-in .xlsx and, when it is right, writes its rows into the unit's tab. */
import { readFile, stat } from 'node:fs/promises';
import { createGoogleClients } from '../../functions/adapters/google-auth.ts';
import { submit } from '../../functions/handlers/submit.ts';
import { readStaff } from '../../functions/records.ts';
import type { SubmitRequest } from '../../functions/requests.ts';
import { type Local, mailSender } from '../local/runtime/local.ts';
import { type Imported, type ImportRequest, importList } from '../xlsx/import-list.ts';
import { readFilledList } from '../xlsx/read-list.ts';
import { fileFaults, maxFileBytes, noClerk, unknownPlan } from '../xlsx/refusals.vi.ts';
import { tellAnswered } from '../xlsx/told-faults.ts';
import { parseFlags, UsageError } from './usage.ts';
import { openGoogle, withKept } from './worlds.ts';

export const help = `Cách dùng: npm run gs -- import TỆP [--unit MÃ] [--replace] [--submit] [--data THƯ_MỤC | --google]

  TỆP        tệp mẫu .xlsx mà đơn vị đã điền; trong tệp có ghi kế hoạch, kỳ và đơn vị
  --plan, --period, --unit   chỉ nhận tệp của đúng kế hoạch, kỳ, đơn vị này
  --replace  cho phép bỏ những dòng đang có trên bảng tính mà tệp không có
  --submit   nhập xong thì nộp luôn, thay người lập của đơn vị (chỉ ở bản chạy thử)
  --attachment-number, --attachment-date, --attachment-url   số, ngày (dd/mm/yyyy) và liên kết của văn bản kèm theo, khi nộp
  --data     thư mục của bản chạy thử trên máy này (mặc định .data)
  --google   nhập vào Google thật: cần các biến môi trường của bản triển khai

Có một chỗ sai thì không ghi gì và nêu mọi chỗ cần sửa. Nhập lại cùng một tệp không làm thay đổi gì.`;

const flags = {
  plan: { type: 'string' },
  period: { type: 'string' },
  unit: { type: 'string' },
  replace: { type: 'boolean' },
  submit: { type: 'boolean' },
  'attachment-number': { type: 'string' },
  'attachment-date': { type: 'string' },
  'attachment-url': { type: 'string' },
  data: { type: 'string' },
  google: { type: 'boolean' },
} as const;

type Attachment = SubmitRequest['attachment'];

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseFlags(args, flags, help);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UsageError(`Hãy ghi tên một tệp .xlsx.\n\n${help}`);
  const attachment = attachmentFrom(values);
  if (attachment && !values.submit)
    throw new UsageError('Văn bản kèm theo chỉ dùng khi nộp: hãy thêm --submit.');
  if (values.google && values.submit)
    throw new UsageError(
      'Trên Google không nộp thay được bằng --submit, vì nộp phải do người có tên trong danh sách cán bộ. Hãy nhập trước, rồi người lập hoặc thủ trưởng đơn vị bấm “Nộp danh sách” trong bảng tính.',
    );
  const { plan, period, unit } = values;
  const request: ImportRequest = {
    bytes: await readSmallFile(file),
    expected: { ...(plan && { plan }), ...(period && { period }), ...(unit && { unit }) },
    replace: values.replace ?? false,
  };
  if (values.google) await importGoogle(request);
  else await importLocal(request, values.data ?? '.data', values.submit === true, attachment);
}

/** Its size is asked first, so that a huge file is never in memory. */
async function readSmallFile(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`Không có tệp “${file}”.`);
  if (found.size > maxFileBytes) throw new Error(fileFaults['too-heavy']);
  return readFile(file);
}

function attachmentFrom(values: {
  'attachment-number'?: string;
  'attachment-date'?: string;
  'attachment-url'?: string;
}): Attachment {
  const {
    'attachment-number': documentNumber,
    'attachment-date': documentDate,
    'attachment-url': url,
  } = values;
  if (documentNumber === undefined && documentDate === undefined && url === undefined) return undefined;
  if (documentNumber === undefined || documentDate === undefined || url === undefined)
    throw new UsageError(
      'Văn bản kèm theo cần đủ ba phần: --attachment-number, --attachment-date và --attachment-url.',
    );
  return { documentNumber, documentDate, url };
}

async function importGoogle(request: ImportRequest): Promise<void> {
  const { store, google } = openGoogle();
  const { sheets, admin, clients } = google;
  const writerFor = async () => clients.sheets;
  show(await importList({ store, sheets, admin, writerFor, now: new Date() }, request));
}

async function importLocal(
  request: ImportRequest,
  data: string,
  thenSubmit: boolean,
  attachment: Attachment,
): Promise<void> {
  // A file that cannot be read must not start, let alone make, a trial.
  const read = await readFilledList(request.bytes);
  if (!read.ok) throw new Error(read.message);
  const folder = await stat(data).catch(() => undefined);
  if (!folder?.isDirectory()) throw new Error(unknownPlan(read.list.mark.plan));
  await withKept(data, async (local) => {
    const imported = show(await importAsClerk(local, request));
    if (thenSubmit) await submitAsClerk(local, imported, attachment);
  });
}

/** Works on a running trial too; the rows are written with the clerk's own credential. */
export async function importAsClerk(local: Local, request: ImportRequest) {
  const { store, google, services, workspace } = local;
  return importList(
    {
      store,
      sheets: google.sheets,
      admin: google.admin,
      now: services.clock.now(),
      async writerFor(planId, unitId) {
        const email = await clerkOf(local, planId, unitId);
        if (email === undefined) return undefined;
        const localToken = (subject = email) => workspace.issuer.issue({ email: subject });
        return createGoogleClients({ rootUrl: `${workspace.url}/`, localToken, mailSender }).sheets;
      },
    },
    request,
  );
}

const clerkOf = async ({ store }: Local, planId: string, unitId: string): Promise<string | undefined> =>
  (await readStaff(store, { planId, unitId, role: 'clerk' }))[0]?.email;

function show(result: Awaited<ReturnType<typeof importList>>): Imported {
  if (!result.ok) throw new Error([result.message, ...result.problems.map(asItem)].join('\n'));
  const { outcome, unitName, rows, hiddenLines, warnings } = result;
  const done =
    outcome === 'written'
      ? `Đã ghi ${rows} dòng vào trang của ${unitName}.`
      : `Trang của ${unitName} đã có đúng ${rows} dòng này, không có gì thay đổi.`;
  const hidden =
    hiddenLines.length === 0
      ? []
      : [`Trong tệp có dòng đang ẩn, vẫn được nhập: ${hiddenLines.slice(0, 20).join(', ')}.`];
  print([done, ...hidden, ...(warnings.length === 0 ? [] : ['Nên xem lại:', ...warnings.map(asItem)])]);
  return result;
}

const asItem = (text: string): string => `  - ${text}`;
const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

async function submitAsClerk(local: Local, imported: Imported, attachment: Attachment): Promise<void> {
  const { planId, unitId, unitName, spreadsheetId } = imported;
  const email = await clerkOf(local, planId, unitId);
  if (email === undefined) throw new Error(noClerk(unitName));
  const token = await local.workspace.issuer.issue({ email });
  const answer = await submit(local.services, token, {
    spreadsheetId,
    unit: unitId,
    ...(attachment ? { attachment } : {}),
  });
  if (!answer.ok)
    throw new Error([answer.message, ...tellAnswered(answer.problems ?? []).map(asItem)].join('\n'));
  print([answer.message]);
  // The mails that the submission owes go out before everything is closed.
  await local.queue.idle();
}
