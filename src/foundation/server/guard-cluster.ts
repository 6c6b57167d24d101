import { connect } from 'node:net';

// Whoever runs a town beside other work can't get up at night: a database that dies is started again.

export type Guard = {
  /** Starts the database again on the port it had; throws with the reason when it can't yet. */
  revive: () => Promise<void>;
  /** After every return, before anything else: what was bound to the old one is taken up anew. */
  returned: () => Promise<void>;
  say: (sentence: string) => void;
};

const calm = 500;
const mostWait = 5000;

/** Looks twice a second whether something listens on `port`; revives it, waiting longer after each failure. Returns the end of the watch. */
export function guardCluster(port: number, guard: Guard): () => void {
  let over = false;
  let timer: NodeJS.Timeout;
  const after = (ms: number, work: () => Promise<void>) => (timer = setTimeout(() => void work(), ms).unref());
  const look = async (): Promise<void> => {
    if (over || (await listens(port))) return void after(calm, look);
    guard.say('The database has stopped; starting it again');
    await revive(performance.now(), 250, '');
  };
  const revive = async (since: number, wait: number, said: string): Promise<void> => {
    if (over) return;
    try {
      await guard.revive();
      await guard.returned();
      guard.say(`The database is back after ${((performance.now() - since) / 1000).toFixed(1)} seconds`);
      after(calm, look);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== said) guard.say(`Not yet: ${reason}`);
      after(wait, () => revive(since, Math.min(mostWait, wait * 2), reason));
    }
  };
  after(calm, look);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    // A machine under load may be slow; only a refusal means that nobody is there.
    socket.setTimeout(10_000, () => answer(true));
  });
}
