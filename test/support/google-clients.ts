/** Google's own clients pointed at a test workspace, each with one person's token. */
import { OAuth2Client } from 'google-auth-library';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { gmail, type gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import type { TestWorkspace } from './workspace.ts';

export async function driveClient(workspace: TestWorkspace, email: string): Promise<drive_v3.Drive> {
  return drive({ version: 'v3', ...(await options(workspace, email)) });
}

export async function gmailClient(workspace: TestWorkspace, email: string): Promise<gmail_v1.Gmail> {
  return gmail({ version: 'v1', ...(await options(workspace, email)) });
}

/** For uploads these clients look at the root URL of the call only, not at this one: `create(…, { rootUrl })`. */
async function options(workspace: TestWorkspace, email: string) {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: await workspace.token(email) });
  return { auth, rootUrl: `${workspace.url}/`, retry: false };
}
