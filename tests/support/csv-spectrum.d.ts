declare module 'csv-spectrum' {
  export interface Sample {
    readonly name: string;
    readonly csv: Buffer;
    readonly json: Buffer;
  }
  export default function spectrum(done: (error: Error | null, samples: readonly Sample[]) => void): void;
}
