/** Functions on text; HYPERLINK shows its label, the address is read apart (linkOf). */
import { isError } from '../model.ts';
import { shownText } from '../number-text.ts';
import type { Call } from './evaluate.ts';
import { type Computed, FormulaFault, failure, isRange, toNumber, toText, type Value } from './values.ts';

function textsOf(call: Call, from: number): string[] {
  const texts: string[] = [];
  const { commaDecimal } = call.calculation;
  for (let index = from; index < call.count; index += 1) {
    const value = call.value(index);
    if (!isRange(value)) texts.push(toText(value, commaDecimal));
    else
      call.calculation.forEach(value.tab, value.area, (each) => void texts.push(toText(each, commaDecimal)));
  }
  return texts;
}

function substitute(call: Call): Value {
  const [text, before, after] = [call.text(0), call.text(1), call.text(2)];
  if (call.count < 4) return before === '' ? text : text.replaceAll(before, after);
  const pieces = text.split(before);
  const nth = call.number(3);
  if (nth >= pieces.length) return text;
  return pieces.slice(0, nth).join(before) + after + pieces.slice(nth).join(before);
}

function parsedNumber(value: Computed): Computed {
  if (typeof value === 'number' || isError(value)) return value;
  return toNumber(value);
}

function position(call: Call): Value {
  const [wanted, text] = [call.text(0), call.text(1)];
  const at = text.indexOf(wanted, call.count > 2 ? call.number(2) - 1 : 0);
  if (at < 0)
    throw new FormulaFault(failure('VALUE', `In FIND evaluation, cannot find '${wanted}' within '${text}'.`));
  return at + 1;
}

/** TEXT(45672;"dd/mm/yyyy"): a pattern without digits is one for dates. */
function formatted(call: Call): Value {
  const value = call.scalar(0);
  const pattern = call.text(1);
  if (typeof value !== 'number') return value;
  const type = /[dmyhs]/i.test(pattern) && !/[0#]/.test(pattern) ? 'DATE' : 'NUMBER';
  return shownText(value, { type, pattern }, call.calculation.book.properties.locale);
}

export const textFunctions: Record<string, (call: Call) => Value> = {
  HYPERLINK: (call) => (call.count > 1 ? call.scalar(1) : call.scalar(0)),
  CONCATENATE: (call) => textsOf(call, 0).join(''),
  CONCAT: (call) => call.text(0) + call.text(1),
  TEXTJOIN(call) {
    const texts = textsOf(call, 2);
    return (toNumber(call.scalar(1)) ? texts.filter((text) => text !== '') : texts).join(call.text(0));
  },
  TEXT: formatted,
  LEN: (call) => call.text(0).length,
  TRIM: (call) => call.text(0).trim().replace(/ +/g, ' '),
  UPPER: (call) => call.text(0).toUpperCase(),
  LOWER: (call) => call.text(0).toLowerCase(),
  LEFT: (call) => call.text(0).slice(0, call.count > 1 ? call.number(1) : 1),
  RIGHT(call) {
    const length = call.count > 1 ? call.number(1) : 1;
    return length > 0 ? call.text(0).slice(-length) : '';
  },
  MID: (call) => call.text(0).slice(call.number(1) - 1, call.number(1) - 1 + call.number(2)),
  FIND: position,
  EXACT: (call) => call.text(0) === call.text(1),
  SUBSTITUTE: substitute,
  VALUE: (call) => parsedNumber(call.scalar(0)),
  T: (call) => (typeof call.scalar(0) === 'string' ? call.scalar(0) : ''),
  N: (call) => (typeof call.scalar(0) === 'number' ? call.scalar(0) : 0),
};
