/** Tells open grids that a spreadsheet changed, as server-sent events. */
import type { ServerResponse } from 'node:http';

export interface ChangeEvents {
  listen(spreadsheetId: string, response: ServerResponse): void;
  changed(spreadsheetId: string): void;
}

export function createChangeEvents(): ChangeEvents {
  const listeners = new Map<string, Set<ServerResponse>>();
  return {
    listen(spreadsheetId, response) {
      const those = listeners.get(spreadsheetId) ?? new Set();
      listeners.set(spreadsheetId, those.add(response));
      response.on('close', () => those.delete(response));
      // The first word opens the stream at once; later ones come with changes.
      response.write(': open\n\n');
    },
    changed(spreadsheetId) {
      for (const response of listeners.get(spreadsheetId) ?? []) response.write('data: changed\n\n');
    },
  };
}
