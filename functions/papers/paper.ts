/** What an administrative paper is made of, as data: the parts that Nghị định 30/2020/NĐ-CP names, in its order. */

/** One of the lines of a table, or a heading across all its columns. */
export type TableRow = readonly string[] | { across: string } | { total: readonly string[] };

export interface TableColumn {
  header: string;
  /** In millimetres; together as wide as the text of the page. */
  width: number;
  align?: 'left' | 'center';
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Dots to the end of the line, to be written over by hand; after words that say what belongs there. */
  | { kind: 'dots'; after: string }
  /** Small and slanted: a note on where the figures come from. */
  | { kind: 'note'; text: string }
  | { kind: 'table'; columns: readonly TableColumn[]; rows: readonly TableRow[] };

/** Who issues the paper, in the upper left corner. */
export interface Issuer {
  /** The body it belongs to, in one line. */
  superior: string;
  /** Its own name, each line as it is broken. */
  name: readonly string[];
}

export interface Signature {
  /** "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH". */
  authority: readonly string[];
  name: string;
}

export interface Paper {
  orientation: 'portrait' | 'landscape';
  issuer: Issuer;
  /** "Số: ……/TTr-UBND"; '' for what goes with another paper. */
  number: string;
  /** "Ninh Hòa, ngày …… tháng …… năm ……"; '' for what goes with another paper. */
  placeAndDate: string;
  /** "TỜ TRÌNH". */
  title: string;
  /** Trích yếu. */
  subject: string;
  /** "(Kèm theo Tờ trình số …)". */
  goesWith?: string;
  /** After "Kính gửi:". */
  addressee?: string;
  /** Căn cứ, without the mark at the end. */
  grounds: readonly string[];
  body: readonly Block[];
  recipients: readonly string[];
  /** Whoever signs on the left instead of the list of recipients: the secretary of a meeting. */
  secretary?: Signature;
  signature: Signature;
}

/** What software cannot know, to be filled in by hand. */
export const blank = '……';

/** "Địa điểm: ………………", with as many empty lines below it. */
export const toFill = (after: string, linesBelow = 0): Block[] => [
  { kind: 'dots', after },
  ...Array.from({ length: linesBelow }, (): Block => ({ kind: 'dots', after: '' })),
];
