/** What people do in the trial, over HTTP alone: type into sheets, press the add-on's buttons, read mail, follow links. */
import type { CellValue } from '../../../functions/domain/row.ts';

export interface WorkbookInfo {
  plan: string;
  period: string;
  unit: string;
  kind?: string;
  spreadsheetId: string;
  title: string;
  tabs: { sheetId: number; title: string; kind: string; unit?: string }[];
}

export interface Mail {
  id: string;
  to: string;
  subject: string;
  date: string;
  text: string;
}

export interface Answer {
  status: number;
  body: { ok: boolean; message?: string; problems?: { message: string }[] } & Record<string, unknown>;
}

export interface People {
  workbooks(): Promise<WorkbookInfo[]>;
  /** Pastes a block as a person does: parsed in the sheet's locale. */
  type(email: string, spreadsheetId: string, range: string, values: readonly CellValue[][]): Promise<void>;
  read(email: string, spreadsheetId: string, range: string): Promise<CellValue[][]>;
  /** Presses a button of the add-on: the function is called with this person's identity. */
  press(email: string, name: string, body: object): Promise<Answer>;
  mailbox(to?: string): Promise<Mail[]>;
  /** Opens the link of the newest sign-off mail and answers; undefined when there is no such mail. */
  answerSignOff(
    email: string,
    unitName: string,
    action: 'sign' | 'sendBack',
    reason: string,
  ): Promise<string>;
  /** Uploads a paper and lets the robot read it; returns its link. One that lies in Drive under this name is used again. */
  uploadPaper(email: string, name: string, robot: string): Promise<string>;
  /** The same for a Google document with this text. */
  uploadDocument(email: string, name: string, robot: string, text: string): Promise<string>;
  /** The same for a photo, with its content. */
  uploadPhoto(email: string, name: string, robot: string, jpeg: Buffer): Promise<string>;
  moveClock(to: string): Promise<void>;
  now(): Promise<Date>;
  page(path: string): Promise<{ status: number; html: string }>;
}

interface Urls {
  workspace: string;
  functions: string;
  listing: string;
}

export function createPeople(urls: Urls): People {
  const tokens = new Map<string, Promise<string>>();
  const token = (email: string): Promise<string> => {
    const known = tokens.get(email);
    if (known) return known;
    const fresh = fetchJson(`${urls.workspace}/token?email=${encodeURIComponent(email)}`).then(
      (body) => (body as { token: string }).token,
    );
    tokens.set(email, fresh);
    return fresh;
  };
  const asPerson = async (email: string, method: string, url: string, body?: object): Promise<unknown> =>
    fetchJson(url, {
      method,
      headers: { authorization: `Bearer ${await token(email)}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const drive = `${urls.workspace}/drive/v3/files`;
  /** The file's id. Another link would be another list: a demo that was killed after submitting would submit a second version. */
  const shareOnce = async (
    email: string,
    name: string,
    robot: string,
    upload: () => Promise<unknown>,
  ): Promise<string> => {
    const query = encodeURIComponent(`name = '${name.replace(/[\\']/g, '\\$&')}' and trashed = false`);
    const found = (await asPerson(email, 'GET', `${drive}?q=${query}&fields=files(id)`)) as {
      files?: { id: string }[];
    };
    const { id } = (found.files?.[0] ?? (await upload())) as { id: string };
    await asPerson(email, 'POST', `${drive}/${id}/permissions`, {
      type: 'user',
      role: 'reader',
      emailAddress: robot,
    });
    return id;
  };
  const fileLink = (id: string): string => `https://drive.google.com/file/d/${id}/view`;
  const upload = async (email: string, metadata: object, type: string, content: Buffer): Promise<unknown> => {
    const boundary = 'ten-va-noi-dung';
    const part = (partType: string): string => `--${boundary}\r\ncontent-type: ${partType}\r\n\r\n`;
    const head = `${part('application/json')}${JSON.stringify(metadata)}\r\n${part(type)}`;
    return fetchJson(`${urls.workspace}/upload/drive/v3/files?uploadType=multipart&fields=id`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await token(email)}`,
        'content-type': `multipart/related; boundary=${boundary}`,
      },
      body: new Uint8Array(Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--`)])),
    });
  };
  const values = (spreadsheetId: string, range: string): string =>
    `${urls.workspace}/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}`;

  return {
    async workbooks() {
      return ((await fetchJson(`${urls.workspace}/workbooks.json`)) as { workbooks: WorkbookInfo[] })
        .workbooks;
    },
    async type(email, spreadsheetId, range, block) {
      await asPerson(email, 'PUT', `${values(spreadsheetId, range)}?valueInputOption=USER_ENTERED`, {
        values: block,
      });
    },
    async read(email, spreadsheetId, range) {
      const answer = await asPerson(email, 'GET', values(spreadsheetId, range));
      return (answer as { values?: CellValue[][] }).values ?? [];
    },
    async press(email, name, body) {
      const response = await fetch(`${urls.functions}/${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token(email)}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Answer['body'] };
    },
    async mailbox(to) {
      const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
      return ((await fetchJson(`${urls.workspace}/mailbox.json${query}`)) as { messages: Mail[] }).messages;
    },
    async answerSignOff(email, unitName, action, reason) {
      const mails = await this.mailbox(email);
      const link = mails
        .filter(({ text }) => text.includes(unitName))
        .map(({ text }) => /https?:\/\/\S+\/confirm\?token=([\w.-]+)/.exec(text))
        .findLast((match) => match !== null);
      if (!link) throw new Error(`no sign-off mail for ${email}`);
      // At today's address: a demo that was killed and started again answers on another port than its mails say.
      const opened = await fetch(`${urls.functions}/confirm?token=${link[1]}`);
      if (!opened.ok) throw new Error(`sign-off page answered ${opened.status}`);
      const answered = await fetch(`${urls.functions}/confirm`, {
        method: 'POST',
        body: new URLSearchParams({ token: link[1] as string, action, reason }),
      });
      return answered.text();
    },
    async uploadPaper(email, name, robot) {
      const paper = { name, mimeType: 'application/pdf' };
      const id = await shareOnce(email, name, robot, () =>
        asPerson(email, 'POST', `${drive}?fields=id`, paper),
      );
      return fileLink(id);
    },
    async uploadDocument(email, name, robot, text) {
      const mimeType = 'application/vnd.google-apps.document';
      const id = await shareOnce(email, name, robot, () =>
        upload(email, { name, mimeType }, 'text/plain', Buffer.from(text)),
      );
      return `https://docs.google.com/document/d/${id}/edit`;
    },
    async uploadPhoto(email, name, robot, jpeg) {
      return fileLink(await shareOnce(email, name, robot, () => upload(email, { name }, 'image/jpeg', jpeg)));
    },
    async moveClock(to) {
      await fetchJson(`${urls.workspace}/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: to }),
      });
    },
    async now() {
      return new Date(((await fetchJson(`${urls.workspace}/clock`)) as { now: string }).now);
    },
    async page(path) {
      const response = await fetch(`${urls.listing}${path}`);
      return { status: response.status, html: await response.text() };
    },
  };
}

async function fetchJson(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  if (!response.ok)
    throw new Error(
      `${init?.method ?? 'GET'} ${new URL(url).pathname} answered ${response.status}: ${await response.text()}`,
    );
  return response.status === 204 ? {} : response.json();
}
