import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/views/layout.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';

const AOKI = [
  ...['add', 'Aoki Kogyo', 'hiring event', '--contact', 'Ken Aoki', '--email', 'ken@aoki.example'],
  ...['--proposed', '2025-05-20', '--goal', 'finish hiring', '--goal-date', '2025-09-30', '--lead', '1mo'],
  ...['--slot', '2025-08-22', '--prep', '14d', '--approval', '5bd', '--assumed', 'approval'],
  ...['--decision-date', '2025-06-30', '--route', 'ringi', '--last-signal', '2025-07-10'],
];

async function deskWith(...argv: readonly string[]): Promise<Desk> {
  const desk = await setUpDesk();
  await desk.run('config', 'set', 'name', 'Keiko Mori');
  await desk.run(...argv);
  return desk;
}

describe('a whole message', () => {
  test('is for the angle of the day, with its dates and whose they are', async () => {
    const desk = await deskWith(...AOKI);
    const draft = await desk.json('draft', '1');
    expect(draft).toMatchObject({
      angle: 'workback',
      kind: 'notice',
      language: 'en',
      missing: [],
      sendable: true,
      findings: [],
    });
    expect(draft.subject).toContain('iring event');
    expect(draft.body).toMatch(/^Dear Ken Aoki,\n\n/);
    expect(draft.body).toContain('by 1 August (assumed)');
    expect(draft.body).toContain('31 August (our standard)');
    expect(draft.body).toMatch(/\n\nKind regards,\nKeiko Mori$/);
  });

  test('opens as today shows it', async () => {
    const desk = await deskWith(...AOKI);
    const { out } = await desk.run('today');
    const [, opening = ''] = /“(You told me [^…\n]*)/.exec(out) ?? [];
    expect((await desk.json('draft', '1')).body).toContain(
      opening.trim().replaceAll('‘', '“').replaceAll('’', '”').slice(0, 20),
    );
    expect(out).toContain('→ followup draft 1   after sending: followup note 1 --angle workback');
  });

  test('speaks the contact’s language, not the interface’s', async () => {
    const desk = await deskWith('add', '青木工業', '採用イベント', '--contact', '青木部長', '--language', 'ja');
    const { body, subject, language } = await desk.json('draft', '1', '--angle', 'labour');
    expect(language).toBe('ja');
    expect(subject).toMatch(/^【採用イベント】/);
    expect(body).toMatch(/^青木工業\n青木部長\n\nお世話になっております。\nKeiko Moriでございます。\n/);
    expect((await desk.json('draft', '1', '--angle', 'labour', '--language', 'en')).body).toMatch(/^Dear /);
  });

  test('shows what is missing, how to fill it, and is not ready until then', async () => {
    const desk = await deskWith('add', 'Aoki');
    const { missing, sendable, body } = await desk.json('draft', '1', '--angle', 'labour');
    expect(missing.map(({ slot }: { slot: string }) => slot)).toEqual(['task', 'input', 'byDate']);
    expect(missing[2].hint).toContain('followup note 1 --promise');
    expect(sendable).toBe(false);
    expect(body).toContain('[FILL: the task you take over]');
    const filled = ['task=listing the items', 'input=last month’s orders', 'byDate=29 July'];
    const ready = await desk.json('draft', '1', '--angle', 'labour', ...filled.flatMap((it) => ['--fill', it]));
    expect(ready).toMatchObject({ missing: [], sendable: true });
    const { out } = await desk.run('draft', '1', '--angle', 'labour');
    expect(out).toContain('To fill in before sending:');
  });

  test('never takes a value for a template, nor a name for a header', async () => {
    const desk = await deskWith('add', '{title}', 'a{goal}b', '--contact', 'x{name}');
    const { body, subject } = await desk.json('draft', '1', '--angle', 'approval');
    expect(subject).toMatch(/^A\{goal\}b: /);
    expect(body).toMatch(/^Dear x\{name\},/);
  });

  test.each([
    ['place', '--fill', 'place='],
    ['nothing', '--fill', 'goal=sooner'],
    ['angle', '--angle', 'status'],
    ['occasion', '--occasion', 'late'],
  ])('refuses a bad %s on the command line', async (_what, ...flags) => {
    const desk = await deskWith('add', 'Aoki');
    expect((await desk.run('draft', '1', '--angle', 'labour', ...flags)).code).toBe(2);
  });

  test('is said, not written, where one speaks', async () => {
    const desk = await deskWith(...AOKI, '--channel', 'phone');
    expect(await desk.json('draft', '1')).toMatchObject({ subject: null, spoken: true });
    expect(await desk.json('draft', '1', '--no-spoken')).toMatchObject({ spoken: false });
    expect((await desk.json('draft', '1', '--spoken')).body).toMatch(/^Hello, this is Keiko Mori\.\n/);
  });

  test('opens in other words the next time, on every deal with the same person', async () => {
    const desk = await deskWith('add', 'Aoki', 'event', '--contact', 'Ken', '--last-signal', '2025-06-02');
    await desk.run('add', 'Aoki', 'training', '--contact', 'Ken');
    const first = (await desk.json('draft', '1', '--angle', 'approval')).body;
    await desk.run('note', '1', 'sent the approval text', '--angle', 'approval', '--on', '2025-07-01');
    await desk.run('note', '1', 'thanked us', '--from', 'them', '--on', '2025-07-02');
    await desk.run('note', '1', 'sent a case', '--angle', 'info', '--on', '2025-07-10');
    await desk.run('note', '1', 'thanked us again', '--from', 'them', '--on', '2025-07-11');
    const second = (await desk.json('draft', '1', '--angle', 'approval', '--language', 'en')).body;
    expect(second).not.toBe(first);
    expect((await desk.json('draft', '2', '--angle', 'approval')).body).toBe(second);
  });
});

test.each(['en', 'ja'] as const)(
  'on a screen its lines end between words; wherever it goes they do not (%s)',
  async (language) => {
    const copied: string[] = [];
    const desk = await setUpDesk({ language, width: 50, programs: { copy: async (text) => void copied.push(text) } });
    await desk.run(...AOKI);
    const { body } = await desk.json('draft', '1', '--language', language);
    const { out } = await desk.run('draft', '1', '--language', language, '--copy');
    expect(copied).toEqual([body]);
    expect(out.split('\n').filter((line) => widthOf(line) > 50)).toEqual([]);
    expect(out).not.toContain(body);
    expect(out.replace(/\s/g, '')).toContain(body.replace(/\s/g, ''));
    const longest = Math.max(...body.split('\n').map(widthOf));
    expect(longest).toBeGreaterThan(50);
    const piped = await setUpDesk({ language });
    await piped.run(...AOKI);
    expect((await piped.run('draft', '1', '--language', language)).out).toContain(body);
  },
);

describe('a message that must not be', () => {
  const refused = async (
    desk: Desk,
    ...argv: readonly string[]
  ): Promise<{ code: string; hint: string; message: string }> => {
    const ran = await desk.run('draft', ...argv, '--json');
    expect([ran.code, ran.out]).toEqual([3, '']);
    return JSON.parse(ran.err).error;
  };

  test('to somebody who asked not to be contacted', async () => {
    const desk = await deskWith('add', 'Aoki', '--do-not-contact');
    expect((await refused(desk, '1')).code).toBe('draft_do_not_contact');
  });

  test('in a time of quiet, but for the word that acknowledges it', async () => {
    const desk = await deskWith('add', 'Aoki');
    await desk.run('hold', '1', '2025-09-01', '--words', 'leave us until September');
    expect(await desk.json('draft', '1')).toMatchObject({ angle: 'holdack' });
    expect(await refused(desk, '1', '--angle', 'labour')).toMatchObject({
      code: 'draft_hold',
      hint: expect.stringContaining('holdack'),
    });
    await desk.run('note', '1', 'understood', '--angle', 'holdack');
    expect((await refused(desk, '1')).message).toContain('1 Sep');
  });

  test('the day after the last one, and the day is named', async () => {
    const desk = await deskWith('add', 'Aoki');
    await desk.run('note', '1', 'sent a case', '--angle', 'info', '--on', '2025-07-21');
    expect(await refused(desk, '1')).toMatchObject({
      code: 'draft_waiting',
      message: expect.stringContaining('24 Jul'),
    });
    expect((await refused(desk, '1', '--angle', 'labour')).code).toBe('draft_waiting');
  });

  test('unless it is owed', async () => {
    const desk = await deskWith('add', 'Aoki');
    await desk.run(
      'note',
      '1',
      'sent a case',
      '--angle',
      'info',
      '--on',
      '2025-07-21',
      '--promise',
      'the sheet',
      '--by',
      '2025-07-22',
    );
    expect(await desk.json('draft', '1')).toMatchObject({ angle: 'promise' });
    expect(await refused(desk, '1', '--angle', 'labour')).toMatchObject({
      code: 'draft_waiting',
      hint: expect.stringContaining('--angle promise'),
    });
  });

  test('after we said that we would stop', async () => {
    const desk = await deskWith('add', 'Aoki');
    await desk.run('note', '1', 'closing note', '--angle', 'closefile', '--on', '2025-07-01');
    expect((await refused(desk, '1', '--angle', 'labour')).code).toBe('draft_rest');
    await desk.run('note', '1', 'they wrote', '--from', 'them', '--on', '2025-07-15');
    expect((await desk.run('draft', '1', '--angle', 'labour')).code).toBe(0);
  });

  test('after we withdrew', async () => {
    const desk = await deskWith('add', 'Aoki', '--goal', 'x', '--goal-date', '2025-07-10');
    await desk.run('note', '1', 'withdrew', '--angle', 'withdraw', '--on', '2025-07-11');
    expect((await refused(desk, '1', '--angle', 'labour')).code).toBe('draft_rest');
  });

  test('for which nothing recorded calls', async () => {
    const desk = await deskWith('add', 'Aoki');
    const error = await refused(desk, '1', '--angle', 'verdict');
    expect(error).toMatchObject({
      code: 'draft_condition',
      hint: expect.stringContaining('followup draft 1 --angle labour'),
    });
    expect(error.message).toContain('the date they gave passed');
  });

  test('that asks again after two status checks', async () => {
    const desk = await deskWith('add', 'Aoki', '--proposed', '2025-06-01');
    for (const on of ['2025-07-01', '2025-07-08'])
      await desk.run('note', '1', 'any news?', '--status-only', '--on', on);
    expect(await refused(desk, '1', '--angle', 'date')).toMatchObject({
      code: 'draft_brake',
      message: expect.stringContaining('status checks'),
    });
    expect((await desk.run('draft', '1', '--angle', 'labour')).code).toBe(0);
  });
});

describe('what becomes of it', () => {
  test('--copy copies the message alone, and says so', async () => {
    const copied: string[] = [];
    const desk = await setUpDesk({ programs: { copy: async (text) => void copied.push(text) } });
    await desk.run(...AOKI);
    const { err } = await desk.run('draft', '1', '--copy');
    expect(copied).toEqual([(await desk.json('draft', '1')).body]);
    expect(err).toContain('Copied to the clipboard');
  });

  test('--copy without a clipboard says what else to do, after the draft', async () => {
    const desk = await deskWith(...AOKI);
    const { code, out, err } = await desk.run('draft', '1', '--copy');
    expect(code).toBe(1);
    expect(out).toContain('Dear Ken Aoki');
    expect(err).toContain('--eml <file>');
  });

  test('--eml writes a file for the owner’s eyes and replaces none unasked', async () => {
    const desk = await deskWith(...AOKI);
    const file = join(desk.folder, 'aoki.eml');
    expect((await desk.run('draft', '1', '--eml', file)).code).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    const eml = readFileSync(file, 'utf8');
    expect(eml).toMatch(/^X-Unsent: 1\r\nTo: "Ken Aoki" <ken@aoki\.example>\r\nSubject: /);
    writeFileSync(file, 'mine');
    const again = await desk.run('draft', '1', '--eml', file);
    expect(again.code).toBe(2);
    expect(again.err).toContain('--force');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await desk.answering([false], 'draft', '1', '--eml', file);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await desk.answering([true], 'draft', '1', '--eml', file);
    expect(readFileSync(file, 'utf8')).toBe(eml);
    expect((await desk.run('draft', '1', '--eml', file, '--force')).code).toBe(0);
    expect((await desk.run('draft', '1', '--eml', join(desk.folder, 'no', 'such.eml'))).code).toBe(1);
    expect(existsSync(join(desk.folder, 'no'))).toBe(false);
  });

  test('--edit takes what the rep saved, and refuses a status check', async () => {
    let saved = '';
    const desk = await setUpDesk({ programs: { edit: async (text) => (saved === '' ? text : saved) } });
    await desk.run(...AOKI);
    expect(await desk.json('draft', '1', '--edit')).toMatchObject({ sendable: true });
    saved = 'Subject: the sheet\n\nDear Ken,\n\nThe sheet is attached.\n\nKind regards,\nK';
    expect(await desk.json('draft', '1', '--edit')).toMatchObject({
      subject: 'the sheet',
      sendable: true,
      findings: [],
    });
    saved = 'Subject: hello\n\nAny news?';
    const { code, out, err } = await desk.run('draft', '1', '--edit');
    expect(code).toBe(3);
    expect(out).toContain('Any news?');
    expect(out).toContain('It asks for news');
    expect(err).toContain('Refused');
  });
});
