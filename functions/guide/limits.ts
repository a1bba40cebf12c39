/** A column's rules in words, from the form itself, so that the guide can never say other than what is checked. */
import { formatDate } from '../domain/date.ts';
import { type Column, kindWords } from '../domain/form.ts';
import { formatNumber } from '../domain/number.ts';
import type { Plan } from '../domain/plan.ts';
import { capital } from '../domain/text.ts';

/** "Bắt buộc", "Bắt buộc với cá nhân", "Không bắt buộc; chỉ với tập thể". */
export function requiredWords({ required, onlyFor }: Column): string {
  if (required === 'all') return 'Bắt buộc';
  const only = onlyFor ? `chỉ với ${kindWords(onlyFor)}` : '';
  if (required === undefined) return ['Không bắt buộc', only].filter(Boolean).join('; ');
  const isSame = onlyFor?.length === required.length;
  return [`Bắt buộc với ${kindWords(required)}`, isSame ? '' : only].filter(Boolean).join('; ');
}

/** "Từ 150 đến 1.500 ký tự". */
export function limitWords(column: Column): string {
  switch (column.type) {
    case 'choice':
      return `Chọn một: ${(column.choices ?? []).join('; ')}`;
    case 'date':
      return ['Ngày/tháng/năm', range(column, (limit) => formatDate(String(limit)))]
        .filter(Boolean)
        .join(', ');
    case 'integer':
      return ['Số nguyên', range(column, isYear(column) ? String : (limit) => formatNumber(Number(limit)))]
        .filter(Boolean)
        .join(' ');
    case 'link':
      return ['Liên kết bắt đầu bằng https://', characters(column)].filter(Boolean).join(', ');
    case 'text':
      return capital([characters(column), 'viết liền một dòng'].filter(Boolean).join(', '));
    case 'longText':
      return capital(characters(column));
  }
}

const isYear = ({ min, max }: Column): boolean => Number(min) >= 1000 && Number(max) <= 9999;

function range({ min, max }: Column, say: (limit: string | number) => string): string {
  if (min !== undefined && max !== undefined) return `từ ${say(min)} đến ${say(max)}`;
  if (min !== undefined) return `từ ${say(min)} trở đi`;
  return max === undefined ? '' : `không quá ${say(max)}`;
}

const characters = (column: Column): string => {
  const words = range(column, (limit) => formatNumber(Number(limit)));
  return words && `${words} ký tự`;
};

/** Whether citizens may read it; the plan may keep the year of birth to itself. */
export function visibilityWord({ key, visibility }: Column, plan: Plan): string {
  const isHidden = visibility === 'internal' || (key === 'birthYear' && !plan.publication.showBirthYear);
  return isHidden ? 'Nội bộ' : 'Công khai';
}
