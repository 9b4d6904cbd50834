import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { detectEncoding, encodingNamed } from '../../../src/exchange/table/encoding.ts';
import { bytesSource } from '../../../src/exchange/table/source.ts';
import { encoded, literal } from '../../support/bytes.ts';

const JAPANESE = [
  '青木',
  '田中',
  '梶谷',
  '鷹取',
  '大',
  '林',
  '髙橋',
  '山﨑',
  '櫻井',
  '東都精機株式会社',
  'ソニー',
  'りんご',
  '見積',
  '受注',
  '㈱青木',
  '第Ⅲ期',
  '顧客名,金額\n青木工業,100',
];

describe('a short file tells its encoding', () => {
  test.each(JAPANESE)('%s in CP932', async (name) => {
    const found = await detectEncoding(encoded(`id,name\n1,${name}\n`, 'cp932'), null);
    expect(found).toEqual({ name: 'cp932', by: 'content', isDamaged: false, rivals: [] });
  });

  test.each(JAPANESE)('%s in EUC-JP', async (name) => {
    const found = await detectEncoding(encoded(`id,name\n1,${name}\n`, 'euc-jp'), null);
    expect(found).toEqual({ name: 'euc-jp', by: 'content', isDamaged: false, rivals: [] });
  });

  test.each([
    ...['ﾊﾝｶｸｶﾅ', 'ﾔﾏﾀﾞ', 'ﾀﾅｶ ﾀﾛｳ', 'ﾄﾖﾀ', 'ﾎﾝﾀﾞ', 'ﾆｯｻﾝ', 'ﾏﾂﾀﾞ', 'ｶ)ｱｵｷ', 'ﾊﾟﾅｿﾆｯｸ', '(株)ｱｵｷ'],
    ...['①', '～', '∥', '－', '髙', '﨑', '凜として', 'Ⅲ'],
  ])('%s, which is odd, in CP932', async (text) => {
    expect(await detectEncoding(encoded(`id,name\n1,${text}\n`, 'cp932'), null)).toMatchObject({ name: 'cp932' });
  });

  test.each([
    ...['Müller', 'José', 'Café', 'Zürich', 'Köln', 'Strauß', 'Frédéric', 'Ação', 'João', 'Société Générale'],
    ...[
      'Hélène',
      'Molière',
      'Rhône',
      'Pêche',
      'cœur',
      'Loïc',
      'août',
      'Où',
      'Île-de-France',
      'Sûreté',
      'ÉCOLE',
      'après',
    ],
    ...['São Paulo', 'Magalhães', 'Inês', 'Leões', 'Gonçalves', 'Niccolò', 'Forlì', 'Società', 'España', '¿Qué?'],
    ...['Jørgen', 'Kjær', 'Åke', 'Växjö', 'Ærø', 'België', 'Citroën', 'Škoda', 'Güell', '12 m³', 'nº 5', '“quoted”'],
    ...['don’t', '£500', '500 €', 'Acme – Renewal', 'Muñoz', 'Ørsted', 'L’Oréal', 'à la carte', '20°', 'Acme® Ltd'],
  ])('%s in Windows-1252', async (text) => {
    const found = await detectEncoding(encoded(`id,name\n1,${text}\n`, 'windows-1252'), null);
    expect(found).toEqual({ name: 'windows-1252', by: 'content', isDamaged: false, rivals: [] });
  });

  // Checked with `iconv -t` of the system.
  test.each([
    ['90 c2 96 d8', 'cp932'],
    ['c0 c4 cc da', 'euc-jp'],
    ['e9 9d 92 e6 9c a8', 'utf-8'],
    ['4d fc 6c 6c 65 72', 'windows-1252'],
    ['52 97 2c 67 28 57', 'utf-16be', 'fe ff '],
    ['1b 24 42 40 44 4c 5a 1b 28 42', 'iso-2022-jp'],
    ['41 2c 42', 'utf-8'],
  ])('%s is %s', async (bytes, name, mark = '') => {
    expect(await detectEncoding(literal(mark + bytes), null)).toMatchObject({ name, isDamaged: false });
  });
});

describe('marks and patterns', () => {
  test.each([
    ['utf-8', '\ufeff'],
    ['utf-16le', '\ufeff'],
    ['utf-16be', '\ufeff'],
  ])('the mark of %s is stronger than what was told', async (name, mark) => {
    const source = encoded(`${mark}案件名,金額\n青木,1\n`, name);
    expect(await detectEncoding(source, 'cp932')).toEqual({ name, by: 'mark', isDamaged: false, rivals: [] });
  });

  test.each(['utf-16le', 'utf-16be'])('%s is known without a mark', async (name) => {
    expect(await detectEncoding(encoded('案件名\t金額\r\n青木工業\t1\r\n', name), null)).toMatchObject({
      name,
      by: 'content',
    });
    expect(await detectEncoding(encoded('a,b\r\n', name), null)).toMatchObject({ name });
  });

  test('a few NULs in a text do not make it another', async () => {
    const source = encoded('id,name\n1,Aoki\0\0\n2,Beta\0\n3,Gamma\0\0\0\n');
    expect(await detectEncoding(source, null)).toMatchObject({ name: 'utf-8', isDamaged: false });
  });

  test('a text in half-width katakana alone is not taken for another because of its length', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `${at},ﾔﾏﾀﾞ ﾀﾛｳ,ｱｵｷ ﾊﾅｺ\n`).join('');
    expect(await detectEncoding(encoded(names, 'cp932'), null)).toMatchObject({ name: 'cp932', rivals: [] });
  });
});

describe('what is told', () => {
  test.each([
    ...(['sjis', 'Shift_JIS', 'shift-jis', 'windows-31j', 'MS932', 'CP932'] as const).map((it) => [it, 'cp932']),
    ...(['eucjp', 'EUC-JP'] as const).map((it) => [it, 'euc-jp']),
    ['utf8', 'utf-8'],
    ['UTF-16', 'utf-16le'],
    ['latin1', 'windows-1252'],
    ['cp1252', 'windows-1252'],
    ['macintosh', 'macintosh'],
    ['windows-1250', 'windows1250'],
  ])('%s means %s', async (told, name) => {
    expect(await encodingNamed(told)).toBe(name);
    expect(await detectEncoding(encoded('a,b\n'), told)).toMatchObject({ name, by: 'told' });
  });

  test.each(['klingon', '', 'base64', 'hex', 'binary', 'constructor', '__proto__'])(
    '%j means nothing',
    async (told) => {
      await expect(detectEncoding(encoded('a,b\n'), told)).rejects.toMatchObject({
        code: 'bad_encoding',
        facts: { value: told },
      });
    },
  );

  test('bytes that do not fit it are damage', async () => {
    expect(await detectEncoding(encoded('青木', 'cp932'), 'utf-8')).toMatchObject({ by: 'told', isDamaged: true });
    expect(await detectEncoding(encoded('青木', 'cp932'), 'sjis')).toMatchObject({ by: 'told', isDamaged: false });
  });
});

describe('damage and doubt', () => {
  test.each([
    ['utf-8', '青木工業,東都精機,山田商店\n'],
    ['cp932', '青木工業,東都精機,山田商店\n'],
    ['euc-jp', '青木工業,東都精機,山田商店\n'],
  ])('%s with a broken place is still %s', async (name, text) => {
    const bytes = Buffer.concat([iconv.encode(text, name), Buffer.from([0xff, 0x0a]), iconv.encode(text, name)]);
    expect(await detectEncoding(bytesSource('x', bytes), null)).toMatchObject({ name, isDamaged: true });
  });

  test('U+FFFD that stands in the file is its own text', async () => {
    expect(await detectEncoding(encoded('青\ufffd木\n'), null)).toMatchObject({ name: 'utf-8', isDamaged: false });
  });

  test('a UTF-16 file that ends within a character is damaged', async () => {
    expect(await detectEncoding(literal('ff fe 41 00 42'), null)).toMatchObject({ name: 'utf-16le', isDamaged: true });
  });

  test('what may be several things names them all, the best first', async () => {
    const { name, rivals } = await detectEncoding(encoded('id,name\n1,構\n', 'euc-jp'), null);
    expect(rivals).toEqual(expect.arrayContaining(['euc-jp', 'cp932']));
    expect(rivals[0]).toBe(name);
  });

  test.each([
    ['windows-1250', 'Łódź|Wiśniewski|Jabłoński|Spółka|Gajęcki|Żabka|Paweł|Świątek'],
    ['windows-1250', 'Dvořák|Nováček|Zdeněk|Krůta|Čapek|Petőfi|Győr|Băsescu|Kovačić'],
    ['windows-1254', 'Şahin|Yıldız|İstanbul|Doğan|Aydın Işık'],
    ['macintosh', 'Müller|Köln|José|École|É|Frédéric|Muñoz|Größe|Société|Ação|Träger'],
    ['cp850', 'Müller|Träger|José'],
    ['windows-1251', 'Привет мир|ООО Ромашка'],
    ['windows-1253', 'Αθήνα'],
    ['windows-1255', 'שלום|ישראל'],
    ['windows-874', 'บริษัท|สมชาย|ลูกค้า|จำกัด|กรุงเทพ'],
    ['big5', '台灣科技股份有限公司|王小明|客戶名稱'],
    ['gbk', '北京科技有限公司|王小明'],
    ['euc-kr', '안녕하세요 대한민국|삼성전자|주식회사|김철수|박지훈'],
  ])('%s is asked about, and among the choices: %s', async (encoding, names) => {
    for (const name of names.split('|')) {
      const { rivals } = await detectEncoding(encoded(`id,name\n1,${name}\n`, encoding), null);
      expect({ name, rivals }).toEqual({ name, rivals: expect.arrayContaining([encoding]) });
    }
  });
});

describe('what is no text', () => {
  test.each([
    ['PK\x03\x04\x14\0\x06\0', 'xlsx'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'xls'],
    ['%PDF-1.7\n', 'pdf'],
    ['\x1f\x8b\x08\0', 'gzip'],
    ['SQLite format 3\0', 'sqlite'],
    ['\x89PNG\r\n\x1a\n', 'image'],
    ['\xff\xd8\xff\xe0', 'image'],
    ['  <html><body><table>', 'html'],
    ['<?xml version="1.0"?>', 'html'],
    ['\x01\x02\x03abc\x04\x05', 'binary'],
  ])('%j is %s', async (bytes, kind) => {
    await expect(detectEncoding(literal(bytes), null)).rejects.toMatchObject({ code: 'not_a_table', facts: { kind } });
  });
});

test('the size of the pieces in which a file comes makes no difference', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...JAPANESE, 'Müller, José', 'ﾊﾝｶｸ'),
  );
  const encoding = fc.constantFrom('utf-8', 'cp932', 'euc-jp', 'windows-1252', 'utf-16le', 'utf-16be');
  const result = (bytes: Uint8Array, size?: number): Promise<unknown> =>
    detectEncoding(bytesSource('x', bytes, size), null).catch(({ code, facts }) => ({ code, facts }));
  await fc.assert(
    fc.asyncProperty(text, encoding, fc.uint8Array({ maxLength: 6 }), async (it, name, noise) => {
      const bytes = Buffer.concat([iconv.encode(it, name), noise]);
      expect(await result(bytes, 1)).toEqual(await result(bytes));
    }),
  );
});
