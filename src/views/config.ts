import { COEFFICIENTS, isCoefficient } from '../core/coefficients.ts';
import type { SettingKey } from '../core/settings.ts';
import { indented, padEnd } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

export interface ShownSetting {
  readonly key: string;
  readonly value: string | null;
  readonly isSet: boolean;
  /** What holds instead in this command, and the option or variable that says so. */
  readonly overruled?: { readonly value: string; readonly from: string } | undefined;
}

/** Returns every setting with its value; the rep's own are marked, with what they were. */
export function configView(
  settings: readonly ShownSetting[],
  numbers: readonly ShownSetting[],
  file: string,
  page: Page,
): string {
  const { config } = page.words.screens;
  const line = ({ key, value, isSet }: ShownSetting): string => {
    const normal = isSet && isCoefficient(key) ? `  (${config.normal(String(COEFFICIENTS[key].value))})` : '';
    return `${isSet ? '*' : ' '} ${padEnd(key, 28)}${value === null ? config.unset : printable(value)}${normal}`;
  };
  const described = settings.flatMap((setting) => [
    line(setting),
    ...indented(page.words.help.settings[setting.key as SettingKey], '      ', page.width).map((it) =>
      page.paint.faint(it),
    ),
    ...(setting.overruled
      ? [`      ${config.overruled(printable(setting.overruled.value), setting.overruled.from)}`]
      : []),
  ]);
  return [printable(file), '', ...described, '', ...numbers.map(line)].join('\n');
}
