import { createHash } from 'node:crypto';
import pg from 'pg';
import { OutcomeUnknown } from './outcome-unknown.ts';

/** Beyond this many shapes of statement a connection stops naming new ones, so that neither side's memory grows. */
const mostNames = 400;

/**
 * A client that prepares what it sends often: on a small machine, planning a page's queries costs more than running
 * them. Full-text searches stay unnamed, because their best plan depends on the words.
 */
export class NamingClient extends pg.Client {
  readonly #names = new Map<string, string>();
  #cutOff = false;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // By the routine's name: the words are in the language of the server.
    this.on('notice', (notice) => (this.#cutOff ||= notice.routine === 'SyncRepWaitForLSN'));
  }

  // pg's own signature has a dozen overloads; only the one Kysely uses is treated, all others pass through.
  override query(...given: unknown[]): never {
    const send = super.query.bind(this) as (...given: unknown[]) => never;
    const asked = this.#ask(send, given) as unknown;
    // A commit that is cut off while waiting for its standby is reported as a success, with nothing but a warning.
    return (asked instanceof Promise ? asked.then((answer: unknown) => this.#sure(answer)) : asked) as never;
  }

  #ask(send: (...given: unknown[]) => never, given: unknown[]): never {
    const [text, values] = given;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.#nameOf(text) : null;
    return name ? send({ name, text, values }) : send(...given);
  }

  #sure<T>(answer: T): T {
    if (!this.#cutOff) return answer;
    this.#cutOff = false;
    throw new OutcomeUnknown('The wait for the standby was cut off.');
  }

  #nameOf(text: string): string | null {
    const known = this.#names.get(text);
    if (known) return known;
    if (text.includes('@@') || this.#names.size >= mostNames) return null;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
    this.#names.set(text, name);
    return name;
  }
}
