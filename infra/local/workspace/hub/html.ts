/** Makes HTML in which every value is escaped unless it is HTML already: the only way pages of the hub are built. */

export interface Html {
  html: string;
}

type Value = Html | readonly Html[] | string | number;

export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const pieces = strings.map((text, index) => text + (index < values.length ? toHtml(values[index]!) : ''));
  return { html: pieces.join('') };
}

function toHtml(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
