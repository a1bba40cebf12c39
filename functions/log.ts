/** Structured log lines as Cloud Logging reads them. */
import type { Log } from './ports.ts';

const write = (severity: string, message: string, fields: Record<string, unknown> = {}): void => {
  process.stdout.write(`${JSON.stringify({ severity, message, ...fields })}\n`);
};

export const cloudLog: Log = {
  info: (message, fields) => write('INFO', message, fields),
  error: (message, fields) => write('ERROR', message, fields),
};
