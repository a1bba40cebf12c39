/** Listening on loopback, with a busy port told in words. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const loopback = '127.0.0.1';

export class PortBusyError extends Error {}

export async function listen(
  server: Server,
  port: number,
  setting: string,
): Promise<{ url: string; close(): Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new PortBusyError(
              `Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình đó, hoặc chọn cổng khác: ${setting}=${port + 1}`,
            )
          : error,
      ),
    );
    server.listen(port, loopback, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${loopback}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
