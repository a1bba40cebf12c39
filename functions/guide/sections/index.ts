/** The sections of the guide by their place in the page. */
import type { Section, SectionId } from '../guide.ts';
import { columns } from './columns.ts';
import { excel } from './excel.ts';
import { fill } from './fill.ts';
import { mend } from './mend.ts';
import { questions } from './questions.ts';
import { review } from './review.ts';
import { sign } from './sign.ts';
import { submit } from './submit.ts';
import { who } from './who.ts';
import { withdraw } from './withdraw.ts';

export const sections: Readonly<Record<SectionId, Section>> = {
  'ai-lam-gi': who,
  dien: fill,
  'sua-loi': mend,
  nop: submit,
  ky: sign,
  'tham-dinh': review,
  'go-cong-khai': withdraw,
  excel,
  'cau-hoi': questions,
  cot: columns,
};
