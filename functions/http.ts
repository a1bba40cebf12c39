/** Between the functions framework and the handlers: token, method, schema in; status and JSON out; nothing leaks. */
import type { HttpFunction, Request, Response } from '@google-cloud/functions-framework';
import type * as z from 'zod';
import { echo } from './domain/text.ts';
import type { Log } from './ports.ts';
import { type Refusal, type RefusalCode, refusal, statusOf } from './refusal.ts';

const bearer = /^Bearer\s+(\S+)$/i;

export const tokenOf = (request: Request): string | undefined =>
  bearer.exec(request.get('authorization') ?? '')?.[1];

export type Answer = { ok: true } | { ok: false; code: string };

const trouble = refusal(
  'busy',
  'Hệ thống đang bận, chưa làm được việc này. Dữ liệu của bạn vẫn nguyên; hãy thử lại sau một phút.',
);

/** A POST with a JSON body of one schema, answered with JSON. */
export function jsonFunction<T>(
  schema: z.ZodType<T>,
  log: Log,
  handle: (token: string | undefined, body: T) => Promise<Answer>,
): HttpFunction {
  return async (request, response) => {
    response.set('Cache-Control', 'no-store');
    if (request.method !== 'POST') {
      response.set('Allow', 'POST');
      send(
        response,
        refusal(
          'bad-request',
          'Hàm này chỉ nhận POST với nội dung JSON. Hãy bấm nút trong bảng tính thay vì mở địa chỉ này.',
        ),
        405,
      );
      return;
    }
    const parsed = schema.safeParse(request.body ?? {});
    if (!parsed.success) {
      const fields = [...new Set(parsed.error.issues.flatMap(fieldsOf))].slice(0, 10);
      send(
        response,
        refusal(
          'bad-request',
          `Yêu cầu không đúng dạng ở: ${fields.join(', ')}. Hãy tải lại bảng tính rồi thử lại; nếu vẫn không được, báo người quản trị.`,
        ),
      );
      return;
    }
    await guarded(response, log, async () => {
      const answer = await handle(tokenOf(request), parsed.data);
      response.status(answer.ok ? 200 : statusOf(answer.code as RefusalCode)).json(answer);
    });
  };
}

/** A field that is not known is named by itself, for its path is only where it stands. */
function fieldsOf(issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map(String);
  const names = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at];
  return names.map((parts) => echo(parts.join('.')) || '(toàn bộ)');
}

/** Failures are caught here and nowhere else: the operator gets the cause, the caller a sentence. */
export async function guarded(response: Response, log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('a function failed', { error: error instanceof Error ? error.stack : String(error) });
    if (!response.headersSent) send(response, trouble);
  }
}

const send = (response: Response, body: Refusal, status = statusOf(body.code)): void => {
  response.status(status).json(body);
};
