// Loaded before the program: whatever would open a socket or ask for a name is written down and refused.
import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);

function refuse(owner, name, what) {
  owner[name] = () => {
    appendFileSync(process.env.SOCKET_LOG, `${what}\n`);
    throw new Error(`no network: ${what}`);
  };
}

const FUNCTIONS = {
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
  'dns/promises': ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
};
for (const [module, names] of Object.entries(FUNCTIONS)) {
  for (const name of names) refuse(require(`node:${module}`), name, `${module}.${name}`);
}
// Pipes are sockets too, but they are never connected.
refuse(require('node:net').Socket.prototype, 'connect', 'net.Socket.connect');
refuse(require('node:net').Server.prototype, 'listen', 'net.Server.listen');
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) refuse(globalThis, name, name);
syncBuiltinESMExports();
