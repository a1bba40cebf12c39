/** A scorer's link: GET shows the works that wait for this scorer and changes nothing; POST keeps the points of one work. */
import type { Dossier } from '../domain/dossier.ts';
import { columnOf } from '../domain/form.ts';
import { formOf } from '../domain/forms/index.ts';
import {
  cardsOf,
  isToJudge,
  judgingAt,
  parsePoints,
  pointsWords,
  type Scorecard,
  scorersFor,
} from '../domain/judging.ts';
import { formatNumber } from '../domain/number.ts';
import type { Judging } from '../domain/plan.ts';
import { cleanPublicText } from '../domain/public-row.ts';
import { shownValue } from '../domain/shown-value.ts';
import { parseScoreToken, type ScorePayload } from '../links/score-link.ts';
import {
  renderBrokenScoreLink,
  renderScorePage,
  type ScoredWork,
  type ScorePage,
} from '../listing/score-page.ts';
import { enqueueSync } from '../mailing/outbox.ts';
import {
  type LoadedPlan,
  paths,
  readDossiers,
  readPlan,
  readScorecards,
  readStaff,
  readWorkbooksOf,
  saveOver,
  syncMark,
} from '../records.ts';
import type { Services } from '../services.ts';
import type { Page } from './confirm.ts';

export interface ScoreForm {
  token: string;
  dossier: string;
  round: string;
  points: string;
  remark: string;
}

const longestRemark = 1000;

interface Work {
  dossier: Dossier;
  judging: Judging;
  name: string;
  own: Scorecard | undefined;
}

interface Opened {
  payload: ScorePayload;
  token: string;
  loaded: LoadedPlan;
  scorerName: string;
  works: Work[];
}

const broken = (why: 'unknown' | 'expired'): Page => ({ status: 404, html: renderBrokenScoreLink(why) });

export async function openScores(services: Services, token: string): Promise<Page> {
  const opened = await open(services, token);
  return opened.ok ? page(services, opened) : opened.page;
}

export async function score(services: Services, form: ScoreForm): Promise<Page> {
  const opened = await open(services, form.token);
  if (!opened.ok) return opened.page;
  const { dossier: dossierId, points: text, remark } = form;
  const work = opened.works.find(({ dossier }) => dossier.id === dossierId);
  const typed = { dossierId, points: text, remark };
  if (!work || String(work.dossier.round) !== form.round)
    return page(services, opened, {
      error:
        'Bài này không còn chờ Ông/Bà chấm: Ban Tổ chức đã quyết định, tác giả đã gửi lại, hoặc đã đủ giám khảo. Danh sách dưới đây là mới nhất.',
    });
  const points = parsePoints(text);
  if (points === undefined)
    return page(services, opened, {
      error: `Ô điểm của bài “${nameOf(work.dossier)}” đang ghi “${text.slice(0, 40)}”, hãy ghi số từ 0 đến 100, có thể lẻ nửa điểm, ví dụ 84,5.`,
      typed,
    });
  if ([...remark].length > longestRemark)
    return page(services, opened, {
      error: `Nhận xét dài ${formatNumber([...remark].length)} ký tự, hãy rút còn nhiều nhất ${formatNumber(longestRemark)} ký tự.`,
      typed,
    });
  await save(services, opened.payload, work, { points, remark: remark.trim() });
  const again = await open(services, form.token);
  if (!again.ok) return again.page;
  return page(services, again, {
    saved: `Đã ghi ${pointsWords(points)} điểm cho bài “${nameOf(work.dossier)}”.`,
  });
}

type OpenedOrNot = ({ ok: true } & Opened) | { ok: false; page: Page };

async function open(services: Services, token: string): Promise<OpenedOrNot> {
  const { store, settings, clock } = services;
  const payload = parseScoreToken(token, settings.linkSecret);
  if (!payload) return { ok: false, page: broken('unknown') };
  if (clock.now().toISOString() >= payload.expiresAt) return { ok: false, page: broken('expired') };
  const { planId, unitId, email } = payload;
  const [loaded, scorers, dossiers, cards] = await Promise.all([
    readPlan(store, planId),
    readStaff(store, { planId, unitId, role: 'scorer' }),
    readDossiers(store, { planId, at: unitId }),
    readScorecards(store, { planId, deskId: unitId }),
  ]);
  const scorer = scorers.find((person) => person.email === email);
  if (!scorer) return { ok: false, page: broken('unknown') };
  const people = scorers.map((person) => person.email);
  const works = dossiers.flatMap(({ data: dossier }): Work[] => {
    const at = judgingAt(loaded.plan, loaded.tree, unitId, dossier.period);
    if (!at || !isToJudge(dossier, unitId)) return [];
    const given = cardsOf(cards, dossier);
    if (!scorersFor(dossier, people, given, at.judging).includes(email)) return [];
    return [{ dossier, ...at, own: given.find((card) => card.scorer === email) }];
  });
  return { ok: true, payload, token, loaded, scorerName: scorer.name, works };
}

const nameOf = ({ row }: Dossier): string => cleanPublicText(String(row.values.name ?? ''), 200);

/** The same points again change nothing; other points are added to the history. */
async function save(
  services: Services,
  { planId, unitId, email }: ScorePayload,
  { dossier, own }: Work,
  { points, remark }: { points: number; remark: string },
): Promise<void> {
  if (own && own.points === points && own.remark === remark) return;
  const { store, clock } = services;
  const now = clock.now();
  const { id, period, round } = dossier;
  const path = paths.scorecard(planId, id, round, unitId, email);
  const workbooks = await readWorkbooksOf(store, planId, period, unitId);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const before = await store.read<Scorecard>(path);
    const card: Scorecard = {
      planId,
      period,
      dossierId: id,
      deskId: unitId,
      round,
      scorer: email,
      points,
      remark,
      history: [...(before?.data.history ?? []), { at: now.toISOString(), points, remark }],
    };
    const saved = await store.commit([
      saveOver(path, before, card),
      ...workbooks.map(({ spreadsheetId }) => syncMark(spreadsheetId, now)),
    ]);
    if (!saved.ok) continue;
    for (const { spreadsheetId } of workbooks) await enqueueSync(services, spreadsheetId, now.toISOString());
    return;
  }
  throw new Error(`the scorecard ${path} kept changing under us`);
}

const isOpenLink = (text: string): boolean => /^https:\/\/[^\s<>"]+$/.test(text);

function toWork({ dossier, judging, own }: Work): ScoredWork {
  const form = formOf(judging.form);
  const facts = judging.shows.flatMap((key) => {
    const column = columnOf(form, key);
    const text = column ? cleanPublicText(shownValue(form, column, dossier.row), 5000) : '';
    if (!column || text === '') return [];
    return [{ header: column.header, text, link: column.type === 'link' && isOpenLink(text) }];
  });
  return {
    dossierId: dossier.id,
    round: dossier.round,
    name: nameOf(dossier),
    facts,
    points: own ? pointsWords(own.points) : '',
    remark: own?.remark ?? '',
  };
}

function page(
  { settings }: Services,
  { payload, token, loaded, scorerName, works }: Opened,
  more: Pick<ScorePage, 'saved' | 'error' | 'typed'> = {},
): Page {
  const { plan, tree } = loaded;
  const level = plan.unitKinds[tree.get(payload.unitId)?.kind ?? '']?.level ?? '';
  return {
    status: more.error === undefined ? 200 : 422,
    html: renderScorePage({
      unitName: tree.get(payload.unitId)?.name ?? payload.unitId,
      planNumber: plan.number,
      planTitle: plan.title,
      judgingName: plan.judging?.rounds[level] ?? '',
      scorerName,
      works: works.map(toWork).sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1)),
      action: `${settings.functionsUrl}/score`,
      token,
      ...more,
    }),
  };
}
