/** The trial's log: what an operator must see goes to stderr, the rest stays quiet. */
import type { Log } from '../../../functions/ports.ts';

export const quietLog: Log = {
  info: () => undefined,
  error: (message, fields) => {
    process.stderr.write(`[nhật ký] ${message} ${JSON.stringify(fields ?? {})}\n`);
  },
};
