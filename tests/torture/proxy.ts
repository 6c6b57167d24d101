import { connect, createServer, type Socket } from 'node:net';

// A line that can be bad: it passes everything on, until it is told to cut the next replies.

export type Line = { origin: string; cuts(): number; set(fault: LineFault): void; close(): Promise<void> };
/**
 * `cut`: of this share of connections the reply is swallowed after `after` bytes once the server has sent it, that is,
 * after it has committed; `delay`: milliseconds each piece waits, in both directions.
 */
export type LineFault = { cut?: number; after?: number; delay?: number };

export function openLine(to: string): Promise<Line> {
  const { port, hostname } = new URL(to);
  let fault: LineFault = {};
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const far = connect(Number(port), hostname);
    const { cut = 0, after = 0, delay = 0 } = fault;
    const doomed = Math.random() < cut;
    let passed = 0;
    for (const socket of [client, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('close', () => far.destroy());
    far.on('close', () => later(delay, () => client.end()));
    client.on('data', (chunk: Buffer) => later(delay, () => far.write(chunk)));
    far.on('data', (chunk: Buffer) => {
      if (!doomed) return later(delay, () => client.write(chunk));
      // The server has answered: what it says from here on nobody hears.
      if (passed < after) client.write(chunk.subarray(0, after - passed));
      passed += chunk.length;
      if (passed < after) return;
      cuts++;
      client.resetAndDestroy();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
        cuts: () => cuts,
        set: (next) => (fault = next),
        close: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((closed) => server.close(() => closed()));
        },
      });
    });
  });
}

function later(ms: number, work: () => void): void {
  if (ms === 0) work();
  else setTimeout(work, ms);
}
