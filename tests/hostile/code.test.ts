import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { editText } from '../../src/terminal/editor.ts';
import { setUpDesk } from '../support/desk.ts';
import { buildIfOld, newUser } from '../support/program.ts';

beforeAll(buildIfOld, 120_000);

const CODE = [
  "'; drop table deal; --",
  '" or 1=1; delete from deal; --',
  '$(touch x)',
  '`touch x`; touch x | touch x & touch x',
  "'$(touch x)'",
  '{{signature}} {signature} {{{signature}}} {&signature} {>signature} {=<% %>=}',
  '{#goal}{customer}{/goal}{^goal}{/goal}{!x}',
  "=cmd|' /C calc'!A0",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: nobody may fill it in
  '${process.exit(1)} __proto__ constructor',
];

describe.each(CODE)('a value is never code: %s', (text) => {
  test('to the database, as a value or as a word looked for', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', `--title=${text}`, `--external-id=${text}`, `--owner=${text}`);
    await desk.run('add', 'Sato');
    const found = async (...argv: string[]) =>
      (await desk.json('list', ...argv)).deals.map((it: { id: number }) => it.id);
    expect(await found()).toEqual([1, 2]);
    expect(await found(`--owner=${text}`)).toEqual([1]);
    expect((await desk.json('show', `ext:${text}`)).deal.title).toBe(text);
    await desk.run('list', '--', text);
    await desk.run('show', '--', text);
    expect(await found()).toEqual([1, 2]);
  });

  test.each(LANGUAGES)('to the template of a message (%s)', async (language) => {
    const desk = await setUpDesk({ language });
    await desk.run('config', 'set', 'signature', 'SIGNED');
    await desk.run('add', text, text, `--contact=${text}`, `--goal=${text}`, '--language', language);
    const { subject, body } = await desk.json('draft', '1', '--angle', 'info', `--fill=point=${text}`);
    expect(body.split('SIGNED')).toHaveLength(2);
    expect(body).toContain(text);
    expect(`${subject}${body}`).not.toContain('undefined');
  });

  test('to the head of a mail', async () => {
    const desk = await setUpDesk();
    const file = join(desk.folder, 'draft.eml');
    const slip = `${text}\r\nBcc: everybody@example.com\r\n\r\nanother body`;
    await desk.run('add', slip, slip, `--contact=${slip}`, '--email', 'aoki@example.com');
    const { code } = await desk.run('draft', '1', '--angle', 'info', '--fill', 'point=x', '--eml', file);
    expect(code).toBe(0);
    const [head = ''] = readFileSync(file, 'utf8').split('\r\n\r\n');
    const names = head
      .replace(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line) => line.split(':')[0]);
    expect(names).toEqual(['X-Unsent', 'To', 'Subject', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding']);
  });

  test('to a shell: the editor is given the text in a file', async () => {
    const env = { ...process.env, EDITOR: 'cat > /dev/null' };
    expect(await editText(text, { env, platform: 'linux' })).toBe(text);
    expect(existsSync('x')).toBe(false);
  });
});

test('a name that a shell would run is not run where the example is copied', async () => {
  const user = newUser({ XDG_DATA_HOME: `./it's $(touch x)` });
  const { out } = await user.run('demo');
  const line = out.split('\n').find((it) => /followup --db .* why 2/.test(it)) ?? '';
  const copied = await user.shell(line.trim());
  expect([copied.code, copied.err]).toEqual([0, '']);
  expect(readdirSync(user.home)).not.toContain('x');
});
