/** What the publisher keeps in mind from one publication to the next, beside the pages themselves. */

/** Raised when public rows, leads or parts are made otherwise than before: the next publication then makes all anew. */
export const layout = 4;

export interface PagesCursor {
  /** Generations whose parts may stand in the store although their pointer was never set. */
  begun: string[];
  /** By which layout the generation in force was made; 0 before the first. */
  layout: number;
  /** Plans as they were then, by id: another version changes all of a plan's rows. */
  plans: Record<string, string>;
}

export const noPages: PagesCursor = { begun: [], layout: 0, plans: {} };

/** At `dropped/{generation}-{n}`: documents that the generation in force no longer names, still to be taken away. */
export interface DroppedDocument {
  paths: string[];
}
