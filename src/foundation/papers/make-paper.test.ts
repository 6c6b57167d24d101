import { toString } from 'qrcode';
import { expect, it } from 'vitest';
import { makePaper, type NoticeBoardPaper, type VoiceReceiptPaper } from './index.ts';

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
