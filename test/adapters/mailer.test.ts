/** Both transports sit the one exam: Gmail on the embedded workspace, SMTP on a real mail server on loopback. */
import { createGmailMailer } from '../../functions/adapters/gmail.ts';
import { createSmtpMailer, toSmtpServer } from '../../functions/adapters/smtp.ts';
import type { FaultRule } from '../../infra/local/workspace/faults.ts';
import { gmailClient } from '../support/google-clients.ts';
import { type Orders, startMailServer } from '../support/mail-server.ts';
import { startTestWorkspace } from '../support/workspace.ts';
import { testLimited } from './fake-google.ts';
import { examineMailer, type MailDesk, sender, type Trouble } from './mailer.exam.ts';

const fault = (when: FaultRule['when'], status: number): FaultRule => ({
  service: 'gmail',
  method: 'users.drafts.send',
  rate: 1,
  when,
  status,
});

const faults: Record<Trouble, FaultRule[]> = {
  none: [],
  refused: [fault('before', 400)],
  'put off': [fault('before', 429)],
  'lost before': [fault('before', 0)],
  'lost after': [fault('after', 0)],
};

async function gmailDesk(): Promise<MailDesk> {
  const workspace = await startTestWorkspace();
  const client = await gmailClient(workspace, sender.from);
  return {
    mailer: createGmailMailer(client, testLimited().limited, sender),
    async arrived(to) {
      const own = await gmailClient(workspace, to === '' ? 'ai@vidu.vn' : to.trim());
      const { data } = await own.users.messages.list({ userId: 'me', q: 'in:inbox' });
      return Promise.all(
        (data.messages ?? []).map(async ({ id }) => {
          const mail = await own.users.messages.get({ userId: 'me', id: id ?? '', format: 'raw' });
          return Buffer.from(mail.data.raw ?? '', 'base64url').toString('utf8');
        }),
      );
    },
    async expect(trouble) {
      workspace.faults.set({ rules: faults[trouble] });
    },
    close: () => workspace.close(),
  };
}

const orders: Record<Trouble, Orders> = {
  none: {},
  refused: { data: { code: 554, words: '5.7.1 Thu bi tu choi' } },
  'put off': { rcptTo: { code: 450, words: '4.2.0 Hay thu lai sau' } },
  'lost before': { drop: 'at recipient' },
  'lost after': { drop: 'after text' },
};

async function smtpDesk(): Promise<MailDesk> {
  const server = await startMailServer();
  return {
    mailer: createSmtpMailer(toSmtpServer(server.url), sender),
    arrived: async (to) => server.kept.filter((mail) => mail.to.includes(to)).map(({ raw }) => raw),
    async expect(trouble) {
      server.orders = orders[trouble];
    },
    close: () => server.close(),
  };
}

examineMailer('Gmail', gmailDesk);
examineMailer('SMTP', smtpDesk);
