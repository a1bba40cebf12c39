/** The one place that makes Google clients: real credentials in production, a loopback workspace everywhere else. */
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
// Sub-paths only: the whole of googleapis costs half a second and 145 MB at every cold start.
import { cloudtasks, type cloudtasks_v2 } from 'googleapis/build/src/apis/cloudtasks/index.js';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { gmail, type gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { createDelegatedAuth } from './gmail-delegation.ts';
import { requireLoopback } from './loopback.ts';

export interface GoogleConfig {
  /** Only for the local workspace; must be a loopback address. Absent in production. */
  rootUrl?: string;
  /** Access token of the local workspace, for the robot or for the person named. */
  localToken?: (subject?: string) => Promise<string>;
  /** Mailbox that mails leave from. */
  mailSender: string;
  /** Service account with domain-wide delegation; absent when a key file is used. */
  delegator?: string;
  taskQueue?: TaskQueueConfig;
}

export interface TaskQueueConfig {
  /** projects/…/locations/…/queues/… */
  queue: string;
  functionsUrl: string;
  serviceAccount: string;
}

export interface GoogleClients {
  sheets: sheets_v4.Sheets;
  drive: drive_v3.Drive;
  gmail: gmail_v1.Gmail;
  tasks: cloudtasks_v2.Cloudtasks;
}

type Auth = GoogleAuth | OAuth2Client;

export const robotScopes = [
  'https://www.googleapis.com/auth/spreadsheets',
  // Files that the robot made, and what is shared with it: names of papers, photos.
  'https://www.googleapis.com/auth/drive.file',
  'https://www.googleapis.com/auth/drive.readonly',
];
/** Drafts, and the search in Sent: gmail.compose alone may not list messages, gmail.metadata may not search. */
export const mailScopes = [
  'https://www.googleapis.com/auth/gmail.compose',
  'https://www.googleapis.com/auth/gmail.readonly',
];
const cloudScopes = ['https://www.googleapis.com/auth/cloud-platform'];

/** Google cuts a Sheets request at 180 s; what takes a minute is better read again. */
const timeout = 60_000;
const localTokenLife = 5 * 60_000;

function localAuth(token: () => Promise<string>): OAuth2Client {
  const client = new OAuth2Client();
  client.refreshHandler = async () => ({
    access_token: await token(),
    // With an expiry date the library does not repeat a refused call behind our back.
    expiry_date: Date.now() + localTokenLife,
  });
  return client;
}

function localClients(rootUrl: string, token: (subject?: string) => Promise<string>, sender: string) {
  const root = requireLoopback(rootUrl, 'rootUrl');
  // A proxy named in the environment must never see what is meant for this machine.
  const noProxy = ['127.0.0.1', 'localhost', '[::1]'];
  return makeClients(
    { rootUrl: root.href, noProxy },
    localAuth(() => token()),
    localAuth(() => token(sender)),
    localAuth(() => token()),
  );
}

function makeClients(
  where: { rootUrl?: string; noProxy?: string[] },
  robot: Auth,
  mail: Auth,
  cloud: Auth,
): GoogleClients {
  const options = { ...where, retry: false, timeout };
  return {
    sheets: sheets({ version: 'v4', auth: robot, ...options }),
    drive: drive({ version: 'v3', auth: robot, ...options }),
    gmail: gmail({ version: 'v1', auth: mail, ...options }),
    tasks: cloudtasks({ version: 'v2', auth: cloud, ...options }),
  };
}

export function createGoogleClients(config: GoogleConfig): GoogleClients {
  const { rootUrl, localToken, mailSender, delegator } = config;
  if ((rootUrl === undefined) !== (localToken === undefined)) {
    throw new Error('rootUrl and localToken belong together: set both or none');
  }
  if (rootUrl !== undefined && localToken) return localClients(rootUrl, localToken, mailSender);
  const mail = delegator
    ? createDelegatedAuth({ delegator, subject: mailSender, scopes: mailScopes })
    : new GoogleAuth({ scopes: mailScopes, clientOptions: { subject: mailSender } });
  return makeClients(
    {},
    new GoogleAuth({ scopes: robotScopes }),
    mail,
    new GoogleAuth({ scopes: cloudScopes }),
  );
}
