/** A workspace for tests: in memory, on a free port, with every exchange held against Google's API descriptions. */
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../infra/local/workspace/server.ts';
import { createContractChecker } from '../contract/discovery.ts';

export const testRobot = 'robot@guong-sang.example';
export const testAudience = 'guong-sang-test';

export interface TestWorkspace extends Workspace {
  /** What broke the contract so far. */
  violations: string[];
  token(email: string): Promise<string>;
  /** A call with this person's token; the JSON answer. */
  call<T = unknown>(
    email: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }>;
  /** Throws with the list when any exchange broke the contract. */
  close(): Promise<void>;
}

/** One checker for all: the descriptions take a while to read. */
const checker = createContractChecker();

export async function startTestWorkspace(options: Partial<WorkspaceOptions> = {}): Promise<TestWorkspace> {
  const violations: string[] = [];
  const workspace = await startWorkspace({
    port: 0,
    dataFile: ':memory:',
    robot: testRobot,
    audiences: [testAudience],
    ...options,
    observe(exchange) {
      violations.push(...checker.check(exchange));
      options.observe?.(exchange);
    },
  });
  const token = (email: string) => workspace.issuer.issue({ email });
  return {
    ...workspace,
    violations,
    token,
    async call<T>(email: string, method: string, path: string, body?: unknown) {
      const response = await fetch(`${workspace.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${await token(email)}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
    },
    async close() {
      await workspace.close();
      if (violations.length > 0)
        throw new Error(`Google would not know this:\n${[...new Set(violations)].join('\n')}`);
    },
  };
}
