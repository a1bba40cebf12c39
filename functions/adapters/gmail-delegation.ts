/**
 * Lets the robot write from the sender's mailbox without a key file: on Cloud Run the default credentials cannot name
 * a subject, so the IAM Credentials service signs the assertion that is exchanged for a token.
 */
import { GoogleAuth, OAuth2Client } from 'google-auth-library';

export interface Delegation {
  /** Service account with domain-wide delegation. */
  delegator: string;
  /** The mailbox. */
  subject: string;
  scopes: string[];
}

const tokenUrl = 'https://oauth2.googleapis.com/token';
const life = 3_600;

/** What the token endpoint wants to see signed; times in seconds. */
export const toAssertion = ({ delegator, subject, scopes }: Delegation, now: number) => ({
  iss: delegator,
  sub: subject,
  scope: scopes.join(' '),
  aud: tokenUrl,
  iat: now,
  exp: now + life,
});

async function sign(delegation: Delegation, auth: GoogleAuth): Promise<string> {
  const account = encodeURIComponent(delegation.delegator);
  const answer = await auth.request<{ signedJwt: string }>({
    url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:signJwt`,
    method: 'POST',
    data: { payload: JSON.stringify(toAssertion(delegation, Math.floor(Date.now() / 1000))) },
    retry: false,
  });
  return answer.data.signedJwt;
}

export function createDelegatedAuth(delegation: Delegation): OAuth2Client {
  const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/iam'] });
  const client = new OAuth2Client();
  client.refreshHandler = async () => {
    const assertion = await sign(delegation, auth);
    const answer = await client.transporter.request<{ access_token: string; expires_in: number }>({
      url: tokenUrl,
      method: 'POST',
      data: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
      retry: false,
    });
    return {
      access_token: answer.data.access_token,
      expiry_date: Date.now() + answer.data.expires_in * 1000,
    };
  };
  return client;
}
