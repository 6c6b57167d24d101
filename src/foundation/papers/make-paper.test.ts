import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString } from 'qrcode';
import { expect, it } from 'vitest';
import { makePaper, type ContactCardPaper, type NoticeBoardPaper, type VoiceReceiptPaper } from './index.ts';

const svg = await toString('000-555', { type: 'svg' });
const receipt: VoiceReceiptPaper = {
  locale: 'zh-CN',
  title: '回执 2026-000123',
  mark: '回音',
  office: '柳花里 · 0005550101',
  numbers: [
    { term: '编号', text: '2026-000123' },
    { term: '查询码', text: '1234 5678' },
  ],
  facts: [
    { term: '收到', text: '2026 年 11 月 23 日' },
    // Rare characters stand in real names: of the national list's third table, and beyond the basic plane.
    { term: '负责人', text: '㛃 䶮 𬱖 𫖯' },
  ],
  follow: { svg, text: '扫一扫，看进展' },
  recorded: { heading: '已记入账本', text: '第 12 条', short: { term: '短码', text: 'ABCD EFGH' } },
  proof: { svg, text: '完整证明' },
  foot: '请保存好。',
};

it('makes a receipt on one side of A5, with its fonts inside', async () => {
  const pdf = await makePaper('voice-receipt', receipt);
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(text).toMatch(/\/MediaBox \[0 0 419\.5\d* 595\.2\d*\]/);
  expect(text).toContain('NotoSerifCJKsc-Regular');
  expect(pdf.length).toBeLessThan(200_000);
});

it('makes the sheet for the notice board on one A4 page', async () => {
  const facts = [
    { term: '条数', lines: ['1 234'], large: true },
    { term: '根', lines: ['0000 1111 2222 3333', '4444 5555 6666 7777'], large: false },
  ];
  const part = { heading: '公开账本', lead: '一句话', facts, how: '怎么核对', steps: ['一', '二'], verify: { svg, text: 'x' }, foot: '完' };
  const paper: NoticeBoardPaper = {
    locale: 'zh-CN',
    title: '公开账本',
    mark: '回音',
    office: '柳花里',
    parts: [
      { ...part, locale: 'zh-CN' },
      { ...part, locale: 'en' },
    ],
  };
  const text = (await makePaper('notice-board', paper)).toString('latin1');
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(text).toMatch(/\/MediaBox \[0 0 595\.2\d* 841\.8\d*\]/);
});

it('makes the copy of somebody’s data on as many A4 pages as it takes', async () => {
  const story = { heading: '经过', items: Array.from({ length: 90 }, (_, at) => `第 ${at} 步 #set text(red) $x$ [a] *b*`) };
  const sections = [
    { heading: '登录', facts: [{ term: '称呼', text: '𬱖女士' }], lists: [] },
    { heading: '编号', facts: [], lists: [story, { heading: '谁看过', items: [] }] },
  ];
  const paper = { locale: 'zh-CN', title: '全部信息', mark: '回音', office: '柳花里', at: '今天', none: '没有', sections } as const;
  const text = (await makePaper('own-data', { ...paper, sections })).toString('latin1');
  expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
});

it('says what is wrong when the template cannot be set', async () => {
  await expect(makePaper('voice-receipt', { ...receipt, follow: { svg: '<svg', text: '' } })).rejects.toThrow('could not be made');
});

const signature = { lines: ['柳花里社区居民委员会', '主任'], day: '2026 年 3 月 2 日' };

it('makes a letter and a letter of appointment on one page each', async () => {
  const head = { locale: 'zh-CN', title: '函', mark: '回音', office: '柳花里', heading: '通知', addressee: '各位：', signature } as const;
  const letter = {
    ...head,
    reference: null,
    paragraphs: ['请来。'],
    facts: [{ term: '时间', text: '三点' }],
    'enclosures-word': '附：',
    enclosures: ['一', '二'],
    foot: ['电话'],
  };
  const appointment = { ...head, reference: '1', paragraphs: ['现聘请您。'], facts: [{ term: '片区', text: '3 号楼' }], foot: '' };
  for (const made of [await makePaper('letter', letter), await makePaper('appointment-letter', appointment)])
    expect(made.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

it('makes a contact card on the two sides of A5, and nothing on it is small', async () => {
  const call = { term: '民情联络员', text: '𬱖女士', number: '000-5550 1234', large: false };
  const card: ContactCardPaper = {
    locale: 'zh-CN',
    title: '民情联系卡',
    mark: '回音',
    office: '柳花里',
    calls: Array.from({ length: 7 }, () => call),
    code: { svg, text: '扫一扫' },
    parts: Array.from({ length: 3 }, () => ({ heading: '您的权利', items: ['一', '二', '三', '四'] })),
    number: { term: '卡号', text: '2026-000001' },
    foot: '每年换新',
  };
  const text = (await makePaper('contact-card', card)).toString('latin1');
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(text).toMatch(/\/MediaBox \[0 0 419\.5\d* 595\.2\d*\]/);
  const template = readFileSync(join(import.meta.dirname, '../../../papers/contact-card.typ'), 'utf8');
  for (const [, points] of template.matchAll(/size: (?:if .*? \{ )?(\d+)pt/g)) expect(Number(points)).toBeGreaterThanOrEqual(16);
});

it('makes the record of a visit on one page, blank as well', async () => {
  const field = { term: '目的', text: null, lines: 3, choices: [] };
  const ticked = { term: '结果', text: null, lines: 1, choices: [{ text: '已走访', ticked: true }] };
  const record = {
    locale: 'zh-CN',
    title: '走访记录',
    mark: '回音',
    office: '柳花里',
    number: null,
    fields: [field, ticked],
    rights: '您可以查看。',
    signatures: ['居民', '走访人'],
  } as const;
  const made = await makePaper('visit-record', { ...record, fields: [field, ticked], signatures: [...record.signatures] });
  expect(made.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

it('makes everything for the table of a meeting: notice and agenda, the roll to sign, the form of the minutes', async () => {
  const text = (
    await makePaper('meeting-pack', {
      locale: 'zh-CN',
      title: '居民会议',
      mark: '回音',
      office: '柳花里',
      reference: '2026-3',
      notice: { heading: '会议通知', facts: [{ term: '时间', text: '三点' }] },
      agenda: { heading: '议题', items: [{ clock: '14:00', title: '公约', purpose: '决定', paper: '修订稿' }] },
      roll: { heading: '名册', lead: '应到 2', columns: ['谁', '登记', '签名'], rows: [{ who: '1号楼 101', standing: '' }] },
      minutes: { heading: '纪要', fields: ['主持', '决定'] },
    })
  ).toString('latin1');
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(3);
});
