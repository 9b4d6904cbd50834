import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

/** Before the tests that run on a server: starts a PGlite for each worker, unless `FOLLOWUP_TEST_DB` names a server. */
export default async function setup(project: TestProject): Promise<() => void> {
  const named = process.env.FOLLOWUP_TEST_DB;
  if (named !== undefined && /^postgres(ql)?:/.test(named)) {
    project.provide('servers', [named]);
    return () => undefined;
  }
  const started = await Promise.all(Array.from({ length: project.config.maxWorkers ?? 1 }, startOne));
  project.provide(
    'servers',
    started.map(({ address }) => address),
  );
  return () => {
    for (const { child } of started) child.kill();
  };
}

async function startOne(): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'pglite.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> });
  const [address] = (await once(lines, 'line')) as [string];
  return { child, address };
}
