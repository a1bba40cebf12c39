/** Settings of the cloud deployment: right in shape, wrong in fact, for what is loaded and not called. */
export const cloudSettings = {
  GOOGLE_CLOUD_PROJECT: 'bench',
  LISTING_URL: 'https://guong-sang.example',
  FUNCTIONS_URL: 'https://functions.example',
  LINK_SECRET: 'x'.repeat(40),
  OIDC_AUDIENCES: 'bench',
  PLATFORM_EMAILS: 'robot@bench.example',
  MAIL_SENDER: 'mail@bench.example',
  MAIL_SENDER_NAME: 'Bench',
  MAIL_DELEGATOR: 'robot@bench.example',
  TASK_QUEUE: 'projects/bench/locations/asia-southeast1/queues/work',
  TASK_ACCOUNT: 'robot@bench.example',
};
