import { m } from '#words';
import { newKey, writeRecord, type FieldList, type FieldRecord, type FieldStop } from './field-record.ts';
import { dropRecord, keepList, keepRecord, readList, readRecords, wipeList } from './field-store.ts';
import { keepPage } from './keep-page.ts';
import { sendRecord } from './send-record.ts';

type Addresses = { page: string; worker: string; list: string; records: string };
const everyMinute = 60_000;

/** What the page shows and does: the doors, the records of whoever is signed in, and the sending of them. */
export class FieldDesk {
  private readonly slug: string;
  private readonly addresses: Addresses;
  /** Who is signed in, as far as the device knows. */
  private owner = $state<string | null>(null);
  ready = $state(false);
  online = $state(true);
  /** Whether the page opens without a network; null until the browser has said. */
  kept = $state<boolean | null>(null);
  /** The browser can't keep records at all. */
  broken = $state(false);
  signIn = $state(false);
  sending = $state(false);
  wiped = $state(false);
  list = $state.raw<FieldList | null>(null);
  all = $state.raw<FieldRecord[]>([]);
  readonly records = $derived.by(() => this.all.filter((one) => one.slug === this.slug && (!this.owner || one.personId === this.owner)));
  readonly unsent = $derived(this.records.filter(({ state }) => state !== 'sent'));
  readonly others = $derived(this.owner ? this.all.filter((one) => one.personId !== this.owner && one.state !== 'sent').length : 0);
  readonly open = $derived((this.list?.stops ?? []).filter((stop) => !this.records.some((one) => one.householdId === stop.householdId)));

  constructor(slug: string, addresses: Addresses) {
    this.slug = slug;
    this.addresses = addresses;
  }

  /** Called once the page is there; returns how to stop. */
  begin(): () => void {
    const wake = () => void this.refresh();
    const timer = setInterval(wake, everyMinute);
    window.addEventListener('online', wake);
    window.addEventListener('offline', wake);
    document.addEventListener('visibilitychange', wake);
    void this.load().then(wake);
    void keepPage(this.addresses.page, this.addresses.worker).then((kept) => (this.kept = kept));
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', wake);
      document.removeEventListener('visibilitychange', wake);
    };
  }

  /** Keeps what was written at a door, then tries to send it. Resolves once it is safe on the device. */
  async write(form: HTMLFormElement, stop: FieldStop, photos: Blob[]): Promise<void> {
    if (!this.list) return;
    await keepRecord(writeRecord(form, stop, this.list, photos, new Date()));
    await this.reread();
    void this.send();
  }

  /** Sends what waits, the oldest first. */
  async send(): Promise<void> {
    if (this.sending || this.broken) return;
    this.sending = true;
    try {
      for (const record of this.records.filter(({ state }) => state === 'waiting')) {
        const sent = await sendRecord(record, this.addresses.records);
        this.signIn = sent.state === 'sign-in';
        if (sent.state === 'sign-in' || sent.state === 'waiting') break;
        // What the house has, the telephone no longer needs: only the numbers stay, until they were told.
        const next = sent.state === 'sent' ? { ...record, ...sent, fields: [], photos: [] } : { ...record, ...sent };
        await keepRecord(next);
        await this.reread();
      }
    } finally {
      this.sending = false;
    }
  }

  /** It was a visit of its own beside a colleague's: a new intent, so a new key. */
  async sendAsAnother(record: FieldRecord): Promise<void> {
    const fields: [string, string][] = [...record.fields.filter(([name]) => name !== 'another'), ['another', 'yes']];
    await keepRecord({ ...record, key: newKey(), visitId: newKey(), fields, state: 'waiting', message: '', code: '' });
    await this.drop(record);
    await this.send();
  }

  async drop(record: FieldRecord): Promise<void> {
    await dropRecord(record.key);
    await this.reread();
  }

  /** The end of the shift: the doors go, what isn't sent stays. */
  async wipe(): Promise<void> {
    await wipeList(this.slug);
    this.list = null;
    this.wiped = true;
  }

  /** A moment as people say it. */
  say(iso: string | undefined): string {
    if (!iso) return '';
    return new Intl.DateTimeFormat(document.documentElement.lang, {
      timeZone: 'Asia/Shanghai',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(iso));
  }

  /** `until`: when the record should have arrived. */
  dueWords(record: FieldRecord): string {
    const until = new Date(new Date(record.visitedAt).getTime() + 24 * 3_600_000);
    return until < new Date() ? m.visits_field_late() : m.visits_field_due({ until: this.say(until.toISOString()) });
  }

  private async load(): Promise<void> {
    try {
      this.list = await readList(this.slug, new Date());
      this.owner = this.list?.personId ?? null;
      await this.reread();
    } catch {
      this.broken = true;
    }
    this.online = navigator.onLine;
    this.ready = true;
  }

  private async reread(): Promise<void> {
    this.all = await readRecords();
  }

  private async refresh(): Promise<void> {
    this.online = navigator.onLine;
    if (this.broken) return;
    if (this.list && new Date(this.list.until) <= new Date()) this.list = await readList(this.slug, new Date());
    if (!this.online || document.visibilityState === 'hidden') return;
    await this.fetchList();
    if (!this.signIn) await this.send();
  }

  private async fetchList(): Promise<void> {
    const answer = await fetch(this.addresses.list, { redirect: 'manual', credentials: 'same-origin' }).catch(() => null);
    this.online = answer !== null;
    if (!answer) return;
    this.signIn = answer.type === 'opaqueredirect' || answer.status === 401;
    if (!answer.ok) return;
    const list: FieldList = { ...(await answer.json()), slug: this.slug };
    this.owner = list.personId;
    if (this.wiped) return;
    await keepList(list);
    this.list = list;
  }
}
