/** What a start on this machine could not do and the person at it can mend, in words; anything else is a fault of ours. */
import { DataFolderError } from './data-folder.ts';
import { PortBusyError } from './listen.ts';

export const startTrouble = (error: unknown): string | undefined =>
  error instanceof DataFolderError || error instanceof PortBusyError
    ? `Không khởi động được: ${error.message}`
    : undefined;
