/** Every function of the product by name, joined to its handler; the services come from whoever starts the process. */
import { type HttpFunction, http, type Request, type Response } from '@google-cloud/functions-framework';
import type * as z from 'zod';
import { callerNetwork, isFromOwnPage } from './caller.ts';
import { answer } from './handlers/answer.ts';
import { check } from './handlers/check.ts';
import { compare } from './handlers/compare.ts';
import { confirm, openSignOff, type Page } from './handlers/confirm.ts';
import { control } from './handlers/control.ts';
import { deliver } from './handlers/deliver.ts';
import { guide } from './handlers/guide.ts';
import { hold } from './handlers/hold.ts';
import { openOptOut, optOut } from './handlers/opt-out.ts';
import { publish } from './handlers/publish.ts';
import { review } from './handlers/review.ts';
import { openScores, score } from './handlers/score.ts';
import { submit } from './handlers/submit.ts';
import { sync } from './handlers/sync.ts';
import { takedown } from './handlers/takedown.ts';
import { tick } from './handlers/tick.ts';
import { openTicket, ticket } from './handlers/ticket.ts';
import { withdraw } from './handlers/withdraw.ts';
import { type Answer, guarded, jsonFunction } from './http.ts';
import { type Answer as PageAnswer, seeOther } from './listing/answer.ts';
import { signOffHeaders } from './listing/style.ts';
import { takedownPath } from './listing/takedown-page.ts';
import { askedIn, listingFunction, pageFunction, reading } from './public-pages.ts';
import { refusal } from './refusal.ts';
import { tellRefusedBodies } from './refused-bodies.ts';
import {
  answerRequest,
  checkRequest,
  compareRequest,
  controlRequest,
  deliverRequest,
  emptyRequest,
  holdRequest,
  reviewRequest,
  submitRequest,
  syncRequest,
  withdrawRequest,
} from './requests.ts';
import type { Services } from './services.ts';
import { signIn } from './staff-access.ts';

export const functionNames = [
  'check',
  'submit',
  'confirm',
  'optOut',
  'score',
  'review',
  'answer',
  'compare',
  'hold',
  'withdraw',
  'tick',
  'sync',
  'deliver',
  'publish',
  'control',
  'listing',
  'guide',
  'takedown',
  'ticket',
] as const;

export type FunctionName = (typeof functionNames)[number];

/** The answer is for a bundle: a framework that is not in it sees what the bundle exports, not what was registered. */
export function registerFunctions(services: Services): Record<FunctionName, HttpFunction> {
  const { log } = services;
  tellRefusedBodies(log);
  const staff = <T>(schema: z.ZodType<T>, handle: (token: string | undefined, body: T) => Promise<Answer>) =>
    jsonFunction(schema, log, handle);
  const platform = <T>(schema: z.ZodType<T>, handle: (body: T) => Promise<Answer>): HttpFunction =>
    jsonFunction(schema, log, async (token, body) => {
      const caller = await signIn(services, token);
      if (!caller.ok) return caller;
      if (!services.settings.platformEmails.includes(caller.email))
        return refusal('not-staff', 'Hàm này chỉ dành cho bộ hẹn giờ và hàng đợi của hệ thống.');
      return handle(body);
    });
  const functions: Record<FunctionName, HttpFunction> = {
    check: staff(checkRequest, (token, body) => check(services, token, body)),
    submit: staff(submitRequest, (token, body) => submit(services, token, body)),
    review: staff(reviewRequest, (token, body) => review(services, token, body)),
    answer: staff(answerRequest, (token, body) => answer(services, token, body)),
    compare: staff(compareRequest, (token, body) => compare(services, token, body)),
    hold: staff(holdRequest, (token, body) => hold(services, token, body)),
    withdraw: staff(withdrawRequest, (token, body) => withdraw(services, token, body)),
    tick: platform(emptyRequest, () => tick(services)),
    sync: platform(syncRequest, async ({ spreadsheetId }) =>
      outcome(await sync(services, spreadsheetId, { force: false }).then((result) => result.outcome)),
    ),
    deliver: platform(deliverRequest, async ({ key }) => outcome(await deliver(services, key))),
    control: platform(controlRequest, async ({ spreadsheetId }) =>
      outcome(await control(services, spreadsheetId)),
    ),
    publish: platform(emptyRequest, async () => outcome(await publish(services))),
    confirm: (request, response) => guarded(response, log, () => confirmPage(services, request, response)),
    optOut: (request, response) => guarded(response, log, () => optOutPage(services, request, response)),
    score: (request, response) => guarded(response, log, () => scorePage(services, request, response)),
    ticket: (request, response) => guarded(response, log, () => ticketPage(services, request, response)),
    listing: listingFunction(services),
    guide: pageFunction(services, reading, (request) =>
      guide(
        services.store,
        { url: services.settings.listingUrl },
        askedIn(request).query,
        services.clock.now(),
      ),
    ),
    takedown: pageFunction<Request>(services, [...reading, 'POST'], async (request) =>
      // Whoever opens the address of an answer anew has nothing to send.
      request.method === 'POST' ? ask(services, request) : seeOther(takedownPath),
    ),
  };
  for (const name of functionNames) http(name, functions[name]);
  return functions;
}

/** 'busy' and 'retry' are told as a failure, so that the queue comes back. */
const outcome = (word: string): Answer & { outcome?: string } =>
  word === 'busy' || word === 'retry'
    ? refusal('busy', 'Đang có lượt khác làm việc này.')
    : { ok: true, outcome: word };

const field = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 8000) : '');

/** A page behind a link: GET and HEAD show, only POST acts, everything else is refused. */
async function linkedPage(
  request: Request,
  response: Response,
  show: (token: string, query: Request['query']) => Promise<Page>,
  act: (fields: Record<string, unknown>) => Promise<Page>,
): Promise<void> {
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
    response
      .set({ ...signOffHeaders, Allow: 'GET, HEAD, POST' })
      .status(405)
      .end();
    return;
  }
  const page =
    request.method === 'POST'
      ? await act((request.body ?? {}) as Record<string, unknown>)
      : await show(field(request.query.token), request.query);
  response
    .status(page.status)
    .set({ ...signOffHeaders })
    .send(page.html);
}

const confirmPage = (services: Services, request: Request, response: Response): Promise<void> =>
  linkedPage(
    request,
    response,
    (token) => openSignOff(services, token),
    ({ token, action, reason }) =>
      confirm(services, { token: field(token), action: field(action), reason: field(reason) }),
  );

const scorePage = (services: Services, request: Request, response: Response): Promise<void> =>
  linkedPage(
    request,
    response,
    (token) => openScores(services, token),
    (fields) =>
      score(services, {
        token: field(fields.token),
        dossier: field(fields.dossier),
        round: field(fields.round),
        points: field(fields.points),
        remark: field(fields.remark),
      }),
  );

const ticketPage = (services: Services, request: Request, response: Response): Promise<void> =>
  linkedPage(
    request,
    response,
    (token, { list, from }) => openTicket(services, token, { list: field(list), from: field(from) }),
    ({ token, action, ending, also, answered, until, words }) =>
      ticket(services, {
        token: field(token),
        action: field(action),
        ending: field(ending),
        also: field(also),
        answered: field(answered),
        until: field(until),
        words: field(words),
      }),
  );

/** A mail program's own button posts to the link as it stands, with nothing of ours in the body. */
const optOutPage = (services: Services, request: Request, response: Response): Promise<void> =>
  linkedPage(
    request,
    response,
    (token) => openOptOut(services, token),
    ({ token, action }) =>
      optOut(services, { token: field(token) || field(request.query.token), action: field(action) }),
  );

const ask = (services: Services, request: Request): Promise<PageAnswer> => {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const form = {
    page: field(body.page),
    wish: field(body.wish),
    asker: field(body.asker),
    contact: field(body.contact),
    text: field(body.text),
    blank: field(body.blank),
  };
  const { trustedProxies, listingUrl } = services.settings;
  return takedown(services, {
    form,
    address: callerNetwork(request, trustedProxies),
    isForeign: !isFromOwnPage(request.headers, listingUrl),
  });
};
