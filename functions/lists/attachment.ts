/** The paper a list must bring (KH 113 BL-06: the nurturing plan): as typed by the clerk → attachment, or its problems. */
import { formatDate, isoFromVi } from '../domain/date.ts';
import { isPaperNumber } from '../domain/paper-number.ts';
import type { AttachmentRule } from '../domain/plan.ts';
import type { Problem } from '../domain/problem.ts';
import type { Attachment } from '../domain/submission.ts';
import type { Files } from '../ports.ts';
import type { SubmitRequest } from '../requests.ts';

export type ParsedAttachment = { attachment: Attachment | null; problems: Problem[] };

const drivePattern = /^https:\/\/(?:docs|drive)\.google\.com\/.*?(?:\/d\/|[?&]id=)([A-Za-z0-9_-]{10,200})/;

/** A link into Drive is followed: the robot must be able to open the file. Other https links are taken as they are. */
export async function parseAttachment(
  rule: AttachmentRule | undefined,
  typed: SubmitRequest['attachment'],
  { tab, today, files }: { tab: string; today: string; files: Files },
): Promise<ParsedAttachment> {
  if (!typed)
    return {
      attachment: null,
      problems: rule
        ? [problem('attachment-missing', tab, { label: rule.label, today: formatDate(today) })]
        : [],
    };
  const label = rule?.label ?? 'Tệp kèm theo';
  const documentNumber = typed.documentNumber.normalize('NFC').trim();
  const documentDate = isoFromVi(typed.documentDate.trim());
  const url = typed.url.trim();
  const unreadable = (part: string, value: string): Problem =>
    problem('attachment-unreadable', tab, {
      label,
      part,
      value: value.slice(0, 60),
      today: formatDate(today),
    });
  const problems: Problem[] = [];
  if (!isPaperNumber(documentNumber)) problems.push(unreadable('number', documentNumber));
  if (documentDate === undefined || documentDate > today)
    problems.push(unreadable('date', typed.documentDate));
  const fileId = drivePattern.exec(url)?.[1];
  if (!/^https:\/\/[^\s/]+\.[^\s]+$/.test(url)) problems.push(unreadable('link', url));
  else if (fileId !== undefined && (await files.fileName(fileId)) === undefined)
    problems.push(unreadable('access', url));
  return problems.length > 0
    ? { attachment: null, problems }
    : { attachment: { documentNumber, documentDate: documentDate as string, url }, problems };
}

const problem = (
  code: 'attachment-missing' | 'attachment-unreadable',
  tab: string,
  params: Problem['params'],
): Problem => ({ code, severity: 'error', tab, params });
