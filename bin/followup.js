#!/usr/bin/env node
import * as nodeModule from 'node:module';

// Compiled code is kept between runs where this version of Node can (22 and later).
nodeModule.enableCompileCache?.();
const { main } = await import('../dist/main.js');
process.exitCode = await main(process.argv.slice(2));
