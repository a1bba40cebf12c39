/** Entry point of the cloud deployment: configuration, adapters, functions. The only file that joins them for Google. */
import { createCloudTasks } from './adapters/cloud-tasks.ts';
import { createFirestore, createFirestoreStore } from './adapters/firestore-store.ts';
import { createIdentity } from './adapters/identity.ts';
import { createLimiter, taskLimits } from './adapters/limiter.ts';
import { createLimited } from './adapters/retry.ts';
import { createSmtpMailer, toSmtpServer } from './adapters/smtp.ts';
import { type Config, parseConfig } from './config.ts';
import { createGoogleServices, type GoogleServices } from './google-services.ts';
import { parsePublisher } from './listing/publisher.ts';
import { cloudLog } from './log.ts';
import type { Mailer } from './ports.ts';
import { registerFunctions } from './register.ts';
import type { Services } from './services.ts';

/** With smtp the Gmail client stays unused. */
const mailerOf = (config: Config, google: GoogleServices): Mailer =>
  config.MAIL_TRANSPORT === 'smtp' && config.SMTP_URL !== undefined
    ? createSmtpMailer(toSmtpServer(config.SMTP_URL), {
        from: config.MAIL_SENDER,
        fromName: config.MAIL_SENDER_NAME,
      })
    : google.mailer;

function cloudServices(config: Config): Services {
  const taskQueue = {
    queue: config.TASK_QUEUE,
    functionsUrl: config.FUNCTIONS_URL,
    serviceAccount: config.TASK_ACCOUNT,
  };
  const google = createGoogleServices({
    robot: config.TASK_ACCOUNT,
    mailSender: config.MAIL_SENDER,
    senderName: config.MAIL_SENDER_NAME,
    ...(config.MAIL_DELEGATOR === undefined ? {} : { delegator: config.MAIL_DELEGATOR }),
    taskQueue,
  });
  const limited = createLimited({
    limiter: createLimiter(taskLimits),
    identity: config.TASK_ACCOUNT,
    priority: 'push',
  });
  return {
    store: createFirestoreStore(createFirestore({ projectId: config.GOOGLE_CLOUD_PROJECT })),
    sheets: google.sheets,
    files: google.files,
    access: google.access,
    mailer: mailerOf(config, google),
    tasks: createCloudTasks(google.clients.tasks, limited, taskQueue),
    identity: createIdentity({ audiences: config.OIDC_AUDIENCES }),
    clock: { now: () => new Date() },
    log: cloudLog,
    settings: {
      listingUrl: config.LISTING_URL,
      publisher: parsePublisher(process.env),
      functionsUrl: config.FUNCTIONS_URL,
      workbookUrl: (spreadsheetId, sheetId) =>
        `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit#gid=${sheetId}`,
      linkSecret: config.LINK_SECRET,
      platformEmails: config.PLATFORM_EMAILS,
      mailDailyLimit: config.MAIL_DAILY_LIMIT,
      digestHour: config.DIGEST_HOUR,
      trustedProxies: config.TRUSTED_PROXIES,
    },
  };
}

const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(`settings are missing or wrong:\n${parsed.faults.join('\n')}`);
export const {
  check,
  submit,
  confirm,
  optOut,
  score,
  review,
  answer,
  compare,
  hold,
  withdraw,
  tick,
  sync,
  deliver,
  publish,
  control,
  listing,
  guide,
  takedown,
  ticket,
} = registerFunctions(cloudServices(parsed.config));
