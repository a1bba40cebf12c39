/** Reviewers are asked, once for each signed follow-up, whether the story it speaks against should stay public; nothing is taken down by itself. */
import { causesOf } from '../domain/doubt.ts';
import { periodLabel } from '../domain/period.ts';
import type { Unit } from '../domain/unit.ts';
import { storyUrl } from '../listing/address.ts';
import type { DigestDay } from './digest-calendar.ts';
import type { DailyDigestData } from './digest-data.ts';
import type { DigestState } from './digest-state.ts';
import { inWindow } from './due-news.ts';

export const doubtLines = (
  unit: Unit,
  { doubts, plan, tree, linkOf }: DigestState,
  day: DigestDay,
): DailyDigestData['doubts'] =>
  doubts
    .filter(({ followUp }) => followUp.parentId === unit.id)
    .filter(({ followUp: { history } }) => {
      const sent = history.findLast(({ action }) => action === 'submit');
      return sent !== undefined && inWindow(sent, day);
    })
    .map(({ followUp, exemplar }) => {
      const name = String(exemplar.row.values.name ?? '');
      return {
        unitName: tree.get(followUp.unitId)?.name ?? followUp.unitId,
        plan: plan.number,
        period: periodLabel(followUp.period),
        id: exemplar.id,
        name,
        causes: causesOf(followUp),
        reason: String(followUp.row.values.reason ?? ''),
        story: storyUrl(day.listingUrl, { ...exemplar, name }),
        sheet: linkOf(followUp.unitId),
      };
    });
