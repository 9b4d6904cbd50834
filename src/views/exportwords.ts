import type { AgendaKind } from '../core/agenda.ts';

/** The words of `export`, in one language. */
export interface ExportWords {
  written(facts: { readonly deals: number; readonly file: string }): string;
  writtenDays(facts: { readonly deals: number; readonly events: number; readonly file: string }): string;
  /** So many characters were written as the sign that the encoding has for them. */
  twins(count: number): string;
  replaced(count: number): string;
  /** What stands in the calendar, by kind. */
  readonly agenda: Readonly<
    Record<AgendaKind, (facts: { readonly customer: string; readonly text: string }) => string>
  >;
  readonly booked: string;
  readonly notBooked: string;
  readonly assumed: string;
  readonly doNotContact: string;
  readonly where: (id: number) => string;
}
