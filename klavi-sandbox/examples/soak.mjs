// Pays through a running sandbox for a while, with all faults in turn, and says what it did not expect:
// validate --example create-payment.request --count 100000 | node soak.mjs http://127.0.0.1:8585 60
import { readFileSync } from 'node:fs';

const base = `${process.argv[2]}/payment/customer/v1`;
const end = Date.now() + 1000 * Number(process.argv[3]);
const orders = readFileSync(0, 'utf8').trimEnd().split('\n');
let bearer;

async function call(method, path, body, fault) {
  const headers = {};
  if (bearer) headers.authorization = `Bearer ${bearer}`;
  if (body) headers['content-type'] = 'application/json';
  if (fault) headers['x-sandbox-fault'] = fault;
  try {
    const response = await fetch(base + path, { method, headers, body });
    const text = await response.text();
    let json;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: response.status, text, json };
  } catch {
    return { status: 'none' };
  }
}

// Each fault, the status of the answer, and what is wrong with it.
const faults = [
  ['', 200, ({ json }) => json.status === 'CONSENT_AWAITING_AUTHORIZATION'],
  ['409', 409, ({ json }) => json.statusCode === 409],
  ['422', 422, ({ json }) => Array.isArray(json.message)],
  ['unknown-status', 200, ({ json }) => json.status === 'PAYMENT_ON_HOLIDAY'],
  ['null', 200, ({ json }) => json.statusReason === null],
  ['html-502', 502, ({ json, text }) => json === undefined && text.startsWith('<html>')],
  ['slow=20', 200, ({ json }) => json.id !== undefined],
  ['cut-off', 'none', () => true],
];

async function pay(order, [fault, status, isRight]) {
  const created = await call('POST', '/instant/payments', order, fault);
  if (created.status !== status || !isRight(created)) return `${fault}: ${created.status}`;
  // Sent again it is one payment: used up where the first one got through, new where it did not.
  const again = await call('POST', '/instant/payments', order);
  const wanted = status === 200 || status === 'none' ? 409 : 200;
  if (again.status !== wanted) return `${fault}, again: ${again.status}`;
  const id = created.json?.id ?? again.json?.id;
  for (let tries = 0; id && tries < 1000; tries += 1) {
    const told = await call('GET', `/instant/payments/${id}/status`);
    if (told.status !== 200) return `${fault}, status: ${told.status}`;
    if (told.json.status === 'PAYMENT_COMPLETED') return undefined;
    await new Promise((wake) => setTimeout(wake, 5));
  }
  return id && `${fault}: the payment did not end`;
}

bearer = (await call('POST', '/auth', '{"accessKey": "sandbox", "secretKey": "sandbox"}')).json.accessToken;
let payments = 0;
let wrong = 0;
for (const order of orders) {
  if (Date.now() >= end) break;
  const what = await pay(order, faults[payments % faults.length]);
  payments += 1;
  if (what) {
    wrong += 1;
    console.log(what);
  }
}
console.log(`Node: ${payments} payments, ${wrong} wrong`);
process.exitCode = wrong ? 1 : 0;
