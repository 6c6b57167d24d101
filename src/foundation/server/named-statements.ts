import { createHash } from 'node:crypto';
import pg from 'pg';

/** Beyond this many shapes of statement a connection stops naming new ones, so that neither side's memory grows. */
const mostNames = 400;

/**
 * A client that prepares what it sends often: on a small machine, planning a page's queries costs more than running
 * them. Full-text searches stay unnamed, because their best plan depends on the words.
 */
export class NamingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  // pg's own signature has a dozen overloads; only the one Kysely uses is treated, all others pass through.
  override query(...given: unknown[]): never {
    const [text, values] = given;
    const send = super.query.bind(this) as (...given: unknown[]) => never;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.#nameOf(text) : null;
    return name ? send({ name, text, values }) : send(...given);
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
