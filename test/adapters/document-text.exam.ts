/** What every Drive must do with the text of a Google document: Google's, as it documents its answers, and the embedded one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../functions/ports.ts';
import { failureOf } from './fake-google.ts';

export interface DocumentDrive {
  files: Files;
  /** Ids of files in it. */
  document: string;
  /** More than 10 MB of text. */
  large: string;
  picture: string;
  /** Of a document that the robot may not see. */
  hidden: string;
  /** From now on it does not answer. */
  breakDown(): void;
  /** Methods that were called since the last question. */
  calls(): string[];
  close(): Promise<void>;
}

export const documentText = 'Người giữ lửa lớp học ven sông\n\nMười năm qua, cô giáo Mai…\n';

export function examineDocumentText(name: string, start: () => Promise<DocumentDrive>): void {
  describe(`text of documents: ${name}`, () => {
    let drive: DocumentDrive;
    beforeAll(async () => {
      drive = await start();
    });
    afterAll(() => drive.close());

    it('exports the words of a document, whatever marks Google puts around them, in one call', async () => {
      drive.calls();
      const answer = await drive.files.exportText(drive.document);
      if (answer === undefined || answer === 'too-large') throw new Error(`no text: ${answer}`);
      expect(answer.text.replace('\ufeff', '').replaceAll('\r\n', '\n')).toBe(documentText);
      expect(drive.calls()).toEqual(['files.export']);
    });

    it('says that a document past 10 MB is too large, and does not take it for one out of reach', async () => {
      expect(await drive.files.exportText(drive.large)).toBe('too-large');
    });

    it('has no text of a picture, nor of what it may not see', async () => {
      expect(await drive.files.exportText(drive.picture)).toBeUndefined();
      expect(await drive.files.exportText(drive.hidden)).toBeUndefined();
      expect(await drive.files.exportText('khong-co-tep-nay')).toBeUndefined();
    });

    it('says that a document is one, and that it has no content to download', async () => {
      const type = await drive.files.fileType(drive.document);
      expect(type?.mimeType).toBe('application/vnd.google-apps.document');
      expect(await drive.files.readFile(drive.document, 2000)).toBeUndefined();
      expect(await drive.files.readFile(drive.document, 2000, type)).toBeUndefined();
    });

    it('reads a file that was described before in one call', async () => {
      const known = await drive.files.fileType(drive.picture);
      drive.calls();
      const read = await drive.files.readFile(drive.picture, 1000, known);
      expect(read).toMatchObject({ mimeType: 'image/png', bytes: new Uint8Array([1, 2, 3]) });
      expect(await drive.files.readFile(drive.picture, 2, known)).toBe('too-large');
      expect(drive.calls()).toEqual(['files.get']);
    });

    it('an outage is not taken for a document without text', async () => {
      drive.breakDown();
      expect(await failureOf(drive.files.exportText(drive.document))).toMatchObject({ status: 503 });
    });
  });
}
