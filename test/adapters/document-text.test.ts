/** Both Drives sit the exam of documents: Google's answers as its reference has them, and the embedded workspace. */

import { createGoogleClients } from '../../functions/adapters/google-auth.ts';
import { createFiles } from '../../functions/adapters/google-drive.ts';
import { startTestWorkspace, testRobot } from '../support/workspace.ts';
import { type DocumentDrive, documentText, examineDocumentText } from './document-text.exam.ts';
import { type Answer, refusal, type Seen, startFakeGoogle, testLimited } from './fake-google.ts';

const documentType = 'application/vnd.google-apps.document';

examineDocumentText('Google Drive, as its reference has its answers', async () => {
  let isDown = false;
  const types: Record<string, string> = { van: documentType, dai: documentType, anh: 'image/png' };
  const answer = ({ path, query }: Seen): Answer => {
    if (isDown) return refusal(503, 'Backend Error');
    const [id = '', verb] = path.replace('/drive/v3/files/', '').split('/');
    const mimeType = types[id];
    if (!mimeType) return refusal(404, `File not found: ${id}.`, 'notFound');
    if (verb === 'export') {
      if (mimeType !== documentType)
        return refusal(403, 'Export only supports Docs Editors files.', 'fileNotExportable');
      if (id === 'dai')
        return refusal(403, 'This file is too large to be exported.', 'exportSizeLimitExceeded');
      const text = `\ufeff${documentText.replaceAll('\n', '\r\n')}`;
      return { body: Buffer.from(text), headers: { 'content-type': 'text/plain' } };
    }
    if (query.alt !== 'media') return { body: { mimeType, size: mimeType === documentType ? '1024' : '3' } };
    return mimeType === documentType
      ? refusal(403, 'Only files with binary content can be downloaded.', 'fileNotDownloadable')
      : { body: Buffer.from([1, 2, 3]), headers: { 'content-type': mimeType } };
  };
  const google = await startFakeGoogle(answer);
  return {
    files: createFiles(google.clients.drive, testLimited().limited),
    document: 'van',
    large: 'dai',
    picture: 'anh',
    hidden: 'rieng',
    breakDown: () => {
      isDown = true;
    },
    calls: () =>
      google.seen.splice(0).map(({ path }) => (path.endsWith('/export') ? 'files.export' : 'files.get')),
    close: google.close,
  } satisfies DocumentDrive;
});

examineDocumentText('the embedded Drive', async () => {
  const clerk = 'nguoi.lap@vinh-trach.example';
  let called: string[] = [];
  const workspace = await startTestWorkspace({
    observe: ({ method, path, email }) => {
      if (email === testRobot && method === 'GET')
        called.push(path.endsWith('/export') ? 'files.export' : 'files.get');
    },
  });
  const upload = async (mimeType: string, content: Uint8Array<ArrayBuffer>, reader?: string) => {
    const authorization = `Bearer ${await workspace.token(clerk)}`;
    const type = mimeType === documentType ? 'text/plain' : mimeType;
    const made = await fetch(`${workspace.url}/upload/drive/v3/files?uploadType=multipart`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'multipart/related; boundary=phan' },
      body: Buffer.concat([
        Buffer.from(`--phan\r\ncontent-type: application/json\r\n\r\n${JSON.stringify({ mimeType })}\r\n`),
        Buffer.from(`--phan\r\ncontent-type: ${type}\r\n\r\n`),
        content,
        Buffer.from('\r\n--phan--'),
      ]),
    });
    const { id } = (await made.json()) as { id: string };
    if (reader)
      await workspace.call(clerk, 'POST', `/drive/v3/files/${id}/permissions`, {
        type: 'user',
        role: 'reader',
        emailAddress: reader,
      });
    return id;
  };
  const text = Buffer.from(documentText);
  const { drive } = createGoogleClients({
    rootUrl: workspace.url,
    localToken: (subject = testRobot) => workspace.token(subject),
    mailSender: 'thi-dua@example.vn',
  });
  return {
    files: createFiles(drive, testLimited().limited),
    document: await upload(documentType, text, testRobot),
    large: await upload(documentType, Buffer.alloc(10 * 1024 * 1024 + 1, 'a '), testRobot),
    picture: await upload('image/png', Buffer.from([1, 2, 3]), testRobot),
    hidden: await upload(documentType, text),
    breakDown: () =>
      workspace.faults.set({ rules: [{ service: 'drive', rate: 1, when: 'before', status: 503 }] }),
    calls: () => {
      const before = called;
      called = [];
      return before;
    },
    close: () => workspace.close(),
  } satisfies DocumentDrive;
});
