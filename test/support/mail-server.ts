/** A real mail server on loopback that keeps what it takes, and can be told what the next mail meets. */
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Reply {
  code: number;
  words: string;
}

/** What a mail meets, and at which step of the session. */
export interface Orders {
  mailFrom?: Reply;
  rcptTo?: Reply;
  data?: Reply;
  auth?: Reply;
  /** The connection dies there; after the text, the mail is kept and nobody is told. */
  drop?: 'at recipient' | 'after text';
}

export interface MailServer {
  url: string;
  /** Raw mails with their recipients, oldest first. */
  kept: { to: string[]; raw: string }[];
  orders: Orders;
  close(): Promise<void>;
}

const errorOf = ({ code, words }: Reply): Error => Object.assign(new Error(words), { responseCode: code });

/** As in the workspace: nobody lives at this domain. */
const deadBox = (address: string): Reply | undefined =>
  address.endsWith('@khong-ton-tai.vidu.vn')
    ? { code: 550, words: '5.1.1 The email account that you tried to reach does not exist' }
    : undefined;

export async function startMailServer(password?: string): Promise<MailServer> {
  const sockets = new Map<number | undefined, Socket>();
  const kept: MailServer['kept'] = [];
  const mailServer: Omit<MailServer, 'url' | 'close'> = { kept, orders: {} };
  const server = new SMTPServer({
    disabledCommands: password === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: password === undefined,
    logger: false,
    onAuth(auth, _session, done) {
      const { auth: wrong } = mailServer.orders;
      if (wrong) done(errorOf(wrong));
      else if (auth.password === password) done(null, { user: auth.username ?? '' });
      else done(errorOf({ code: 535, words: '5.7.8 Sai mat khau' }));
    },
    onMailFrom(_address, _session, done) {
      const { mailFrom } = mailServer.orders;
      done(mailFrom ? errorOf(mailFrom) : null);
    },
    onRcptTo(address, session, done) {
      const { rcptTo = deadBox(address.address), drop } = mailServer.orders;
      if (drop === 'at recipient') sockets.get(session.remotePort)?.destroy();
      else done(rcptTo ? errorOf(rcptTo) : null);
    },
    onData(stream, session, done) {
      void text(stream).then((raw) => {
        const { data, drop } = mailServer.orders;
        if (data) return done(errorOf(data));
        kept.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        if (drop === 'after text') sockets.get(session.remotePort)?.destroy();
        else done(null);
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort, socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  const credentials = password === undefined ? '' : `may-gui:${encodeURIComponent(password)}@`;
  return Object.assign(mailServer, {
    url: `smtp://${credentials}127.0.0.1:${port}`,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  });
}
