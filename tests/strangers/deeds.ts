// What one posts to do each deed with a voice: good enough to be done, if one may. Days long gone, so that nothing moves
// up to the street or into next year while the doors are still being tried.

type Needed = { walled: string; colleague: string; everyday: string };

export function deedsWith({ walled, colleague, everyday }: Needed): Record<string, Record<string, string | string[]>> {
  return {
    acknowledge: {},
    triage: { kind: 'complaint', category: 'conduct', matterScope: 'private', accusedIds: [walled] },
    assign: { ownerId: colleague },
    accept: {},
    decline: { reason: 'Not in my power' },
    answer: { words: 'It is done.' },
    wait: { reason: 'Spare part', untilDay: '2020-01-02' },
    schedule: { reason: 'Next round', day: '2020-01-02' },
    resume: {},
    extend: { days: '3', reason: 'The part is on its way' },
    refer: { receiver: 'Water works' },
    confirm_referral: { reference: 'Letter 12' },
    merge: { into: everyday },
    split: {},
    escalate: { reason: 'Too hard', targetDay: '2020-01-02' },
    follow_up: { way: 'phone', outcome: 'not_reached' },
    close_documented: { reasonCode: 'UNLAWFUL_OR_IMPOSSIBLE', evidence: 'Explained on the phone' },
    reopen: { reason: 'It drips again' },
    note: { words: 'Call after six' },
    publish: { title: 'A matter' },
    take_down: {},
    confirm: { rating: '5' },
    withdraw: {},
    add: { words: 'Also in the kitchen' },
  };
}
