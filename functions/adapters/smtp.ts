/**
 * The Mailer port over SMTP. There are no drafts: the ticket is empty, and the claim in the store is all that keeps a mail
 * from being sent twice. So each handover is one connection and one attempt, and everything that is not a clear answer of
 * the server after the text began to flow is unknown.
 */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Handover, Mailer } from '../ports.ts';
import { isLoopbackHost } from './loopback.ts';
import { serverSaid, serverSilent } from './mail-words.ts';
import { type Sender, toMime } from './mime.ts';

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS, which only this machine itself may do without. */
  secure: boolean;
  user: string;
  password: string;
}

/** "smtps://user:password@host:465" or "smtp://…:587"; the caller has checked that it is one. */
export function toSmtpServer(address: string): SmtpServer {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/** How long a server may be silent. Longer waits end as unknown, which costs a person's look, never a second mail. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 45_000 };

interface SmtpError extends Error {
  code?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
}

/** What the library finds by itself from what the server has told of its limits. */
const found: Readonly<Record<string, string>> = {
  EMESSAGE: 'Thư dài hơn mức mà máy chủ thư nhận.',
  EENVELOPE: 'Máy chủ thư không nhận dạng địa chỉ này.',
};

/** The server's sentence, or what kind of trouble it was; never what was sent, which holds the password. */
const wordsOf = ({ response = '', code = '' }: SmtpError): string =>
  serverSaid(response, found[code] ?? serverSilent);

/** `flowing`: the server had asked for the text, so that silence afterwards says nothing. */
function toHandover(error: SmtpError, flowing: boolean): Handover {
  const words = wordsOf(error);
  const { code, command = '', responseCode = 0 } = error;
  if (flowing && code !== 'EMESSAGE') return { outcome: 'unknown', words };
  const isAboutMail =
    code === 'EMESSAGE' || code === 'EENVELOPE' || /^(MAIL FROM|RCPT TO|DATA)/.test(command);
  // A 5xx to the greeting or to the password is about our settings: the mail waits until they are mended. Without a code
  // it was the library that found the mail too large, or the address beyond what the server can take.
  if (isAboutMail && (responseCode >= 500 || responseCode === 0))
    return { outcome: 'refused', words, recipient: command === 'RCPT TO' };
  return { outcome: 'later', words };
}

export function createSmtpMailer(server: SmtpServer, sender: Sender): Mailer {
  const { host, port, secure, user, password } = server;

  function handOver(raw: Buffer, to: string): Promise<Handover> {
    let flowing = false;
    // Read only once the server has said that it takes the text.
    const text = Readable.from(
      (function* () {
        flowing = true;
        yield raw;
      })(),
    );
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      requireTLS: !secure && !isLoopbackHost(host),
      ...patience,
    });
    return new Promise((resolve) => {
      const end = (error: SmtpError | null | undefined): void => {
        resolve(error ? toHandover(error, flowing) : { outcome: 'sent' });
        if (error) connection.close();
        else connection.quit();
      };
      connection.once('error', end);
      // A second trouble on a connection that is being closed changes nothing any more.
      connection.on('error', () => undefined);
      const sendMail = (): void => connection.send({ from: sender.from, to: [to] }, text, end);
      connection.connect((refused) => {
        if (refused) end(refused);
        else if (user === '') sendMail();
        else connection.login({ user, pass: password }, (wrong) => (wrong ? end(wrong) : sendMail()));
      });
    });
  }

  return {
    transport: 'smtp',
    sender: sender.from,
    resumable: false,
    async prepare(message) {
      await toMime(message, sender);
      return '';
    },
    send: async (_ticket, message) => handOver(await toMime(message, sender), message.to),
    discard: async () => undefined,
    wasSent: async () => false,
    bouncesSince: async () => [],
  };
}
