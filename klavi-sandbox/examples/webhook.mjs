// Verifies webhooks: node webhook.mjs < schema/webhooks.jsonl
// The function takes the bytes that came. A body that was read and written again is another one.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** "ok", or the reason not to believe the webhook. */
export function verify(body, headers, secret, now, { tolerance = 300, signed = 'body' } = {}) {
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const signature = named['x-klavi-signature'];
  const timestamp = named['x-klavi-timestamp'];
  if (signature === undefined) return 'signature-missing';
  if (timestamp === undefined) return 'timestamp-missing';
  if (!/^[0-9A-Fa-f]{64}$/.test(signature)) return 'signature-form';
  if (!/^[0-9]+$/.test(timestamp)) return 'timestamp-form';
  const given = Buffer.from(signature, 'hex');
  const isRight = (bytes) => {
    const mac = createHmac('sha256', secret);
    if (signed === 'timestamp-and-body') mac.update(`${timestamp}.`);
    return timingSafeEqual(mac.update(bytes).digest(), given);
  };
  if (!isRight(body)) return isRight(compact(body)) ? 'rewritten' : 'wrong';
  if (tolerance !== null && Math.abs(now - Number(timestamp)) > tolerance) return now > Number(timestamp) ? 'too-old' : 'too-new';
  return 'ok';
}

/** JSON without the blanks between its parts. */
function compact(body) {
  return Buffer.from(body.toString('latin1').replace(/("(?:[^"\\]|\\.)*")|[\t\n\r ]+/gs, (_, text) => text ?? ''), 'latin1');
}

let wrong = 0;
for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  const { body, headers, secret, now, expect, name, ...options } = JSON.parse(line);
  const said = verify(Buffer.from(body), headers, secret, now, options);
  if (said !== expect) {
    wrong += 1;
    console.log(`${name}: ${said}, not ${expect}`);
  }
}
console.log(wrong ? 'wrong' : 'ok');
