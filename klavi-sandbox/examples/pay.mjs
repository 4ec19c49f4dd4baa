// Pays through a running sandbox: node pay.mjs http://127.0.0.1:8585 < order.json
// An order comes from: validate --example create-payment.request --seed 1
import { readFileSync } from 'node:fs';

const base = `${process.argv[2] ?? 'http://127.0.0.1:8585'}/payment/customer/v1`;
const order = readFileSync(0);

async function call(method, path, { bearer, body } = {}) {
  const headers = {};
  if (bearer) headers.authorization = `Bearer ${bearer}`;
  if (body) headers['content-type'] = 'application/json';
  const response = await fetch(base + path, { method, headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

const { accessToken: bearer } = await call('POST', '/auth', { body: '{"accessKey": "sandbox", "secretKey": "sandbox"}' });
await call('GET', '/institutions', { bearer });
const { id } = await call('POST', '/instant/payments', { bearer, body: order });
const final = ['PAYMENT_COMPLETED', 'PAYMENT_REJECTED', 'CONSENT_REJECTED', 'CANCELED', 'ERROR', 'EXPIRED'];
let status;
do {
  await new Promise((wake) => setTimeout(wake, 200));
  ({ status } = await call('GET', `/instant/payments/${id}/status`, { bearer }));
} while (!final.includes(status));
console.log(status);
