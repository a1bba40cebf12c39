/** What people see of a failure: the reason in a sentence, and the way back. */
import { ApiError, type ApiResponse } from '../api.ts';
import { html } from './html.ts';
import { renderPage } from './page.ts';

/** A bug goes on to the server's log. */
export function toErrorPage(error: unknown): ApiResponse {
  if (!(error instanceof ApiError)) throw error;
  const content = html`<p>${error.message}</p><p><a href="/">Về trang đầu</a></p>`;
  const body = renderPage('Không làm được', content);
  return { status: error.status, body, contentType: 'text/html; charset=utf-8' };
}
